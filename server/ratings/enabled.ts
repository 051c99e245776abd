import type { ChosenRun } from "./chosen-runs.ts";

/** Which indicators counted in a run: a local one without a baseline is off for the whole run, whatever its scheme says. */
export function enabledOf({ pools, scheme }: ChosenRun): boolean[] {
  return scheme.definition.indicators.map(({ enabled }, i) =>
    pools.length === 0 ? enabled : pools.some(({ baselines }) => (baselines[i] ?? null) !== null),
  );
}

/** What lifts the weights that count to a hundred. */
export function scaleOf(run: ChosenRun): number {
  const enabled = enabledOf(run);
  const { indicators } = run.scheme.definition;
  return 100 / indicators.reduce((sum, { weight }, i) => sum + (enabled[i] ? weight : 0), 0);
}
