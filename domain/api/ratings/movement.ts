import { z } from "zod";
import { FirmFilter } from "./firms.ts";
import { GradeLetter, Year } from "./grades.ts";
import { RunSummary } from "./runs.ts";

/** Who moved: between years, and between two runs. */

/** `GET /api/ratings/migration?from=2024&to=2025` and FirmFilter: firms by grade then and grade now; null where it had none. */
export const MigrationQuery = FirmFilter.omit({ run: true, grade: true }).extend({ from: Year, to: Year });

export const Migration = z.object({
  from: z.number().int(),
  to: z.number().int(),
  flows: z.array(
    z.object({
      from: GradeLetter.nullable(),
      to: GradeLetter.nullable(),
      firms: z.number().int(),
      land_mu: z.number(),
    }),
  ),
});
export type Migration = z.infer<typeof Migration>;

/** `GET /api/ratings/runs/{id}/comparison?with={id}`: who moved between two runs, and why. `f=csv` is the whole list. */
export const ComparisonQuery = z.strictObject({
  with: z.coerce.number().int().min(1).max(2_147_483_647),
  moved: z.enum(["all", "up", "down"]).default("all"),
  limit: z.coerce.number().int().min(1).max(1000).default(100),
  offset: z.coerce.number().int().min(0).max(5_000_000).default(0),
  f: z.enum(["json", "csv"]).default("json"),
});

export type ComparisonQuery = z.infer<typeof ComparisonQuery>;

export const Comparison = z.object({
  /** The earlier one first: `before` is `with`. */
  before: RunSummary,
  after: RunSummary,
  flows: Migration.shape.flows,
  matched: z.number().int(),
  firms: z.array(
    z.object({
      credit_code: z.string(),
      name: z.string(),
      district_name: z.string(),
      before: GradeLetter.nullable(),
      after: GradeLetter.nullable(),
      scoreBefore: z.number().nullable(),
      scoreAfter: z.number().nullable(),
      land_mu: z.number().nullable(),
      /** What did most: the item whose points changed most, or what else decided. */
      because: z.object({
        kind: z.enum(["item", "extra", "scale", "lines", "veto", "protection", "standing", "land"]),
        item: z.string().nullable(),
        points: z.number().nullable(),
      }),
    }),
  ),
});
export type Comparison = z.infer<typeof Comparison>;
