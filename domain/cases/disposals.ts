import { monthsAfter } from "../civil-days.ts";
import { type Clocked, clockOf, FEE_MONTHS, RECOVERY_MONTHS } from "../screening/consequences.ts";
import type { CaseKind, Cause, Disposal } from "./states.ts";

/** Which ways of disposal (处置方式) are open to a case once its cause is known. */

type Situation = { kind: CaseKind; cause: Cause; building: Clocked };

/** Delays that are not a firm's own are put right by agreement. */
const AGREED: readonly Disposal[] = [
  "extension",
  "planning_change",
  "temporary_use",
  "negotiated_recovery",
  "exchange",
];
/** Land that a firm leaves idle may also be bought back, passed on or used after all (收回收购、转让合作、优化开发). */
const BY_FIRM: readonly Disposal[] = ["negotiated_recovery", "merger", "reinvestment"];
const REVIVED: readonly Disposal[] = ["negotiated_recovery", "merger", "upgrading", "reinvestment"];
/** Only what stands can be renewed or raised. */
const BUILT_ON: readonly Disposal[] = ["more_capacity", "workshop_renewal"];
const WITHIN_PARKS: readonly Disposal[] = ["unified_reserve", "function_change", "observation"];
const GATHERED: readonly Disposal[] = [
  "planning_change",
  "consolidation",
  "function_change",
  "relocation",
  "unified_reserve",
];
const OUTSIDE_PARKS: readonly Disposal[] = ["workshop_renewal", "negotiated_recovery", "observation"];

/** An extension (延长动工期限) ends after a year at most. */
export const EXTENSION_MONTHS = 12;

/** From one year on the fee (土地闲置费), from two years on recovery without pay (无偿收回). */
function byDelay(building: Clocked, on: number): Disposal[] {
  const clock = clockOf(building);
  if (clock === null) return [];
  if (on >= monthsAfter(clock, RECOVERY_MONTHS)) return ["recovery_without_pay"];
  return on >= monthsAfter(clock, FEE_MONTHS) ? ["idle_fee"] : [];
}

/** The ways that are open when it is decided on a day, the one that the rules ask for first. */
export function disposalsOpen({ kind, cause, building }: Situation, on: number): readonly Disposal[] {
  if (kind === "inefficient")
    return [...REVIVED, ...(building.completed === null ? [] : BUILT_ON), ...WITHIN_PARKS];
  if (kind === "scattered") return [...GATHERED, ...OUTSIDE_PARKS];
  if (cause === "unknown") return [];
  return cause === "firm" ? [...byDelay(building, on), ...BY_FIRM] : AGREED;
}
