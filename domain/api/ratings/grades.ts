import { z } from "zod";
import { LETTERS } from "../../rating/columns.ts";
import { Text } from "../text.ts";

/** What all answers about ratings (亩均论英雄) are made of. Money is 万元, land is mu, days are ISO civil dates. */

export const GradeLetter = z.enum(LETTERS);
export type GradeLetter = z.infer<typeof GradeLetter>;

export const Size = z.enum(["above_scale", "below_scale"]);
export type Size = z.infer<typeof Size>;

export const Reference = z.object({ code: z.string(), name: Text });
export type Reference = z.infer<typeof Reference>;

export const Year = z.coerce.number().int().min(2000).max(2100);

/** One run of a year: the one that the map shows for a size, or any other by its number. */
export const RunChoice = z.strictObject({
  run: z.coerce.number().int().min(1).max(2_147_483_647).optional(),
  size: Size.optional(),
});
export type RunChoice = z.infer<typeof RunChoice>;

const Tally = z.object({ firms: z.number().int(), land_mu: z.number() });

/** Firms and land by letter; letters that nobody has are left out. */
export const Tallies = z.partialRecord(GradeLetter, Tally);
export type Tallies = z.infer<typeof Tallies>;

/** `GET /api/ratings`: what there is to show. */
export const RatingYears = z.object({
  years: z.array(
    z.object({
      year: z.number().int(),
      runs: z.array(
        z.object({ id: z.number().int(), size: Size, scheme: Text, noticeUntil: z.string().nullable() }),
      ),
    }),
  ),
});
export type RatingYears = z.infer<typeof RatingYears>;
