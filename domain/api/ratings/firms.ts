import { z } from "zod";
import { Ring } from "../ring.ts";
import { GradeLetter, Size, Tallies } from "./grades.ts";

/** Rated firms as a list, and the filters that everything about them shares. */

/**
 * Who is meant: filters that the list, its CSV, the summary and the columns share. `run` names a run of that year (a draft, an earlier one)
 * instead of those the map shows.
 */
const codes = z
  .string()
  .max(2000)
  .transform((text) => text.split(",").filter(Boolean));

export const FirmFilter = z.strictObject({
  run: z.coerce.number().int().min(1).max(2_147_483_647).optional(),
  size: Size.optional(),
  district: codes.optional(),
  park: codes.optional(),
  /** Two digits of GB/T 4754, or finer. */
  industry: codes.optional(),
  grade: codes.pipe(z.array(GradeLetter)).optional(),
  /** Credit codes, at most a hundred: the names of firms that a computation in the browser has picked out. */
  code: codes.optional(),
  q: z.string().trim().max(100).optional(),
  within: Ring.optional(),
});
export type FirmFilter = z.infer<typeof FirmFilter>;

export const FIRM_ORDERS = [
  "rank",
  "score",
  "land_mu",
  "tax_per_mu",
  "revenue_per_mu",
  "name",
  "grade",
  "district",
] as const;

/** `GET /api/ratings/{year}`; `f=csv` answers the whole selection as a file. A minus before the order turns it round. */
export const FirmQuery = FirmFilter.extend({
  sort: z
    .string()
    .regex(
      new RegExp(`^-?(${FIRM_ORDERS.join("|")})$`),
      `one of ${FIRM_ORDERS.join(", ")}, with - before it to turn it round`,
    )
    .default("rank"),
  limit: z.coerce.number().int().min(1).max(1000).default(100),
  offset: z.coerce.number().int().min(0).max(5_000_000).default(0),
  /** Credit code of a firm whose place in the whole selection, under this order, is wanted too. */
  find: z.string().length(18).optional(),
  f: z.enum(["json", "csv"]).default("json"),
});
export type FirmQuery = z.infer<typeof FirmQuery>;

export const RatedFirm = z.object({
  credit_code: z.string(),
  name: z.string(),
  district_code: z.string(),
  district_name: z.string(),
  park_code: z.string().nullable(),
  park_name: z.string().nullable(),
  industry_code: z.string(),
  size: Size,
  grade: GradeLetter,
  score: z.number().nullable(),
  rank: z.number().int().nullable(),
  land_mu: z.number().nullable(),
  tax_per_mu: z.number().nullable(),
  revenue_per_mu: z.number().nullable(),
  /** Value of each indicator of its run's scheme, in its order. */
  values: z.array(z.number().nullable()),
  /** Grade in the year before; null where it had none. */
  previous: GradeLetter.nullable(),
  synthetic: z.boolean(),
});
export type RatedFirm = z.infer<typeof RatedFirm>;

export const FirmPage = z.object({
  year: z.number().int(),
  /** The runs that the page is made of, one for each size. */
  runs: z.array(z.number().int()),
  matched: z.number().int(),
  totals: z.object({
    land_mu: z.number(),
    revenue_wan: z.number(),
    tax_wan: z.number(),
    /** Σ tax / Σ land of firms that have both, and likewise. */
    tax_per_mu: z.number().nullable(),
    revenue_per_mu: z.number().nullable(),
    grades: Tallies,
  }),
  /** Only where `find` asked: how many firms of the selection come before that one; null where it is not among them. */
  found: z.number().int().nullable().optional(),
  firms: z.array(RatedFirm),
});
export type FirmPage = z.infer<typeof FirmPage>;
