import { z } from "zod";

/** Texts, days and numbers as people give them, of which nothing is kept that cannot be seen or held. */

/** Controls, halves of characters, and what turns the direction of writing. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu;
const UNSEEN_IN_LINES = /(?![\t\n\r])[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu;

export const OneLine = z
  .string()
  .overwrite((text) => text.replace(/[\t\n\r]+/g, " ").replace(UNSEEN, ""))
  .trim();
export const Note = z
  .string()
  .overwrite((text) => text.replace(UNSEEN_IN_LINES, ""))
  .trim()
  .max(2000);

/** What a record is called by; no more digits than a path takes. */
export const RecordNumber = z.number().int().min(1).max(999_999_999);

/** There is no year 0, and nothing here is of a century before the last. */
export const GivenDay = z.iso
  .date()
  .refine((day) => day >= "1900-01-01", { error: "Invalid ISO date: no day before 1900" });
