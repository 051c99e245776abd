import { z } from "zod";
import { CASE_STATES } from "../cases/states.ts";
import { KINDS, RULE_NAMES } from "../screening/facts.ts";
import { commaList } from "./comma-list.ts";
import { GivenDay, OneLine } from "./given.ts";
import { Assumption, ParcelPotential } from "./potential.ts";
import { Problem } from "./problem.ts";
import { Text } from "./text.ts";

/** Screening (疑似闲置、疑似低效、园外零散): which rule fires on which parcel, on what evidence. */

const RuleName = z.enum(RULE_NAMES);
const FindingKind = z.enum(KINDS);
const Weight = z.enum(["hard", "soft", "label"]);
const Day = z.iso.date();

/** The thresholds that a run may set otherwise; what is left out is the default. */
export const Thresholds = z.strictObject({
  /** Months after the agreed start until land not started is idle. */
  idle_months: z.number().int().min(1).max(120).optional(),
  idle_developed_share: z.number().min(0).max(1).optional(),
  idle_invested_share: z.number().min(0).max(1).optional(),
  /** Months that building has stood still. */
  stalled_months: z.number().int().min(1).max(120).optional(),
  late_months: z.number().int().min(1).max(240).optional(),
  investment_months: z.number().int().min(1).max(240).optional(),
  investment_share: z.number().min(0).max(1).optional(),
  production_months: z.number().int().min(1).max(240).optional(),
  tax_share: z.number().min(0).max(1).optional(),
  /** Where no industry is known; those of industries come with the program. */
  far_default: z.number().min(0).max(20).optional(),
  /** Below it a low floor-area ratio is a hard rule. */
  far_hard: z.number().min(0).max(20).optional(),
  building_coefficient: z.number().min(0).max(1).optional(),
  office_share: z.number().min(0).max(1).optional(),
  park_share: z.number().min(0).max(1).optional(),
  soft_together: z.number().int().min(1).max(10).optional(),
  /** Output of land (产出率) that is asked for, in 万元 a mu; 0 asks nothing, for no such figure is public. */
  output_control: z.number().min(0).max(100_000).optional(),
  output_share: z.number().min(0).max(1).optional(),
  /** Floor-area ratio of industry on several storeys (工业上楼), and from which lowest ratio on an industry is light enough for it. */
  upstairs_far: z.number().min(0.1).max(20).optional(),
  upstairs_from: z.number().min(0).max(20).optional(),
});
export type Thresholds = z.infer<typeof Thresholds>;

/** `GET /api/screening/rules` */
export const ScreeningRule = z.object({
  name: RuleName,
  /** As officers call it: 闲置一, E1 … */
  number: z.string(),
  kind: FindingKind,
  weight: Weight,
  title: Text,
  /** What it tests, in words, with the thresholds in force by default. */
  test: Text,
  basis: z.object({
    text: Text,
    certainty: z.enum(["policy", "read", "second_hand", "common", "suggested"]),
    source: z.object({ file: z.string(), section: z.string(), line: z.number().int() }).nullable(),
  }),
  limits: z.array(
    z.object({
      name: Thresholds.keyof(),
      value: z.number(),
      unit: z.enum(["months", "share", "ratio", "count", "wan_per_mu"]),
    }),
  ),
});
export type ScreeningRule = z.infer<typeof ScreeningRule>;
export const RuleList = z.object({
  version: z.string(),
  rules: z.array(ScreeningRule),
  /** What potential takes for granted by default. */
  assumptions: z.array(Assumption),
});
export type RuleList = z.infer<typeof RuleList>;

/** `POST /api/screening/runs`; with `Prefer: respond-async` a job (202), else the run (201). */
export const NewScreening = z.strictObject({
  referenceDate: GivenDay,
  thresholds: Thresholds.default({}),
  note: OneLine.max(200).optional(),
});
export type NewScreening = z.infer<typeof NewScreening>;

export const ScreeningJob = z.object({
  id: z.string(),
  order: NewScreening,
  state: z.enum(["running", "done", "failed", "cancelled"]),
  /** 0 to 1. */
  progress: z.number(),
  run: z.number().int().nullable(),
  problem: Problem.nullable(),
});
export type ScreeningJob = z.infer<typeof ScreeningJob>;
export const ScreeningJobList = z.object({ jobs: z.array(ScreeningJob) });
export type ScreeningJobList = z.infer<typeof ScreeningJobList>;

const Tally = z.object({ parcels: z.number().int(), area_m2: z.number() });
const Tallies = z.object({ idle: Tally, inefficient: Tally, scattered: Tally });

export const ScreeningRun = z.object({
  id: z.number().int(),
  referenceDate: Day,
  state: z.enum(["draft", "published", "withdrawn"]),
  /** Whether it is the one that the map shows. */
  shown: z.boolean(),
  /** Every threshold that was in force. */
  thresholds: Thresholds.required(),
  /** Version of the rules it was made with. */
  rules: z.string(),
  parcels: z.number().int(),
  tallies: Tallies,
  byRule: z.array(z.object({ rule: RuleName, parcels: z.number().int() })),
  createdAt: z.string(),
  createdBy: z.string().nullable(),
  note: z.string().nullable(),
  publishedAt: z.string().nullable(),
  /** Whether tables it was computed from have changed since. */
  stale: z.boolean(),
  synthetic: z.boolean(),
});
export type ScreeningRun = z.infer<typeof ScreeningRun>;
export const ScreeningRunList = z.object({ runs: z.array(ScreeningRun) });
export type ScreeningRunList = z.infer<typeof ScreeningRunList>;

/** How urgent a candidate is: days until or since the next deadline decide. */
const URGENCIES = ["overdue", "soon", "later", "none"] as const;

/** `GET /api/screening/candidates`: the work list of the run that is shown. */
export const CandidateQuery = z.strictObject({
  kind: commaList(z.enum(["idle", "inefficient"])).optional(),
  district: commaList(z.string().regex(/^\d{6}$/)).optional(),
  park: z.string().max(80).optional(),
  rule: commaList(RuleName).optional(),
  /** `none` for those without a case. */
  state: commaList(z.enum([...CASE_STATES, "none"])).optional(),
  urgency: commaList(z.enum(URGENCIES)).optional(),
  /** Part of a parcel code, an address or a holder. */
  q: z.string().trim().min(1).max(60).optional(),
  sort: z.enum(["-days", "days", "-area", "area", "code", "deadline"]).default("-days"),
  limit: z.coerce.number().int().min(1).max(500).default(100),
  offset: z.coerce.number().int().min(0).max(1_000_000).default(0),
  /** Code of a parcel whose place in the whole selection, under this order, is wanted too. */
  find: z.string().length(19).optional(),
});
export type CandidateQuery = z.infer<typeof CandidateQuery>;

export const Candidate = z.object({
  parcel_code: z.string(),
  kind: z.enum(["idle", "inefficient"]),
  rules: z.array(RuleName),
  since: Day.nullable(),
  days: z.number().int().nullable(),
  area_m2: z.number(),
  district_code: z.string(),
  district_name: z.string(),
  park_name: z.string().nullable(),
  address: z.string(),
  holder: z.string().nullable(),
  /** The next day on which something follows, and how urgent that is on the day of asking. */
  deadline: Day.nullable(),
  urgency: z.enum(URGENCIES),
  case_id: z.number().int().nullable(),
  case_state: z.enum(CASE_STATES).nullable(),
  /** A point inside it: lon, lat. */
  at: z.tuple([z.number(), z.number()]),
});
export type Candidate = z.infer<typeof Candidate>;

export const CandidatePage = z.object({
  run: z.number().int().nullable(),
  referenceDate: Day.nullable(),
  matched: z.number().int(),
  area_m2: z.number(),
  candidates: z.array(Candidate),
  /** How many come before the parcel that was to be found; null where it is not among them. */
  found: z.number().int().nullable().optional(),
});
export type CandidatePage = z.infer<typeof CandidatePage>;

/**
 * `GET /api/screening/marks`: the same selection for the map, all of it. Column by column, so that many are still a short answer: what
 * stands at the same place in each belongs to the same parcel.
 */
export const MarkQuery = CandidateQuery.omit({ sort: true, limit: true, offset: true, find: true });
export type MarkQuery = z.infer<typeof MarkQuery>;

export const CandidateMarks = z.object({
  run: z.number().int().nullable(),
  parcels: z.array(z.string()),
  kinds: z.array(z.enum(["idle", "inefficient"])),
  rules: z.array(z.array(RuleName)),
  days: z.array(z.number().int().nullable()),
  areas_m2: z.array(z.number()),
  urgencies: z.array(z.enum(URGENCIES)),
  states: z.array(z.enum(CASE_STATES).nullable()),
});
export type CandidateMarks = z.infer<typeof CandidateMarks>;

const Evidence = z.object({
  rule: RuleName,
  weight: Weight,
  since: Day.nullable(),
  facts: z.record(z.string(), z.union([z.number(), z.string()])),
  limits: z.record(z.string(), z.number()),
});

/** `GET /api/screening/parcels/{code}`: what an officer asks of a parcel. */
export const ParcelScreening = z.object({
  parcel_code: z.string(),
  run: z.number().int().nullable(),
  referenceDate: Day.nullable(),
  findings: z.array(
    z.object({
      kind: FindingKind,
      since: Day.nullable(),
      days: z.number().int().nullable(),
      evidence: z.array(Evidence),
    }),
  ),
  /** Days that matter on the way of the parcel, past and to come, in order. */
  timeline: z.array(
    z.object({
      day: Day,
      what: z.enum([
        "supplied",
        "agreed_start",
        "extended_start",
        "started",
        "stopped",
        "agreed_completion",
        "completed",
        "production_stopped",
        "warning_90",
        "warning_30",
        "nine_months",
        "one_year",
        "two_years_90",
        "two_years",
        "reference",
      ]),
      past: z.boolean(),
    }),
  ),
  /** What follows for land that is idle by the firm's own doing; null where it isn't idle. Cause is for people to find. */
  consequences: z
    .object({
      /** 20 % of the price, from one year on; null where no price is known. */
      fee_wan: z.number().nullable(),
      fee_from: Day,
      recovery_from: Day,
    })
    .nullable(),
  disposals: z.array(z.string()),
  documents: z.array(Text),
  /** What it could carry and yield beyond today; null where nothing is to be gained. */
  potential: ParcelPotential.nullable(),
  synthetic: z.boolean(),
});
export type ParcelScreening = z.infer<typeof ParcelScreening>;

/** `GET /api/screening/summary`: by district, of the run that is shown. */
export const ScreeningSummary = z.object({
  run: z.number().int().nullable(),
  referenceDate: Day.nullable(),
  synthetic: z.boolean(),
  total: Tallies,
  districts: z.array(z.object({ code: z.string(), name: Text, tallies: Tallies })),
  byRule: z.array(z.object({ rule: RuleName, parcels: z.number().int(), area_m2: z.number() })),
});
export type ScreeningSummary = z.infer<typeof ScreeningSummary>;
