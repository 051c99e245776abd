import { z } from "zod";
import type { Column } from "../catalog/layer.ts";

/** Values as addresses write them. */

const INT4 = 2_147_483_647;

export const number = (message: string) =>
  z
    .string()
    .regex(/^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d{1,3})?$/i, message)
    .transform(Number)
    .refine(Number.isFinite, message);

const DATE = /^\d{4}-\d{2}-\d{2}$/;

export const isDay = (text: string): boolean => {
  const time = Date.parse(`${text}T00:00:00Z`);
  // PostgreSQL's calendar has no year 0.
  return (
    DATE.test(text) &&
    !text.startsWith("0000") &&
    !Number.isNaN(time) &&
    new Date(time).toISOString().startsWith(text)
  );
};

const day = (message: string) =>
  z
    .string()
    .regex(DATE, message)
    .refine((text) => isDay(text), message);

/** What a column is compared with in a parameter of its own name. */
export function comparand({ type, values }: Column): z.ZodType {
  switch (type) {
    case "integer":
      return number("must be a whole number").pipe(
        z.number().int("must be a whole number").min(-INT4).max(INT4),
      );
    case "number":
      return number("must be a number");
    case "boolean":
      return z.enum(["true", "false"], "must be true or false").transform((text) => text === "true");
    case "date":
      return day("must be a date such as 2025-06-30");
    default:
      return values ? z.enum(values, `must be one of ${values.join(", ")}`) : z.string().max(200);
  }
}
