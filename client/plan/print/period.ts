import type { PlanTarget } from "../../../domain/api/plan.ts";

/** What of the targets an evaluation of a year speaks of. */

/** Whether the year lies between a target's base and its end; one without either is always meant. */
export const coversYear = ({ base_year, target_year }: PlanTarget, year: number): boolean =>
  (base_year === null || base_year <= year) && (target_year === null || target_year >= year);

/** How much the latest figure is above that of the year before it; null where there is none. */
export function changeOnYear({ actuals, latest }: PlanTarget): number | null {
  const before = latest && actuals.find(({ year }) => year === latest.year - 1);
  return before ? latest.value - before.value : null;
}

/** Null in the base's own year, when there is nothing to compare yet. */
export const changeSinceBase = ({ base, base_year, latest }: PlanTarget): number | null =>
  base === null || latest === null || latest.year === base_year ? null : latest.value - base;

/** Up to when figures of a year can be known: its end, or today while it isn't over. */
export function lastDay(year: number, today: string): string {
  const end = `${year}-12-31`;
  return end < today ? end : today;
}
