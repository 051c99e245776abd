import { z } from "zod";

const LONGEST = 60;

/** Several values of one parameter, with commas between them. */
export const commaList = <T extends z.ZodType<string, string>>(value: T) =>
  z
    .string()
    .max(2000)
    .transform((text) => text.split(","))
    .pipe(z.array(value).min(1).max(LONGEST));
