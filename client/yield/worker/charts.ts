import { GRADES, RATED } from "../../../domain/rating/columns.ts";
import { LEAST_POINTS, MILLION, MOST_POINTS } from "../../../domain/rating/points.ts";
import type { Distribution, MovedFirm, Scatter } from "../protocol.ts";
import { codeAt, FIRM_CODE } from "./codes.ts";
import { placed } from "./firms.ts";
import { counts } from "./paint.ts";
import type { Standing } from "./summary.ts";
import { quantile, scoreOf, sorted } from "./values.ts";

/** What charts and lists draw of the firms that the filter leaves. */

const BINS = 32;
/** Bins reach over all but the outermost hundredth at each end. */
const OUTERMOST = 0.01;

export function distribution(
  standing: Standing,
  by: string,
  values: Float32Array,
  bounds: readonly number[],
): Distribution {
  const last = bounds.length - 2;
  const width = (bounds[1] ?? 1) - (bounds[0] ?? 0);
  const counted = GRADES.map(() => new Array<number>(last + 1).fill(0));
  values.forEach((value, i) => {
    if (Number.isNaN(value) || !counts(standing, i)) return;
    const bin = Math.min(last, Math.max(0, Math.floor((value - (bounds[0] ?? 0)) / width)));
    const letter = counted[standing.grade[i] ?? 0];
    if (letter) letter[bin] = (letter[bin] ?? 0) + 1;
  });
  const used = GRADES.map((letter, i) => [letter, counted[i] ?? []] as const);
  return {
    by,
    bounds: [...bounds],
    counts: Object.fromEntries(used.filter(([, bins]) => bins.some((firms) => firms > 0))),
  };
}

export function boundsOfValues(values: Float32Array): number[] {
  const ordered = sorted(values);
  return binBounds(quantile(ordered, OUTERMOST), quantile(ordered, 1 - OUTERMOST));
}

/** Scores change with every movement of the hand; counting them by the hundredth of a point is far quicker than sorting them. */
export function boundsOfScores(scores: Float32Array): number[] {
  const counted = new Uint32Array(SCORES.hundredths * (SCORES.most - SCORES.least) + 1);
  let firms = 0;
  for (const score of scores) {
    if (Number.isNaN(score)) continue;
    const at = Math.round((score - SCORES.least) * SCORES.hundredths);
    counted[at] = (counted[at] ?? 0) + 1;
    firms++;
  }
  const below = (share: number) => {
    let [at, left] = [0, Math.min(firms - 1, Math.floor(share * firms))];
    while (at < counted.length && left >= (counted[at] ?? 0)) left -= counted[at++] ?? 0;
    return SCORES.least + at / SCORES.hundredths;
  };
  return firms === 0 ? binBounds(0, 0) : binBounds(below(OUTERMOST), below(1 - OUTERMOST));
}
const SCORES = { least: LEAST_POINTS / MILLION, most: MOST_POINTS / MILLION, hundredths: 100 };

function binBounds(low: number, high: number): number[] {
  const width = binWidth((high - Math.min(low, 0)) / BINS);
  // A scale that begins near nothing begins at nothing.
  const from = low >= 0 && low < high / 4 ? 0 : Math.floor(low / width);
  const to = Math.max(from + 1, Math.ceil(high / width));
  return Array.from({ length: to - from + 1 }, (_, i) => Number(((from + i) * width).toPrecision(12)));
}

/** 1, 2, 2.5 or 5 of a power of ten: bounds that can be read. */
function binWidth(about: number): number {
  if (!(about > 0)) return 1;
  const power = 10 ** Math.floor(Math.log10(about));
  const lead = about / power;
  return (lead <= 1 ? 1 : lead <= 2 ? 2 : lead <= 2.5 ? 2.5 : lead <= 5 ? 5 : 10) * power;
}

type Axis = { name: string; values: Float32Array };

export function scatter(standing: Standing, x: Axis, y: Axis): Scatter {
  const both: number[] = [];
  for (let i = 0; i < standing.firms.count; i++)
    if (counts(standing, i) && !Number.isNaN((x.values[i] ?? Number.NaN) + (y.values[i] ?? Number.NaN)))
      both.push(i);
  const points = new Float32Array(2 * both.length);
  const grades = new Uint8Array(both.length);
  const codes = new Uint8Array(FIRM_CODE * both.length);
  both.forEach((firm, at) => {
    points[2 * at] = x.values[firm] ?? 0;
    points[2 * at + 1] = y.values[firm] ?? 0;
    grades[at] = standing.grade[firm] ?? 0;
    codes.set(standing.firms.codes.subarray(firm * FIRM_CODE, (firm + 1) * FIRM_CODE), at * FIRM_CODE);
  });
  return {
    x: x.name,
    y: y.name,
    points,
    grades,
    codes,
    regression: leastSquares(rankedAmong(points, grades)),
  };
}

/** Firms that are rated against each other; who is exempt is shown beside them, but the line is not about them. */
const rankedAmong = (points: Float32Array, grades: Uint8Array): Float32Array =>
  points.filter((_, i) => RANKED.has(grades[i >> 1] ?? 0));
const RANKED: ReadonlySet<number> = new Set(RATED.map((letter) => GRADES.indexOf(letter)));

/** Around the means, so that large values lose no digits; no line through fewer than three points or through one x. */
function leastSquares(points: Float32Array): Scatter["regression"] {
  const n = points.length / 2;
  if (n < 3) return null;
  let meanX = 0;
  let meanY = 0;
  for (let i = 0; i < n; i++) {
    meanX += (points[2 * i] ?? 0) / n;
    meanY += (points[2 * i + 1] ?? 0) / n;
  }
  let [xx, xy, yy] = [0, 0, 0];
  for (let i = 0; i < n; i++) {
    const x = (points[2 * i] ?? 0) - meanX;
    const y = (points[2 * i + 1] ?? 0) - meanY;
    xx += x * x;
    xy += x * y;
    yy += y * y;
  }
  if (!(xx > 0)) return null;
  const slope = xy / xx;
  return { slope, intercept: meanY - slope * meanX, r2: yy > 0 ? (xy * xy) / (xx * yy) : 1 };
}

/** How many firms bear another letter than the stored one, and the first `most` of them by land and code. */
export function movedFirms(standing: Standing, most: number): { matched: number; first: Uint32Array } {
  const { firms, grade } = standing;
  const land = (firm: number) => firms.measured.land[firm] || 0;
  const before = (a: number, b: number) => land(b) - land(a) || a - b;
  const moved: number[] = [];
  let matched = 0;
  for (let i = 0; i < firms.count; i++) {
    if (grade[i] === firms.grade[i] || !counts(standing, i)) continue;
    matched++;
    if (most > A_FEW || moved.length < most) moved.push(i);
    else if (before(i, moved[most - 1] ?? i) < 0) moved[most - 1] = i;
    else continue;
    if (most <= A_FEW) sink(moved, before);
  }
  if (most > A_FEW) moved.sort(before);
  return { matched, first: Uint32Array.from(moved.slice(0, most)) };
}

/** Beyond these it is quicker to sort once than to keep in order. */
const A_FEW = 100;

/** Puts the last of an ordered list in its place. */
function sink(list: number[], before: (a: number, b: number) => number) {
  const last = list.pop();
  if (last === undefined) return;
  let at = list.length;
  while (at > 0 && before(last, list[at - 1] ?? last) < 0) at--;
  list.splice(at, 0, last);
}

export function movedFirm({ firms, grade }: Standing, points: Int32Array, firm: number): MovedFirm {
  const district = firms.measured.district[firm];
  return {
    credit_code: codeAt(firms.codes, FIRM_CODE, firm),
    before: GRADES[firms.grade[firm] ?? 0] || "N",
    after: GRADES[grade[firm] ?? 0] || "N",
    scoreBefore: scoreOf(firms.points[firm] ?? 0),
    scoreAfter: scoreOf(points[firm] ?? 0),
    land_mu: firms.measured.land[firm] || 0,
    district: placed(district) ? (firms.head.districts[district]?.code ?? "") : "",
  };
}
