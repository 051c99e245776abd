import { z } from "zod";

/** What a request for a file may say beside what it selects. */

/** Formats of files, as `f` names them; pages of features are `json` and `html`. */
export const FORMAT_NAMES = ["geojson", "geojsonseq", "csv", "fgb", "gpkg", "shp", "xlsx"] as const;
export type FormatName = (typeof FORMAT_NAMES)[number];

const truth = z.enum(["true", "false"], "must be true or false").transform((text) => text === "true");

export const exportParameters = {
  encoding: z.enum(["utf-8", "gbk"], "must be utf-8 or gbk").optional(),
  bom: truth.optional(),
  index: truth.optional(),
};

export const isFormat = (f: string | undefined): f is FormatName => FORMAT_NAMES.some((name) => name === f);
