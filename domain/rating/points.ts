import type { Terms } from "./columns.ts";

/** A score in whole millionths of a point, from ratios: the one place where it is computed, so that all who compute it agree. */

export const MILLION = 1_000_000;
/** No scheme can give less or more than this; kept so that a sum always fits a whole number. */
export const LEAST_POINTS = -100 * MILLION;
export const MOST_POINTS = 400 * MILLION;

/** Per indicator, in millionths: what a ratio of 0 earns, what each further 1 adds, the most it can earn. Less than nothing is nothing. */
export type Slopes = { start: Float64Array; slope: Float64Array; most: Float64Array };

/** What scales the weights that are on to 100. */
export function scaleOf({ weights }: Terms): number {
  const sum = weights.reduce((all, weight) => all + weight, 0);
  return sum > 0 ? 100 / sum : 0;
}

/** Where less is better the mean earns what it earns elsewhere, and twice the mean nothing: (2 − ratio) ÷ multiple. */
export function slopesOf(terms: Terms): Slopes {
  const { weights, caps, lower, multiple } = terms;
  const scale = scaleOf(terms);
  const slope = weights.map((weight) => (weight * scale * MILLION) / multiple);
  const start = slope.map((each, k) => (lower[k] ? 2 * each : 0));
  const most = weights.map((weight, k) => weight * scale * MILLION * (caps[k] as number));
  return { start, slope: slope.map((each, k) => (lower[k] ? -each : each)), most };
}

/** What one indicator earns; a ratio that is missing (NaN) earns nothing. */
export function earned({ start, slope, most }: Slopes, k: number, ratio: number): number {
  const earns = (start[k] as number) + (slope[k] as number) * ratio;
  const full = most[k] as number;
  return earns > 0 ? (earns < full ? earns : full) : 0;
}

/** The sum as it is kept; `extra` in points. */
export function rounded(sum: number, extra: number): number {
  const all = Math.floor(sum + extra * MILLION + 0.5);
  return all < LEAST_POINTS ? LEAST_POINTS : all > MOST_POINTS ? MOST_POINTS : all;
}

/** Score of a single firm. */
export function pointsOf(slopes: Slopes, ratios: ArrayLike<number>, extra: number): number {
  let sum = 0;
  for (let k = 0; k < slopes.most.length; k++) sum += earned(slopes, k, ratios[k] as number);
  return rounded(sum, extra);
}

/** A block's sums stay in the processor's nearest memory while one indicator after the other is added. */
const BLOCK = 2048;
const sums = new Float64Array(BLOCK);

/** Scores of all firms, rated or not. */
export function scoreAll(
  slopes: Slopes,
  ratios: readonly Float32Array[],
  extra: Float32Array,
  into: Int32Array,
) {
  for (let from = 0; from < into.length; from += BLOCK) {
    const length = Math.min(BLOCK, into.length - from);
    sums.fill(0);
    for (let k = 0; k < ratios.length; k++) {
      const full = slopes.most[k] as number;
      if (full > 0)
        add(
          ratios[k] as Float32Array,
          from,
          length,
          slopes.start[k] as number,
          slopes.slope[k] as number,
          full,
        );
    }
    for (let j = 0; j < length; j++) into[from + j] = rounded(sums[j] as number, extra[from + j] as number);
  }
}

/** The same as `earned`, for one indicator of a block of firms. */
function add(ratios: Float32Array, from: number, length: number, start: number, slope: number, full: number) {
  for (let j = 0; j < length; j++) {
    const earns = start + slope * (ratios[from + j] as number);
    if (earns > 0) sums[j] = (sums[j] as number) + (earns < full ? earns : full);
  }
}
