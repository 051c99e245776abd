import { termsOf } from "../../domain/rating/grade.ts";
import * as points from "../../domain/rating/points.ts";
import type { ChosenRun } from "./chosen-runs.ts";

/** Which indicators counted in a run: a local one without a baseline is off for the whole run, whatever its scheme says. */
export function enabledOf({ pools, scheme }: ChosenRun): boolean[] {
  return scheme.definition.indicators.map(({ enabled }, i) =>
    pools.length === 0 ? enabled : pools.some(({ baselines }) => (baselines[i] ?? null) !== null),
  );
}

/** What lifts the weights that counted to a hundred. */
export const scaleOf = (run: ChosenRun): number =>
  points.scaleOf(termsOf(run.scheme.definition, enabledOf(run)));
