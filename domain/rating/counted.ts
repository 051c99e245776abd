import type { Scheme } from "./scheme.ts";

/**
 * Which indicators counted in a run: a local one without a baseline was off for the whole run, whatever its scheme says. Without
 * pools there is nothing but the scheme to go by.
 */
export const countedIn = (
  { indicators }: Pick<Scheme, "indicators">,
  pools: readonly { baselines: readonly (number | null)[] }[],
): boolean[] =>
  indicators.map(({ enabled }, k) =>
    pools.length === 0 ? enabled : pools.some(({ baselines }) => (baselines[k] ?? null) !== null),
  );
