import { GRADES, RATED } from "../../../domain/rating/columns.ts";
import type { Scatter } from "../protocol.ts";
import type { AxisScale } from "../state.ts";
import { FIRM_CODE } from "../worker/codes.ts";

/** The points of a scatter as the chart and its table need them: grade by grade, each knowing which firm it is. */

/** Place of a firm among the points that the worker sent. */
export type Point = number;

export type Series = {
  /** Index into GRADES. */
  grade: number;
  /** Interleaved x, y. */
  data: Float32Array;
  members: Uint32Array;
};

/** Part of the firms that logarithmic axes must be able to draw before they are taken unasked. */
const MOST = 0.75;

/** Money, land and staff spread over powers of ten, so logarithmic axes are usual; not where many firms would be left out. */
export function usualScale({ points, grades }: Pick<Scatter, "points" | "grades">): AxisScale {
  let positive = 0;
  for (let i = 0; i < grades.length; i++) if (points[2 * i]! > 0 && points[2 * i + 1]! > 0) positive += 1;
  return grades.length > 0 && positive >= MOST * grades.length ? "log" : "linear";
}

const isRated = (grade: number) => RATED.some((letter) => letter === GRADES[grade]);

/** Firms without a rating first, then grades by how many firms bear them, most first, so that the rare ones lie on top. */
export function pointsByGrade(
  { points, grades }: Pick<Scatter, "points" | "grades">,
  scale: AxisScale,
): { series: Series[]; left: number } {
  const drawn = (i: number) => scale === "linear" || (points[2 * i]! > 0 && points[2 * i + 1]! > 0);
  const counts = new Uint32Array(GRADES.length);
  let left = 0;
  for (let i = 0; i < grades.length; i++) {
    if (drawn(i)) counts[grades[i]!]! += 1;
    else left += 1;
  }
  const series = GRADES.flatMap((_, grade) =>
    counts[grade]! > 0
      ? [{ grade, data: new Float32Array(2 * counts[grade]!), members: new Uint32Array(counts[grade]!) }]
      : [],
  ).sort(
    (a, b) => Number(isRated(a.grade)) - Number(isRated(b.grade)) || b.members.length - a.members.length,
  );
  const byGrade = new Map(series.map((one) => [one.grade, { ...one, filled: 0 }]));
  for (let i = 0; i < grades.length; i++) {
    const one = byGrade.get(grades[i]!);
    if (!one || !drawn(i)) continue;
    one.data[2 * one.filled] = points[2 * i]!;
    one.data[2 * one.filled + 1] = points[2 * i + 1]!;
    one.members[one.filled] = i;
    one.filled += 1;
  }
  return { series, left };
}

/** Where a firm is among the points; null where it has none. */
export function indexOf({ codes }: Pick<Scatter, "codes">, code: string): Point | null {
  const wanted = Array.from(code, (letter) => letter.charCodeAt(0));
  if (wanted.length !== FIRM_CODE) return null;
  for (let at = 0; at + FIRM_CODE <= codes.length; at += FIRM_CODE) {
    let same = 0;
    while (same < FIRM_CODE && codes[at + same] === wanted[same]) same += 1;
    if (same === FIRM_CODE) return at / FIRM_CODE;
  }
  return null;
}

export type GradeSummary = { grade: string; firms: number; of: number[] };

/** For each grade: how many firms, then mean, least and most of x and of y. */
export function summaryOf(scatter: Scatter): GradeSummary[] {
  const { series } = pointsByGrade(scatter, "linear");
  return series
    .sort((a, b) => a.grade - b.grade)
    .map(({ grade, data, members }) => ({
      grade: GRADES[grade] ?? "",
      firms: members.length,
      of: [...spread(data, 0), ...spread(data, 1)],
    }));
}

function spread(data: Float32Array, axis: 0 | 1): number[] {
  let [sum, least, most] = [0, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (let i = axis; i < data.length; i += 2) {
    const value = data[i]!;
    sum += value;
    least = Math.min(least, value);
    most = Math.max(most, value);
  }
  return [sum / (data.length / 2), least, most];
}
