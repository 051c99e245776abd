import { z } from "zod";
import { GradeLetter, Reference } from "./grades.ts";

/** Parks are rated too. */

/** `GET /api/ratings/{year}/parks?run=` */
export const RatedPark = z.object({
  park: Reference,
  level: z.string(),
  district: Reference.nullable(),
  grade: GradeLetter,
  score: z.number().nullable(),
  rank: z.number().int().nullable(),
  firms: z.number().int(),
  land_mu: z.number(),
  tax_per_mu: z.number().nullable(),
  revenue_per_mu: z.number().nullable(),
  landByGrade: z.partialRecord(GradeLetter, z.number()),
});

export type RatedPark = z.infer<typeof RatedPark>;

export const ParkRatings = z.object({
  year: z.number().int(),
  run: z.number().int(),
  parks: z.array(RatedPark),
});
export type ParkRatings = z.infer<typeof ParkRatings>;
