import { z } from "zod";
import { CERTAINTIES } from "../../rating/scheme.ts";
import { Text } from "../text.ts";
import { RatedFirm } from "./firms.ts";
import { GradeLetter, Size } from "./grades.ts";
import { AllocationPolicy } from "./policies.ts";
import { RatingResponse } from "./responses.ts";
import { RunState } from "./runs.ts";

/** Why a firm got what it got. */

const Step = z.object({
  /** `land`, or the id of an indicator. */
  change: z.string(),
  /** What is to change: the numerator of the indicator, or land. */
  figure: z.string(),
  unit: z.string(),
  from: z.number(),
  to: z.number(),
});

const HistoryYear = z.object({
  year: z.number().int(),
  run: z.number().int(),
  size: Size,
  grade: GradeLetter,
  score: z.number().nullable(),
  rank: z.number().int().nullable(),
  land_mu: z.number().nullable(),
  tax_per_mu: z.number().nullable(),
  revenue_per_mu: z.number().nullable(),
  /** Scores of the lines of its pool that year. */
  lines: z.array(z.object({ grade: GradeLetter, score: z.number().nullable() })),
});

/** `GET /api/ratings/{year}/{credit_code}?run=`: why a firm got what it got. */
export const RatingExplanation = RatedFirm.extend({
  run: z.object({
    id: z.number().int(),
    state: RunState,
    noticeUntil: z.string().nullable(),
    /** Whether data has changed since; the parts of its land are of today then (`landAsOf`). */
    stale: z.boolean(),
  }),
  scheme: z.object({
    key: z.string(),
    version: z.number().int(),
    name: Text,
    certainty: z.enum(CERTAINTIES),
  }),
  pool: z.object({ key: z.string(), name: Text, firms: z.number().int() }).nullable(),
  /** What it was computed from; null where a figure was missing. */
  figures: z.object({
    revenue: z.number().nullable(),
    tax: z.number().nullable(),
    valueAdded: z.number().nullable(),
    staff: z.number().nullable(),
    energy: z.number().nullable(),
    rd: z.number().nullable(),
    investment: z.number().nullable(),
    emissions: z.number().nullable(),
    land: z.number().nullable(),
    floorAreaRatio: z.number().nullable(),
  }),
  items: z.array(
    z.object({
      id: z.string(),
      name: Text,
      unit: z.string(),
      /** Whether the value is a part of its own kind, to be read in percent; it has no unit then. */
      share: z.boolean(),
      weight: z.number(),
      enabled: z.boolean(),
      numerator: z.number().nullable(),
      denominator: z.number().nullable(),
      value: z.number().nullable(),
      baseline: z.number().nullable(),
      basis: z.enum(["last_year", "fixed"]).nullable(),
      /** The value that earns the whole weight. */
      full: z.number().nullable(),
      /** Points out of `weight`, before the scale. */
      score: z.number().nullable(),
      limit: z.enum(["cap", "floor", "missing"]).nullable(),
    }),
  ),
  /** Items add up to `score` by: Σ items × scale + bonuses − deductions. */
  scale: z.number(),
  bonuses: z.array(z.object({ name: Text, points: z.number() })),
  deductions: z.array(z.object({ name: Text, points: z.number() })),
  vetoes: z.array(z.string()),
  exemptions: z.array(z.string()),
  protections: z.array(z.string()),
  /** Required figures that are missing, for N. */
  missing: z.array(z.string()),
  /** Places by the order of the pool, 1 being the best, and of how many. */
  places: z.object({
    pool: z.object({ place: z.number().int(), of: z.number().int() }).nullable(),
    district: z.object({ place: z.number().int(), of: z.number().int() }).nullable(),
    industry: z.object({ place: z.number().int(), of: z.number().int() }).nullable(),
  }),
  /** The nearest better grade, and what alone would reach it; null for the best, for T, N and the barred. */
  better: z
    .object({ grade: GradeLetter, score: z.number(), missing: z.number(), any: z.array(Step) })
    .nullable(),
  /** Whether the parts of its land are those that the run counted, or what the records of today make of them. */
  landAsOf: z.enum(["run", "today"]),
  land: z.array(
    z.object({
      parcel: z.string(),
      tenure: z.enum(["owned", "leased_in", "leased_out"]),
      parcelArea_m2: z.number(),
      floorArea_m2: z.number().nullable(),
      /** Mu that it adds, less than nothing where it is let; null where it cannot be told. */
      land_mu: z.number().nullable(),
      rule: z.enum(["whole", "shared", "by_floor", "by_ratio", "not_deducted", "unknown"]),
    }),
  ),
  history: z.array(HistoryYear),
  /** Firms of the same industry nearest in score, itself among them. */
  peers: z.array(
    z.object({
      credit_code: z.string(),
      name: z.string(),
      grade: GradeLetter,
      score: z.number(),
      rank: z.number().int(),
      tax_per_mu: z.number().nullable(),
    }),
  ),
  policies: z.array(AllocationPolicy),
  /** Of this run and of earlier runs of the year. */
  responses: z.array(RatingResponse),
});
export type RatingExplanation = z.infer<typeof RatingExplanation>;
