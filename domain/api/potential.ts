import { z } from "zod";
import { CASE_STATES } from "../cases/states.ts";
import { KINDS } from "../screening/facts.ts";
import { ASSUMPTION_NAMES, POOLS } from "../screening/potential.ts";
import { commaList } from "./comma-list.ts";
import { Text } from "./text.ts";

/** Potential (提容增效、工业上楼): what land could carry and yield beyond today, and what joining scattered land would give. */

const FindingKind = z.enum(KINDS);

/** Low and high; money in 万元 a year. */
const Range = z.tuple([z.number(), z.number()]);

export const Assumption = z.object({
  name: z.enum(ASSUMPTION_NAMES),
  text: Text,
  certainty: z.enum(["policy", "read", "second_hand", "common", "suggested"]),
  value: z.number().nullable(),
});

/** What one parcel could; also a part of `GET /api/screening/parcels/{code}`, null where nothing is to be gained. */
export const ParcelPotential = z.object({
  floor_m2: Range,
  /** Null where neither of the two ways to reckon it can be gone. */
  output_wan: Range.nullable(),
  far: z.object({ now: z.number().nullable(), low: z.number(), high: z.number() }),
  output: z.object({
    now_per_mu: z.number().nullable(),
    mean_per_mu: z.number().nullable(),
    pool: z.enum(POOLS).nullable(),
    /** Name of the park or the district whose mean that is. */
    pool_name: Text.nullable(),
  }),
});
export type ParcelPotential = z.infer<typeof ParcelPotential>;

/** `GET /api/screening/potential`: the parcels that matter most, of the run that is shown. */
export const PotentialQuery = z.strictObject({
  /** `none` for parcels that are neither idle, inefficient nor scattered. */
  kind: commaList(z.enum([...KINDS, "none"])).optional(),
  district: commaList(z.string().regex(/^\d{6}$/)).optional(),
  park: z.string().max(80).optional(),
  q: z.string().trim().min(1).max(60).optional(),
  /** By the middle of the range. */
  sort: z.enum(["-output", "-floor", "-area", "code"]).default("-output"),
  limit: z.coerce.number().int().min(1).max(500).default(100),
  offset: z.coerce.number().int().min(0).max(1_000_000).default(0),
});
export type PotentialQuery = z.infer<typeof PotentialQuery>;

/** `GET /api/screening/potential/list`: the first of the same selection as a table for a spreadsheet. */
export const PotentialListQuery = PotentialQuery.omit({ limit: true, offset: true }).extend({
  limit: z.coerce.number().int().min(1).max(10_000).default(100),
  f: z.enum(["csv", "xlsx"]).default("csv"),
});
export type PotentialListQuery = z.infer<typeof PotentialListQuery>;

export const PotentialParcel = ParcelPotential.extend({
  parcel_code: z.string(),
  kinds: z.array(FindingKind),
  district_code: z.string(),
  district_name: z.string(),
  park_name: z.string().nullable(),
  address: z.string(),
  holder: z.string().nullable(),
  industry_code: z.string().nullable(),
  area_m2: z.number(),
  case_id: z.number().int().nullable(),
  case_state: z.enum(CASE_STATES).nullable(),
  at: z.tuple([z.number(), z.number()]),
  synthetic: z.boolean(),
});
export type PotentialParcel = z.infer<typeof PotentialParcel>;

export const PotentialPage = z.object({
  run: z.number().int().nullable(),
  referenceDate: z.iso.date().nullable(),
  /** Year of the output that it is reckoned from; null where no rating is published. */
  year: z.number().int().nullable(),
  matched: z.number().int(),
  /** Of all that matched. */
  area_m2: z.number(),
  floor_m2: Range,
  output_wan: Range,
  assumptions: z.array(Assumption),
  parcels: z.array(PotentialParcel),
  synthetic: z.boolean(),
});
export type PotentialPage = z.infer<typeof PotentialPage>;

/** What joining a group of scattered land would give; `scattered_group.gain`. */
const GroupGain = z.object({
  floor_m2: Range,
  output_wan: Range.nullable(),
  /** Land between its parcels that one outline around them would take in, in m². */
  between_m2: z.number(),
  /** The largest of its parcels, in m²: what can be built on as one today. */
  largest_m2: z.number(),
  /** Whether the nearest park has idle land enough to take it in. */
  fits_park: z.boolean(),
});

/** `GET /api/screening/groups` */
export const GroupQuery = z.strictObject({
  district: commaList(z.string().regex(/^\d{6}$/)).optional(),
  sort: z.enum(["-area", "-parcels", "-output", "distance", "code"]).default("-area"),
  limit: z.coerce.number().int().min(1).max(500).default(100),
  offset: z.coerce.number().int().min(0).max(1_000_000).default(0),
});
export type GroupQuery = z.infer<typeof GroupQuery>;

export const ScatteredGroup = z.object({
  /** `S12`; the number of the group in its run. */
  group_code: z.string(),
  district_code: z.string(),
  district_name: z.string(),
  parcels: z.number().int(),
  area_m2: z.number(),
  owners: z.number().int(),
  control_lines: z.object({ red: z.number(), yellow: z.number(), none: z.number() }),
  nearest_park: z
    .object({ code: z.string(), name: Text, distance_m: z.number(), room_m2: z.number() })
    .nullable(),
  /** Null in runs made before it was reckoned. */
  gain: GroupGain.nullable(),
  at: z.tuple([z.number(), z.number()]),
  synthetic: z.boolean(),
});
export type ScatteredGroup = z.infer<typeof ScatteredGroup>;

export const GroupPage = z.object({
  run: z.number().int().nullable(),
  referenceDate: z.iso.date().nullable(),
  matched: z.number().int(),
  area_m2: z.number(),
  groups: z.array(ScatteredGroup),
});
export type GroupPage = z.infer<typeof GroupPage>;

/** `GET /api/screening/groups/{code}`: a group with its parcels, the largest first. */
export const GroupDetail = ScatteredGroup.extend({
  disposals: z.array(z.string()),
  members: z.array(
    z.object({
      parcel_code: z.string(),
      address: z.string(),
      holder: z.string().nullable(),
      area_m2: z.number(),
      control_line: z.enum(["red", "yellow", "none"]),
      /** What else the screening says of it. */
      kinds: z.array(FindingKind),
      case_id: z.number().int().nullable(),
      case_state: z.enum(CASE_STATES).nullable(),
      output_wan: Range.nullable(),
    }),
  ),
  assumptions: z.array(Assumption),
});
export type GroupDetail = z.infer<typeof GroupDetail>;
