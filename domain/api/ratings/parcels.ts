import { z } from "zod";
import { GradeLetter } from "./grades.ts";

/** What the grade of a parcel is made of. */

/** `GET /api/parcels/{code}/composition?year=&run=`: who used it on the last day of the year, and how much of it. */
export const ParcelComposition = z.object({
  year: z.number().int(),
  parts: z.array(
    z.object({
      credit_code: z.string(),
      name: z.string(),
      tenure: z.enum(["owned", "leased_in", "leased_out"]),
      /** Mu, less than nothing where it is let; null where it cannot be told. */
      land_mu: z.number().nullable(),
      rule: z.enum(["whole", "shared", "by_floor", "by_ratio", "not_deducted", "unknown"]),
      /** Null where the run does not speak of the firm. */
      grade: GradeLetter.nullable(),
      score: z.number().nullable(),
    }),
  ),
});
export type ParcelComposition = z.infer<typeof ParcelComposition>;
