import { z } from "zod";
import { FORMAT_NAMES, type FormatName } from "../../domain/open-data.ts";

/** What a request for a file may say beside what it selects. */

const truth = z.enum(["true", "false"], "must be true or false").transform((text) => text === "true");

export const exportParameters = {
  encoding: z.enum(["utf-8", "gbk"], "must be utf-8 or gbk").optional(),
  bom: truth.optional(),
  index: truth.optional(),
};

export const isFormat = (f: string | undefined): f is FormatName => FORMAT_NAMES.some((name) => name === f);
