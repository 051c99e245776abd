import type { Terms } from "./columns.ts";
import type { Figure } from "./figures.ts";
import { nearest } from "./nearest.ts";
import { earned, pointsOf, type Slopes, slopesOf } from "./points.ts";
import type { Scheme } from "./scheme.ts";

/** How far a single figure would have to go for so many points, all else as it is. */

export type Baselines = { baselines: readonly (number | null)[] };

export type Reported = {
  scheme: Scheme;
  terms: Terms;
  pool: Baselines;
  extra: number;
  /** Of each indicator of the scheme. */
  numerators: readonly (number | null)[];
  denominators: readonly (number | null)[];
  values: readonly (number | null)[];
};

/** In single precision, as everybody is graded. */
export const ratioOf = (value: number | null | undefined, baseline: number | null | undefined) =>
  value == null || baseline == null ? Number.NaN : Math.fround(value / baseline);

/** What a figure does in one indicator: above or below the line, and the ratio it makes of each amount, or of its reciprocal. */
type Part = { k: number; above: boolean; ratioAt: (amount: number) => number; unit: number };

/** The amount nearest to what was reported, upwards or downwards to `bound`; null where none does. */
export function reach(
  firm: Reported,
  figure: Figure,
  course: { from: number; up: boolean; bound: number },
  goal: number,
): number | null {
  const slopes = slopesOf(firm.terms);
  const parts = partsOf(firm, figure);
  // Nothing over nothing is missing, and the least amount of it would be infinitely much.
  if (course.from <= 0 && parts.some(({ above }) => !above)) return null;
  const ratios = firm.values.map((value, k) => ratioOf(value, firm.pool.baselines[k]));
  const reaches = (amount: number) => {
    for (const { k, ratioAt } of parts) ratios[k] = ratioAt(amount);
    return pointsOf(slopes, ratios, firm.extra) >= goal;
  };
  const corners = parts.flatMap((part) => cornersOf(part, slopes));
  return nearest({ ...course, corners, turn: (amount) => turnAt(parts, slopes, amount), reaches });
}

function partsOf({ scheme, pool, numerators, denominators }: Reported, figure: Figure): Part[] {
  return scheme.indicators.flatMap(({ numerator, denominator }, k): Part[] => {
    const baseline = pool.baselines[k] ?? null;
    const above = numerator === figure;
    if (baseline === null || (!above && denominator !== figure)) return [];
    const other = above ? (denominator === "one" ? 1 : denominators[k]) : numerators[k];
    if (other == null) return [];
    if (above) {
      const ratioAt = (amount: number) => (other > 0 ? ratioOf(amount / other, baseline) : Number.NaN);
      return [{ k, above, ratioAt, unit: 1 / other / baseline }];
    }
    const ratioAt = (amount: number) => (amount > 0 ? ratioOf(other / amount, baseline) : Number.NaN);
    return [{ k, above, ratioAt, unit: other / baseline }];
  });
}

/** Where the indicator begins to earn, and where it earns no more. */
function cornersOf({ k, above, unit }: Part, { start, slope, most }: Slopes): number[] {
  const first = start[k] as number;
  const ratios = [-first / (slope[k] as number), ((most[k] as number) - first) / (slope[k] as number)];
  return ratios.map((ratio) => (above ? ratio / unit : unit / ratio));
}

/** Between corners the sum is a × amount + c ÷ amount + constant, which turns at √(c ÷ a), if at all. */
function turnAt(parts: Part[], slopes: Slopes, amount: number): number {
  let a = 0;
  let c = 0;
  for (const { k, ratioAt, above, unit } of parts) {
    const earns = earned(slopes, k, ratioAt(amount));
    if (earns === 0 || earns === slopes.most[k]) continue;
    const gain = (slopes.slope[k] as number) * unit;
    if (above) a += gain;
    else c += gain;
  }
  return Math.sqrt(c / a);
}
