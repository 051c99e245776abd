import type { PlanTarget } from "../../../domain/api/plan.ts";

/** Year by year what was reached, and the straight way to the target: from its base, or without one from the latest figure. */
export type PathPoint = { year: number; reached: number | null; path: number | null };

type Told = Pick<PlanTarget, "base" | "base_year" | "target" | "target_year"> & {
  actuals: readonly Pick<PlanTarget["actuals"][number], "year" | "value">[];
};

const startOf = ({ base, base_year, actuals }: Told): { year: number; value: number } | undefined =>
  base !== null && base_year !== null ? { year: base_year, value: base } : actuals.at(-1);

/** None where no number is asked for, or nothing is known that a line could begin at. */
export function pathPoints(of: Told): PathPoint[] {
  const { target, target_year, actuals } = of;
  const start = startOf(of);
  if (target === null || target_year === null || !start) return [];
  const known = [start.year, target_year, ...actuals.map(({ year }) => year)];
  const first = Math.min(...known);
  const pathIn = (year: number): number | null => {
    if (year === target_year) return target;
    if (year < start.year || year > target_year) return null;
    return start.value + ((target - start.value) * (year - start.year)) / (target_year - start.year);
  };
  return Array.from({ length: Math.max(...known) - first + 1 }, (_, i) => {
    const year = first + i;
    const reached = actuals.find((actual) => actual.year === year)?.value ?? null;
    return { year, reached, path: pathIn(year) };
  });
}
