import type { PlanTarget } from "../../../domain/api/plan.ts";

/** Where base, path, value and target stand on a bar, as parts of its length. */
type PathScale = {
  now: number;
  /** Null without a path, and in its first year, when there is nothing to compare yet. */
  path: number | null;
  target: number;
  /** Without a base the bar begins at zero. */
  fromZero: boolean;
};

type Told = Pick<PlanTarget, "base" | "target" | "path_now" | "operator"> & {
  latest: Pick<NonNullable<PlanTarget["latest"]>, "value"> | null;
};

const within = (part: number): number => Math.min(1, Math.max(0, part));

/** Null where there is nothing to draw: no number is asked for, or nothing is known of it. */
export function pathScale({ base, target, path_now, latest }: Told): PathScale | null {
  if (target === null || latest === null) return null;
  const start = base ?? 0;
  if (target === start) return null;
  const partOf = (value: number) => (value - start) / (target - start);
  // A value past the target lengthens the bar, so that the target stays on it.
  const longest = Math.max(1, partOf(latest.value));
  return {
    now: within(partOf(latest.value) / longest),
    path: path_now === null || path_now === base ? null : within(partOf(path_now) / longest),
    target: 1 / longest,
    fromZero: base === null,
  };
}
