import { toMu } from "../../../domain/area.ts";
import type { Output } from "../../../domain/shares/after.ts";
import type { ScenarioParcel } from "../../../domain/shares/scenario.ts";
import { type Measure, type Option, type Solution, smallestSet } from "../../../domain/shares/solver.ts";

/** Which parcels have to be revived so that the output a mu reaches a goal. */

/** What reviving a parcel to the mean adds, as the step of a scenario does it. */
function optionOf({ code, kind, area_m2, output_wan, mean_per_mu }: ScenarioParcel): Option | null {
  if (mean_per_mu === null || kind === "other") return null;
  const gain = mean_per_mu * toMu(area_m2) - (output_wan ?? 0);
  return gain > 0 ? { code, gain, area_m2 } : null;
}

export type Solved = {
  solution: Solution;
  by: Measure;
  /** Of all candidates that anything can be gained from. */
  candidates: number;
  /** Output a mu with the set revived. */
  per_mu: number;
};

/** Null where a district did not report its output. Reviving adds no land, so only what it yields moves. */
export function solve(
  parcels: readonly ScenarioParcel[],
  now: Output,
  perMu: number,
  by: Measure,
): Solved | null {
  if (now.output_wan === null || now.land_mu <= 0) return null;
  const options = parcels.flatMap((parcel) => optionOf(parcel) ?? []);
  const solution = smallestSet(options, perMu * now.land_mu - now.output_wan, by);
  return {
    solution,
    by,
    candidates: options.length,
    per_mu: (now.output_wan + solution.gain) / now.land_mu,
  };
}
