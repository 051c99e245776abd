import { z } from "zod";
import { Scheme } from "../../rating/scheme.ts";
import { Problem } from "../problem.ts";
import { Text } from "../text.ts";
import { GradeLetter, Size, Tallies, Year } from "./grades.ts";
import { SchemeKey } from "./schemes.ts";

/** Rating runs: one rating of one year, from draft to publication. */

/** `POST /api/ratings/runs`. With `Prefer: respond-async` the answer is a RatingJob (202), otherwise the finished RatingRun (201). */
export const NewRun = z.strictObject({
  year: z.number().int().min(2000).max(2100),
  scheme: SchemeKey,
  /** The newest version, when left out. */
  version: z.number().int().min(1).max(1_000_000).optional(),
  note: z.string().trim().max(200).optional(),
  by: z.string().trim().min(1).max(60).optional(),
});
export type NewRun = z.infer<typeof NewRun>;

/** `GET /api/ratings/jobs/{id}`; `DELETE` cancels it and leaves nothing. */
export const RatingJob = z.object({
  id: z.string(),
  /** What was asked for. */
  order: NewRun,
  state: z.enum(["running", "done", "failed", "cancelled"]),
  step: z.enum(["reading", "rating", "storing", "done"]),
  /** 0 to 1. */
  progress: z.number(),
  run: z.number().int().nullable(),
  /** What went wrong: what the request would have answered, had the client waited for it. */
  problem: Problem.nullable(),
});
export type RatingJob = z.infer<typeof RatingJob>;

/** `GET /api/ratings/jobs`: those under way and those that ended lately in the server process that answers, the newest first. */
export const JobList = z.object({ jobs: z.array(RatingJob) });
export type JobList = z.infer<typeof JobList>;

export const RunState = z.enum(["draft", "published", "withdrawn"]);
export type RunState = z.infer<typeof RunState>;

export const Pool = z.object({
  /** `all`, a district code, a park code, or `{district code}-rest` for the parks too small for a pool of their own. */
  key: z.string(),
  name: Text,
  firms: z.number().int(),
  /** Baseline of each indicator of the scheme, in its order; null where it is off. */
  baselines: z.array(z.number().nullable()),
  /** Where each baseline comes from. */
  basis: z.array(z.enum(["last_year", "fixed"]).nullable()),
  lines: z.array(z.object({ grade: GradeLetter, score: z.number().nullable() })),
});
export type Pool = z.infer<typeof Pool>;

/** `GET /api/ratings/runs?year=&state=&size=` */
export const RunSummary = z.object({
  id: z.number().int(),
  year: z.number().int(),
  size: Size,
  state: RunState,
  /** Whether it is the one that the map shows for its year and size. */
  shown: z.boolean(),
  scheme: z.object({ key: z.string(), version: z.number().int(), name: Text }),
  firms: z.number().int(),
  tallies: Tallies,
  createdAt: z.string(),
  createdBy: z.string().nullable(),
  note: z.string().nullable(),
  publishedAt: z.string().nullable(),
  noticeUntil: z.string().nullable(),
  withdrawnAt: z.string().nullable(),
  withdrawnBecause: z.string().nullable(),
  /** Whether tables it was computed from have changed since. */
  stale: z.boolean(),
  synthetic: z.boolean(),
  objections: z.object({ open: z.number().int(), accepted: z.number().int(), rejected: z.number().int() }),
  confirmations: z.number().int(),
});
export type RunSummary = z.infer<typeof RunSummary>;

export const RunQuery = z.strictObject({
  year: Year.optional(),
  state: RunState.optional(),
  size: Size.optional(),
});

export const RunList = z.object({ runs: z.array(RunSummary) });
export type RunList = z.infer<typeof RunList>;

/** `GET /api/ratings/runs/{id}` */
export const RatingRun = RunSummary.extend({
  dataRevision: z.number().int(),
  baseYear: z.number().int().nullable(),
  definition: Scheme,
  pools: z.array(Pool),
  districts: z.array(
    z.object({ code: z.string(), name: Text, tallies: Tallies, tax_per_mu: z.number().nullable() }),
  ),
});
export type RatingRun = z.infer<typeof RatingRun>;

/** `POST /api/ratings/runs/{id}/publish`, `/withdraw`: answer the run as it is then. */
export const Publish = z.strictObject({ noticeDays: z.number().int().min(0).max(365).default(7) });

export const Withdraw = z.strictObject({ because: z.string().trim().min(1).max(500) });
