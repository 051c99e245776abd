/** How a target stands: what was reached beside the path that leads to it. */

/** `short`: not reached yet, and no path says whether it is on its way: there is none, or it has only begun. */
export const STANDINGS = ["reached", "on_path", "behind", "short", "expired", "words", "no_figure"] as const;
export type Standing = (typeof STANDINGS)[number];

export type Aim = {
  base: number | null;
  base_year: number | null;
  /** Null where the document speaks in words (稳中有升). */
  target: number | null;
  target_year: number | null;
  /** `>` and `>=` want more, `<` and `<=` less. */
  operator: string;
  /** The target is the mean of the period's years (年均): each of them counts the same, and none is on a path. */
  annual_average: boolean;
};

export type Figure = { year: number; value: number };

/** Documents print numbers, spans (7-9) and words; of a span the lower end counts. */
export function numberPrinted(printed: string | null): number | null {
  const match =
    printed === null ? null : /^\s*(-?\d+(?:\.\d+)?)\s*(?:[-–—~～]\s*\d+(?:\.\d+)?)?\s*\*?\s*$/.exec(printed);
  return match ? Number(match[1]) : null;
}

const wantsLess = (operator: string) => operator.startsWith("<");

export function meets({ operator, target }: Aim, value: number): boolean {
  if (target === null) return false;
  if (operator === ">") return value > target;
  if (operator === "<") return value < target;
  return wantsLess(operator) ? value <= target : value >= target;
}

/** What is held against a target: the latest figure, or the mean of the known years since the base. */
export function figureOf(aim: Aim, figures: readonly Figure[]): Figure | null {
  const latest = figures.at(-1) ?? null;
  if (latest === null || !aim.annual_average) return latest;
  const years = figures.filter(
    ({ year }) => year > (aim.base_year ?? 0) && year <= (aim.target_year ?? year),
  );
  const last = years.at(-1);
  if (!last) return null;
  return { year: last.year, value: years.reduce((sum, { value }) => sum + value, 0) / years.length };
}

/** Where a straight line from the base to the target is in a year, and a mean all along; null without one. */
export function pathAt(aim: Aim, year: number): number | null {
  const { base, base_year, target, target_year } = aim;
  if (aim.annual_average) return target;
  if (base === null || base_year === null || target === null || target_year === null) return null;
  if (target_year <= base_year) return null;
  const part = Math.min(1, Math.max(0, (year - base_year) / (target_year - base_year)));
  return base + (target - base) * part;
}

/** What every year from the latest figure on must add; null where it is reached, no year is left, or years do not add up. */
export function neededAYear(aim: Aim, latest: Figure | null): number | null {
  const { base, base_year, target, target_year } = aim;
  const from = latest ?? (base === null || base_year === null ? null : { year: base_year, value: base });
  if (aim.annual_average || from === null || target === null || target_year === null) return null;
  if (meets(aim, from.value)) return null;
  return target_year > from.year ? (target - from.value) / (target_year - from.year) : null;
}

/** By the figure that is held against it. */
export function standingOf(aim: Aim, latest: Figure | null, today: number): Standing {
  if (aim.target === null) return "words";
  if (latest === null) return "no_figure";
  const open = aim.target_year !== null && latest.year < aim.target_year;
  // The years to come can still spoil a mean.
  if (meets(aim, latest.value)) return aim.annual_average && open ? "on_path" : "reached";
  if (aim.target_year !== null && !open) return "behind";
  if (aim.target_year !== null && today > aim.target_year) return "expired";
  const path = pathAt(aim, latest.year);
  // In its base year a figure is where the path begins, which tells nothing of the way since.
  if (path === null || latest.year <= (aim.base_year ?? 0)) return "short";
  return (wantsLess(aim.operator) ? latest.value <= path : latest.value >= path) ? "on_path" : "behind";
}
