import { z } from "zod";
import { STANDINGS } from "../shares/gap.ts";
import { SUPPLY_MODES, TRANSFER_USES } from "../shares/parts.ts";
import { LAND_BECOMES, NAMED_AT_MOST } from "../shares/scenario.ts";
import { SHARE_IDS, SWITCHES } from "../shares/switches.ts";
import { commaList } from "./comma-list.ts";
import { Note, OneLine } from "./given.ts";
import { Ring } from "./ring.ts";
import { Source } from "./source.ts";
import { Text } from "./text.ts";

/** Land shares (占比): each with what is above and below the line, where it holds, and what it was computed with. */

const ShareId = z.enum(SHARE_IDS);
const District = z.string().regex(/^\d{6}$/);
const Year = z.coerce.number().int().min(2000).max(2100);
const yesNo = z.stringbool().optional();

/** What is left out is as `DEFAULT_SWITCHES` has it. */
const SWITCHED = { m0: yesNo, warehouse: yesNo, negotiated: yesNo, lease_then_transfer: yesNo };

/** `GET /api/shares?year=2025`: a list of all shares; with `district` those of that district alone. */
export const ShareQuery = z.strictObject({ year: Year, district: District.optional(), ...SWITCHED });
export type ShareQuery = z.infer<typeof ShareQuery>;

const Basis = z.object({
  numerator: Text,
  denominator: Text,
  /** Those that matter to this share. */
  switches: z.partialRecord(z.enum(SWITCHES), z.boolean()),
  source: Source,
  note: Text,
  /** Where the figures come from, in words. */
  data: Text,
  synthetic: z.boolean(),
});

export const Share = z.object({
  id: ShareId,
  sign: z.string(),
  name: Text,
  numerator: z.number(),
  /** Null where a district did not report it. */
  denominator: z.number().nullable(),
  unit: z.literal("m²"),
  percent: z.number().nullable(),
  /** In percent; null where nothing is asked. */
  target: z.number().nullable(),
  /** What was published of it, in percent. */
  baseline: z.number().nullable(),
  standing: z.enum(STANDINGS),
  /**
   * What is missing to the target, in m²: above the line alone, or on both sides as a transfer is; and how much may go to others until
   * the target is missed. Null without a target or a denominator.
   */
  gap: z.object({ above_m2: z.number(), both_m2: z.number(), room_m2: z.number() }).nullable(),
  /** Whose land: the seven districts together, or one. */
  scope: Text,
  /** Of which it speaks when the target is the whole city's. */
  target_scope: Text,
  /** The day it holds for: the end of the year, or today where the year isn't over. */
  date: z.iso.date(),
  basis: Basis,
});
export type Share = z.infer<typeof Share>;
export const ShareList = z.array(Share);

const Point = z.object({
  id: ShareId,
  year: z.number().int(),
  district: z.string().nullable(),
  numerator: z.number(),
  denominator: z.number().nullable(),
  percent: z.number().nullable(),
});

/** `GET /api/shares/series`: every share of every year, of all together and of each district, for trends and small multiples. */
export const SeriesQuery = z.strictObject(SWITCHED);
export type SeriesQuery = z.infer<typeof SeriesQuery>;
export const ShareSeries = z.object({
  years: z.array(z.number().int()),
  districts: z.array(z.object({ code: z.string(), name: Text })),
  points: z.array(Point),
  synthetic: z.boolean(),
});
export type ShareSeries = z.infer<typeof ShareSeries>;

/** `GET /api/shares/months?year=`: R2 month by month, with the gap that runs along. */
export const MonthQuery = z.strictObject({ year: Year, district: District.optional(), ...SWITCHED });
export type MonthQuery = z.infer<typeof MonthQuery>;
export const ShareMonths = z.object({
  year: z.number().int(),
  target: z.number(),
  months: z.array(
    z.object({
      month: z.number().int(),
      /** Of the month alone. */
      industrial_m2: z.number(),
      other_m2: z.number(),
      /** From January on. */
      numerator: z.number(),
      denominator: z.number(),
      percent: z.number().nullable(),
      missing_m2: z.number(),
    }),
  ),
  synthetic: z.boolean(),
});
export type ShareMonths = z.infer<typeof ShareMonths>;

/** `GET /api/shares/base?year=`: what a scenario starts from: the parts of each district. */
export const BaseQuery = z.strictObject({ year: Year });
export type BaseQuery = z.infer<typeof BaseQuery>;
const kinds = z.object({ industry: z.number(), m0: z.number(), warehouse: z.number() });
export const ScenarioBase = z.object({
  year: z.number().int(),
  districts: z.array(
    z.object({
      code: z.string(),
      name: Text,
      net_m2: kinds,
      area_m2: kinds,
      urban_m2: z.number().nullable(),
      construction_m2: z.number().nullable(),
      /** Revenue of industry above the designated size, in 万元. */
      output_wan: z.number().nullable(),
    }),
  ),
  transfers: z.array(
    z.object({
      district: z.string(),
      month: z.number().int(),
      use: z.enum(TRANSFER_USES),
      mode: z.enum(SUPPLY_MODES),
      area_m2: z.number(),
    }),
  ),
  /** The plan's 2030 output over today's land, in 万元 a mu, with the clause; null where not all districts have a target. */
  output_target: z.object({ per_mu: z.number(), source: Source, note: Text }).nullable(),
  synthetic: z.boolean(),
});
export type ScenarioBase = z.infer<typeof ScenarioBase>;

const ParcelCode = z.string().regex(/^[0-9A-Z]{19}$/);
const BOX = /^-?\d+(\.\d+)?(,-?\d+(\.\d+)?){3}$/;
const Longitude = z.number().min(-180).max(180);
const Latitude = z.number().min(-90).max(90);

/** `GET /api/shares/parcels`: facts of parcels for a scenario, column by column: by code, in a box or an area, or all that a screening suspects. */
export const ParcelFactsQuery = z.strictObject({
  codes: z
    .string()
    .transform((codes) => codes.split(","))
    .pipe(z.array(ParcelCode).max(NAMED_AT_MOST))
    .optional(),
  /** West, south, east, north in degrees. */
  bbox: z
    .string()
    .regex(BOX, "four numbers with commas between them: west,south,east,north")
    .transform((box) => box.split(",").map(Number))
    .pipe(z.tuple([Longitude, Latitude, Longitude, Latitude]))
    .refine(([west, south, east, north]) => west <= east && south <= north, {
      message: "the west comes before the east, the south before the north",
    })
    .optional(),
  /** With its middle in the area. */
  within: Ring.optional(),
  slack: commaList(z.enum(["idle", "inefficient", "scattered"])).optional(),
  district: District.optional(),
  /** Only land that was supplied by its end. */
  year: Year.optional(),
});
export type ParcelFactsQuery = z.infer<typeof ParcelFactsQuery>;
export const ParcelFactsColumns = z.object({
  codes: z.array(z.string()),
  districts: z.array(z.string()),
  kinds: z.array(z.enum(LAND_BECOMES)),
  net_m2: z.array(z.number()),
  area_m2: z.array(z.number()),
  output_wan: z.array(z.number().nullable()),
  floor_m2: z.array(z.number().nullable()),
  mean_per_mu: z.array(z.number().nullable()),
  /** Whether there are more than are told (10,000). */
  more: z.boolean(),
});
export type ParcelFactsColumns = z.infer<typeof ParcelFactsColumns>;

const Codes = z.array(ParcelCode).min(1).max(20_000);
const Area = z.number().positive().max(1e9);
const ScenarioStep = z.discriminatedUnion("do", [
  z.strictObject({
    do: z.literal("revive"),
    parcels: Codes,
    per_mu: z.number().min(0).max(1e6).nullable(),
  }),
  z.strictObject({ do: z.literal("rezone"), parcels: Codes, to: z.enum(LAND_BECOMES) }),
  z.strictObject({ do: z.literal("retire"), parcels: Codes }),
  z.strictObject({ do: z.literal("raise_far"), parcels: Codes, far: z.number().positive().max(20) }),
  z.strictObject({
    do: z.literal("transfer"),
    district: District,
    month: z.number().int().min(1).max(12),
    use: z.enum(TRANSFER_USES),
    mode: z.enum(SUPPLY_MODES),
    area_m2: Area,
  }),
  z.strictObject({
    do: z.literal("growth"),
    district: District,
    urban_m2: z.number().min(-1e9).max(1e9),
    construction_m2: z.number().min(-1e9).max(1e9),
  }),
]);

const SCENARIO = {
  name: OneLine.min(1).max(80),
  note: Note.default(""),
  year: z.number().int().min(2000).max(2100),
  switches: z.strictObject({
    m0: z.boolean(),
    warehouse: z.boolean(),
    negotiated: z.boolean(),
    lease_then_transfer: z.boolean(),
  }),
  steps: z.array(ScenarioStep).max(500),
};

/** `POST /api/scenarios` → 201; `PUT /api/scenarios/{id}` with the version it was made on, 409 with `current` on another; `DELETE`. */
export const NewScenario = z.strictObject(SCENARIO);
export type NewScenario = z.infer<typeof NewScenario>;
export const ScenarioChange = z.strictObject({ ...SCENARIO, version: z.number().int().min(1) });
export type ScenarioChange = z.infer<typeof ScenarioChange>;

/**
 * `GET /api/scenarios/{id}/list`: as XLSX its shares, steps and parcels as sheets, as CSV the part that is asked for, as JSON parcels
 * with their outlines (GeoJSON), shares and steps beside them.
 */
export const ScenarioListQuery = z.strictObject({
  part: z.enum(["shares", "steps", "parcels"]).default("parcels"),
  f: z.enum(["csv", "xlsx", "json"]).default("xlsx"),
});

export const ScenarioSummary = z.object({
  id: z.number().int(),
  version: z.number().int(),
  name: z.string(),
  note: z.string(),
  year: z.number().int(),
  steps: z.number().int(),
  createdBy: z.string().nullable(),
  createdAt: z.string(),
  changedAt: z.string(),
  /** Whether whoever asks may change it: its maker, and administrators. */
  mayChange: z.boolean(),
  synthetic: z.boolean(),
});
export const Scenario = ScenarioSummary.omit({ steps: true }).extend({
  switches: SCENARIO.switches,
  steps: SCENARIO.steps,
});
export type Scenario = z.infer<typeof Scenario>;
/** `GET /api/scenarios` */
export const ScenarioList = z.object({ scenarios: z.array(ScenarioSummary) });
export type ScenarioList = z.infer<typeof ScenarioList>;
