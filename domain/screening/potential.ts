import type { Text } from "../api/text.ts";
import { toMu } from "../area.ts";
import { asOf } from "./as-of.ts";
import type { Certainty, Finding, ParcelFacts, RuleName } from "./facts.ts";
import { leastFloorAreaRatio } from "./floor-area.ts";
import type { Limits } from "./rule.ts";

/**
 * What land could carry and yield beyond today (提容增效、工业上楼): floor area by reaching a ratio, output by reaching a mean. A range,
 * for two honest ways to reckon disagree; what it assumes is always shown beside it.
 */

export const POOLS = ["park", "district", "city"] as const;
/** Whose mean output a parcel is compared with. */
export type Pool = (typeof POOLS)[number];

/** From the lower to the higher of two estimates. */
export type Range = readonly [low: number, high: number];

export const ASSUMPTION_NAMES = [
  "counted",
  "leaving",
  "far_low",
  "far_high",
  "upstairs_far",
  "upstairs_from",
  "output_low_high",
  "output_year",
  "pool",
] as const;

/** What every potential of a run takes for granted. */
export type Assumption = {
  name: (typeof ASSUMPTION_NAMES)[number];
  text: Text;
  certainty: Certainty;
  value: number | null;
};

/** Σ output over Σ land, and over Σ floor area where that is known, of parcels whose output is; in 万元 a year. */
export type Mean = { per_mu: number; per_floor_m2: number | null };

/** Of pools with enough parcels that produce. */
export type Means = {
  parks: ReadonlyMap<string, Mean>;
  districts: ReadonlyMap<string, Mean>;
  city: Mean | null;
};

/** Fewer parcels that produce make no mean. */
export const LEAST_PRODUCING = 5;

export type Potential = {
  floor_m2: Range;
  /** In 万元 a year; null where neither way to reckon it can be gone. */
  output_wan: Range | null;
  far: { now: number | null; low: number; high: number };
  output: { now_per_mu: number | null; mean_per_mu: number | null; pool: Pool | null };
};

/** Less is what rounding leaves. */
const LEAST_FLOOR_M2 = 1;
const LEAST_OUTPUT_WAN = 0.01;

/** Null where nothing is to be gained, or nothing can be known. */
export function potentialOf(
  known: ParcelFacts,
  on: number,
  findings: readonly Finding[],
  means: Means,
  limits: Limits,
): Potential | null {
  const facts = asOf(known, on);
  const today = todayOf(facts, findings);
  if (!today) return null;
  const { area_m2 } = facts;
  const ratios = ratiosOf(facts, limits);
  const gain = (ratio: number) => {
    const more = today.floor_m2 === null ? 0 : ratio * area_m2 - today.floor_m2;
    return more < LEAST_FLOOR_M2 ? 0 : more;
  };
  const floor_m2: Range = [gain(ratios.low), gain(ratios.high)];
  const compared = meanOf(facts, means, limits.thresholds.park_share);
  const estimates = compared ? estimatesOf(today, floor_m2[0], toMu(area_m2), compared.mean) : [];
  const output_wan: Range | null =
    estimates.length > 0 ? [Math.min(...estimates), Math.max(...estimates)] : null;
  if (floor_m2[1] === 0 && !(output_wan && output_wan[1] >= LEAST_OUTPUT_WAN)) return null;
  return {
    floor_m2,
    output_wan,
    far: { now: today.floor_m2 === null ? null : today.floor_m2 / area_m2, ...ratios },
    output: {
      now_per_mu: today.output_wan === null ? null : today.output_wan / toMu(area_m2),
      mean_per_mu: compared?.mean.per_mu ?? null,
      pool: compared?.pool ?? null,
    },
  };
}

type Today = { floor_m2: number | null; output_wan: number | null };

const LEFT_UNFINISHED: ReadonlySet<RuleName> = new Set([
  "idle_not_started",
  "idle_stalled",
  "late_completion",
]);

/**
 * What stands on it and is earned there. What is left unfinished carries and earns nothing, whatever is apportioned to it of a firm
 * that produces elsewhere; what is being built in time will carry what was agreed on without anyone's doing: null.
 */
function todayOf(facts: ParcelFacts, findings: readonly Finding[]): Today | null {
  const { completed, started, agreed_start, agreed_completion, production_stopped } = facts;
  const finished = completed !== null || (started ?? agreed_start ?? agreed_completion) === null;
  if (finished)
    return {
      floor_m2: facts.floor_area_m2,
      output_wan: facts.output_wan ?? (production_stopped === null ? null : 0),
    };
  const left = findings.some(({ evidence }) => evidence.some(({ rule }) => LEFT_UNFINISHED.has(rule)));
  return left ? { floor_m2: 0, output_wan: 0 } : null;
}

/** An industry that the control indicators don't list is not taken upstairs. */
function ratiosOf({ industry, agreed_far }: ParcelFacts, { thresholds, minima }: Limits) {
  const own = leastFloorAreaRatio(industry, minima, Number.NaN);
  const low = Number.isNaN(own) ? thresholds.far_default : own;
  const upstairs = own >= thresholds.upstairs_from ? thresholds.upstairs_far : 0;
  return { low, high: Math.max(low, agreed_far ?? 0, upstairs) };
}

/** Of its park, else of its district, else of all; land that is scattered only touches a park. */
function meanOf(
  { park, park_share, district }: ParcelFacts,
  means: Means,
  scatteredBelow: number,
): { pool: Pool; mean: Mean } | null {
  const ofPark = park === null || park_share < scatteredBelow ? undefined : means.parks.get(park);
  if (ofPark) return { pool: "park", mean: ofPark };
  const ofDistrict = means.districts.get(district);
  if (ofDistrict) return { pool: "district", mean: ofDistrict };
  return means.city && { pool: "city", mean: means.city };
}

/** More floor that yields what floor yields there, and land that yields what land yields there. */
function estimatesOf({ floor_m2, output_wan }: Today, more_m2: number, mu: number, mean: Mean): number[] {
  const byFloor = floor_m2 === null || mean.per_floor_m2 === null ? [] : [more_m2 * mean.per_floor_m2];
  const byLand = output_wan === null ? [] : [Math.max(0, mean.per_mu * mu - output_wan)];
  return [...byFloor, ...byLand];
}
