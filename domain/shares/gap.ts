import type { Fraction } from "./reckon.ts";

/** How much is missing to a target, told exactly: what is added may stand above the line, below it, or on both. */

/** More above the line alone, all else being equal: t·D − N. */
export const missingAbove = ({ numerator_m2, denominator_m2 }: Fraction, percent: number): number | null =>
  denominator_m2 === null ? null : Math.max(0, (percent * denominator_m2) / 100 - numerator_m2);

/** More of what counts on both sides, as a transfer of industrial land does: (t·D − N) ÷ (1 − t). */
export function missingOnBoth({ numerator_m2, denominator_m2 }: Fraction, percent: number): number | null {
  if (denominator_m2 === null || percent >= 100) return null;
  return Math.max(0, ((percent * denominator_m2) / 100 - numerator_m2) / (1 - percent / 100));
}

/** How much more may be transferred for other uses until the share falls to the target: N ÷ t − D. */
export function roomBelow({ numerator_m2, denominator_m2 }: Fraction, percent: number): number | null {
  if (denominator_m2 === null || percent <= 0) return null;
  return Math.max(0, (numerator_m2 * 100) / percent - denominator_m2);
}

export const STANDINGS = ["reached", "near", "missed", "unknown"] as const;
export type Standing = (typeof STANDINGS)[number];

/** What arithmetic leaves of a share that is the target to the square centimetre, in points of percent. */
const NOISE = 1e-11;

/** As the domain rules suggest: within a point above the target is close enough to watch. */
export function standingOf(percent: number | null, target: number | null, near: number): Standing {
  if (percent === null || target === null) return "unknown";
  if (percent < target - NOISE) return "missed";
  return percent < target + near ? "near" : "reached";
}
