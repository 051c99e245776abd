import type { Scenario, ScenarioBase } from "../../domain/api/shares.ts";
import type { ListedParcel } from "../../domain/shares/list.ts";
import { type Effect, effectOf, outcomesOf } from "../../domain/shares/scenario.ts";
import type { Ask } from "../asking.ts";
import { baseOf } from "../shares/base.ts";
import { parcelsNamed } from "../shares/facts.ts";
import type { OutputsStore } from "../shares/outputs.ts";
import type { PartsStore } from "../shares/parts.ts";
import { codesIn } from "./soundness.ts";

/** A scenario with what comes of it, by the same functions as on the page. */

export type Land = { parts: PartsStore; outputs: OutputsStore };

export type Reckoned = {
  scenario: Scenario;
  base: ScenarioBase;
  effect: Effect;
  /** By code, as all steps leave them. */
  parcels: readonly ListedParcel[];
  /** Named in steps, and no longer there. */
  unknown: readonly string[];
};

export async function reckon(ask: Ask, { parts, outputs }: Land, scenario: Scenario): Promise<Reckoned> {
  const { steps, year } = scenario;
  const base = await baseOf(parts, ask, year);
  const known = await parcelsNamed(ask, outputs, codesIn(steps), year);
  const { touched, unknown } = outcomesOf(steps, known);
  const parcels = [...known.values()].map((parcel) => ({
    parcel,
    after: touched.get(parcel.code)!,
    synthetic: parcel.synthetic,
  }));
  return {
    scenario,
    base,
    effect: effectOf(steps, known),
    parcels,
    unknown: [...unknown],
  };
}
