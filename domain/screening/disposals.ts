import type { Disposal } from "../cases/states.ts";
import { consequencesOf, type Priced } from "./consequences.ts";
import type { FindingKind } from "./facts.ts";

/** Which ways of disposal (处置方式) are open for what a parcel was found to be. */

/** By the firm's own doing a fee and recovery, by the government's an agreement: the cause decides between them, and people find it. */
export const AGREED: readonly Disposal[] = [
  "extension",
  "planning_change",
  "temporary_use",
  "negotiated_recovery",
  "exchange",
];

export const REVIVED: readonly Disposal[] = ["negotiated_recovery", "merger", "upgrading", "reinvestment"];
export const BUILT_ON: readonly Disposal[] = ["more_capacity", "workshop_renewal"];
export const GATHERED: readonly Disposal[] = [
  "planning_change",
  "consolidation",
  "function_change",
  "relocation",
  "unified_reserve",
];

export function disposalsOf(facts: Priced, kinds: readonly FindingKind[], on: number): Disposal[] {
  const ways = new Set<Disposal>();
  const add = (more: readonly Disposal[]) => {
    for (const way of more) ways.add(way);
  };
  if (kinds.includes("idle")) {
    const follows = consequencesOf(facts);
    if (follows && on >= follows.fee_from) add(["idle_fee"]);
    if (follows && on >= follows.recovery_from) add(["recovery_without_pay"]);
    add(AGREED);
  }
  if (kinds.includes("inefficient")) {
    add(REVIVED);
    if (facts.completed !== null) add(BUILT_ON);
  }
  if (kinds.includes("scattered")) add(GATHERED);
  if (ways.size > 0) add(["observation"]);
  return [...ways];
}
