import { disposalsOpen } from "../cases/disposals.ts";
import type { Cause, Disposal } from "../cases/states.ts";
import type { Clocked } from "./consequences.ts";
import type { FindingKind } from "./facts.ts";

/** Which ways of disposal (处置方式) are open for what a parcel was found to be, as a case of it will have them. */

/** By the firm's own doing a fee, then recovery; by the government's an agreement: the cause decides between them, and people find it. */
const CAUSES: readonly Cause[] = ["firm", "government"];

export function disposalsOf(building: Clocked, kinds: readonly FindingKind[], on: number): Disposal[] {
  const ways = kinds.flatMap((kind) =>
    CAUSES.flatMap((cause) => disposalsOpen({ kind, cause, building }, on)),
  );
  return [...new Set(ways)];
}
