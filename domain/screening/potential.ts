import type { Text } from "../api/text.ts";
import type { Certainty } from "./facts.ts";

/**
 * What land could carry and yield beyond today (提容增效、工业上楼): floor area by reaching a ratio, output by reaching a mean. A range,
 * for two honest ways to reckon disagree; what it assumes is always shown beside it.
 */

export const POOLS = ["park", "district", "city"] as const;
/** Whose mean output a parcel is compared with. */
export type Pool = (typeof POOLS)[number];

/** From the lower to the higher of two estimates. */
export type Range = readonly [low: number, high: number];

/** What every potential of a run takes for granted. */
export type Assumption = {
  name:
    | "far_low"
    | "far_high"
    | "upstairs_far"
    | "upstairs_from"
    | "output_year"
    | "output_low_high"
    | "pool";
  text: Text;
  certainty: Certainty;
  value: number | null;
};
