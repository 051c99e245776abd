import { GRADES, type Grade, type Line, type Terms } from "./columns.ts";
import { FIGURE_UNITS, type Figure } from "./figures.ts";
import { type Baselines, type Reported, ratioOf, reach } from "./reach.ts";
import type { Indicator, Scheme } from "./scheme.ts";

/** Why a firm got what it got, and what would have got it more. */

export type Item = {
  value: number | null;
  baseline: number | null;
  /** The value that earns the whole weight; null where none does. */
  full: number | null;
  /** Points out of the weight, before the scale; null where the indicator is off. */
  score: number | null;
  /** What held it: the most it can earn, nothing, or a missing figure. */
  limit: "cap" | "floor" | "missing" | null;
};

/** `pool` is null for firms that are not rated: they have values, and no scores. */
export function itemsOf(
  scheme: Scheme,
  terms: Terms,
  pool: Baselines | null,
  firm: { values: readonly (number | null)[] },
): Item[] {
  return scheme.indicators.map(({ direction }, k) => {
    const value = firm.values[k] ?? null;
    const baseline = pool?.baselines[k] ?? null;
    const weight = terms.weights[k] as number;
    const full = baseline === null ? null : fullValue(baseline, direction, terms.multiple);
    if (baseline === null) return { value, baseline, full, score: null, limit: null };
    if (value === null) return { value, baseline, full, score: 0, limit: "missing" };
    const rate = rateOf(ratioOf(value, baseline), direction, terms.multiple);
    const cap = terms.caps[k] as number;
    const limit = rate >= cap ? "cap" : rate <= 0 ? "floor" : null;
    return { value, baseline, full, score: weight * Math.min(Math.max(rate, 0), cap), limit };
  });
}

const rateOf = (ratio: number, direction: Indicator["direction"], multiple: number) =>
  (direction === "higher" ? ratio : 2 - ratio) / multiple;

function fullValue(baseline: number, direction: Indicator["direction"], multiple: number): number | null {
  if (direction === "higher") return baseline * multiple;
  return multiple > 2 ? null : baseline * (2 - multiple);
}

export type Change = { change: string; figure: string; unit: string; from: number; to: number };

type Firm = Reported & {
  lines: readonly Line[];
  grade: Grade;
  points: number;
  vetoed: boolean;
};

/**
 * The nearest better grade, the points it takes, and every single figure that alone would reach it, with the smallest change that
 * does. A figure that several indicators share changes in all of them; `change` names the first.
 */
export function better(firm: Firm): { grade: Grade; points: number; any: Change[] } | null {
  const goal = nearestLine(firm);
  return goal && { ...goal, any: changes(firm, goal.points) };
}

/** The lowest line that leads up; of equals the better grade. */
function nearestLine({ lines, grade, vetoed }: Firm): { grade: Grade; points: number } | null {
  const letter = (of: Grade) => GRADES.indexOf(of);
  if (grade === "T" || grade === "N") return null;
  let found: { grade: Grade; points: number } | null = null;
  for (const line of lines) {
    const barred = vetoed && letter(line.grade) < letter("C");
    if (barred || line.points === null || letter(line.grade) >= letter(grade)) continue;
    if (!found || line.points < found.points) found = { grade: line.grade, points: line.points };
  }
  return found;
}

function changes(firm: Firm, goal: number): Change[] {
  const { indicators, object } = firm.scheme;
  const found: Change[] = [];
  const tried = new Set<string>();
  const attempt = (change: string, figure: Figure, up: boolean, bound: number) => {
    if (figure === "one" || tried.has(`${figure} ${up}`)) return;
    tried.add(`${figure} ${up}`);
    const from = reported(firm, figure);
    const to = from === null ? null : reach(firm, figure, { from, up, bound }, goal);
    if (from !== null && to !== null) found.push({ change, figure, unit: FIGURE_UNITS[figure], from, to });
  };
  attempt("land", "land", false, object.leastLand_mu);
  indicators.forEach(({ id, numerator, direction }, k) => {
    if ((firm.terms.weights[k] as number) > 0 && numerator !== "land")
      attempt(id, numerator, direction === "higher", direction === "higher" ? Number.POSITIVE_INFINITY : 0);
  });
  return found;
}

/** What the firm reported for a figure; null where it is missing, or no indicator has it. */
function reported({ scheme, numerators, denominators }: Firm, figure: Figure): number | null {
  for (const [k, { numerator, denominator }] of scheme.indicators.entries()) {
    if (numerator === figure) return numerators[k] ?? null;
    if (denominator === figure) return denominators[k] ?? null;
  }
  return null;
}
