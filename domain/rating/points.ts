import type { Terms } from "./columns.ts";

/** A score in whole millionths of a point, from ratios: the one place where it is computed, so that all who compute it agree. */

export const MILLION = 1_000_000;
/** No scheme can give less or more than this; kept so that a sum always fits a whole number. */
export const LEAST_POINTS = -100 * MILLION;
export const MOST_POINTS = 400 * MILLION;

/**
 * Items are whole parts of a millionth, so that sums are exact in any order and a ratio that rises never lowers one: neither what a
 * sum loses by rounding nor the way a processor adds has a say.
 */
const PARTS = 1024;
const A_PART = 1 / PARTS;

/** Per indicator, in parts: what a ratio of 0 earns, what each further 1 adds, the most it can earn. Less than nothing is nothing. */
export type Slopes = { start: Float64Array; slope: Float64Array; most: Float64Array };

/** What scales the weights that are on to 100. */
export function scaleOf({ weights }: Terms): number {
  const sum = weights.reduce((all, weight) => all + weight, 0);
  return sum > 0 ? 100 / sum : 0;
}

/** Where less is better the mean earns what it earns elsewhere, and twice the mean nothing: (2 − ratio) ÷ multiple. */
export function slopesOf(terms: Terms): Slopes {
  const { weights, caps, lower, multiple } = terms;
  const whole = scaleOf(terms) * MILLION * PARTS;
  const slope = weights.map((weight) => (weight * whole) / multiple);
  const start = slope.map((each, k) => (lower[k] ? 2 * each : 0));
  const most = weights.map((weight, k) => Math.round(weight * whole * (caps[k] as number)));
  return { start, slope: slope.map((each, k) => (lower[k] ? -each : each)), most };
}

/** What one indicator earns; a ratio that is missing (NaN) earns nothing. */
export const earned = ({ start, slope, most }: Slopes, k: number, ratio: number): number =>
  within(Math.floor((start[k] as number) + (slope[k] as number) * ratio), most[k] as number);

const within = (earns: number, most: number) => (earns > 0 ? Math.min(earns, most) : 0);

/** The sum as it is kept; `extra` in points. */
function rounded(sum: number, extra: number): number {
  const all = Math.floor(sum * A_PART + extra * MILLION + 0.5);
  return all < LEAST_POINTS ? LEAST_POINTS : all > MOST_POINTS ? MOST_POINTS : all;
}

/** Score of a single firm. */
export function pointsOf(slopes: Slopes, ratios: ArrayLike<number>, extra: number): number {
  let sum = 0;
  for (let k = 0; k < slopes.most.length; k++) sum += earned(slopes, k, ratios[k] as number);
  return rounded(sum, extra);
}

/** A block's sums stay in the processor's nearest memory while the indicators are added, two at a time. */
const BLOCK = 2048;
const sums = new Float64Array(BLOCK);

/** Scores of all firms, rated or not. */
export function scoreAll(
  slopes: Slopes,
  ratios: readonly Float32Array[],
  extra: Float32Array,
  into: Int32Array,
) {
  const lines = ratios.flatMap((column, k) => {
    const most = slopes.most[k] as number;
    return most > 0
      ? [{ column, start: slopes.start[k] as number, slope: slopes.slope[k] as number, most }]
      : [];
  });
  for (let from = 0; from < into.length; from += BLOCK) {
    const length = Math.min(BLOCK, into.length - from);
    sums.fill(0);
    for (let k = 0; k < lines.length; k += 2)
      addTwo(
        sums,
        from,
        length,
        lines[k] as Course,
        lines[k + 1] ?? { ...(lines[k] as Course), slope: 0, start: 0 },
      );
    keep(sums, extra, from, length, into);
  }
}

type Course = { column: Float32Array; start: number; slope: number; most: number };

/** Within it a ratio's parts are far from what a number holds exactly; few are beyond. */
const FAR = 1000;

/**
 * Branches on numbers that nobody can foresee cost more than all else here, so that x limited to 0 … m is computed:
 * p = x + |x| is twice what of x is above 0, and p + 2m − |p − 2m| twice the lesser of p and 2m. All are whole, hence exact.
 */
function addTwo(sums: Float64Array, from: number, length: number, one: Course, other: Course) {
  const { column: a, start: startA, slope: slopeA, most: mostA } = one;
  const { column: b, start: startB, slope: slopeB, most: mostB } = other;
  const twiceA = 2 * mostA;
  const twiceB = 2 * mostB;
  for (let j = 0; j < length; j++) {
    const ratioA = a[from + j] as number;
    const ratioB = b[from + j] as number;
    const x = Math.floor(startA + slopeA * ratioA);
    const y = Math.floor(startB + slopeB * ratioB);
    if (Math.abs(ratioA) < FAR && Math.abs(ratioB) < FAR) {
      const p = x + Math.abs(x);
      const q = y + Math.abs(y);
      const earns = p + twiceA - Math.abs(p - twiceA) + q + twiceB - Math.abs(q - twiceB);
      sums[j] = (sums[j] as number) + earns / 4;
    } else sums[j] = (sums[j] as number) + within(x, mostA) + within(y, mostB);
  }
}

function keep(sums: Float64Array, extra: Float32Array, from: number, length: number, into: Int32Array) {
  for (let j = 0; j < length; j++) into[from + j] = rounded(sums[j] as number, extra[from + j] as number);
}
