import { type Borders, bordersByCutoff, bordersByQuota } from "./borders.ts";
import { census } from "./census.ts";
import { GRADES, type Graded, MARK, type Measured, STANDING, type Terms } from "./columns.ts";
import { sortByKey } from "./order.ts";
import { MOST_POINTS, scoreAll, slopesOf } from "./points.ts";
import type { Scheme } from "./scheme.ts";

/** From ratios to scores and grades. */

/** `enabled` are the indicators that a measurement left on; without it, those of the scheme. */
export function termsOf(scheme: Scheme, enabled?: readonly boolean[]): Terms {
  const { indicators, baseline, grades } = scheme;
  const on = (k: number) => (enabled?.[k] ?? true) && indicators[k]?.enabled;
  return {
    weights: Float64Array.from(indicators, ({ weight }, k) => (on(k) ? weight : 0)),
    caps: Float64Array.from(indicators, ({ cap }) => cap),
    lower: Uint8Array.from(indicators, ({ direction }) => (direction === "lower" ? 1 : 0)),
    multiple: baseline.multiple,
    grades,
  };
}

/** Scores and grades of all firms, written into what an earlier call returned, if it is given. */
export function grade(measured: Measured, terms: Terms, into?: Graded): Graded {
  const { count } = measured;
  const graded = into ?? { points: new Int32Array(count), grade: new Uint8Array(count), lines: [] };
  scoreAll(slopesOf(terms), measured.ratios, measured.extra, graded.points);
  const borders =
    terms.grades.method === "quota"
      ? bordersByQuota(census(measured, graded.points), measured.pools, terms.grades)
      : bordersByCutoff(measured.pools, terms.grades);
  assign(measured, borders, graded);
  graded.lines = borders.lines;
  return graded;
}

const A = GRADES.indexOf("A");
const T = GRADES.indexOf("T");
const N = GRADES.indexOf("N");

/**
 * The best grades go first, so that a firm among the best is never the lowest, even where protections leave nobody else for that
 * place. Scores decide without branches: nobody can foresee on which side of a border the next firm is.
 */
export function assign(measured: Measured, borders: Borders, { points, grade }: Graded) {
  const { count, pool, standing, mark } = measured;
  const { first, second, lowest } = borders;
  const { rated, exempt, incomplete } = STANDING;
  const { vetoed } = MARK;
  const [letterA, letterT, letterN] = [A, T, N];
  const middle = borders.letters.length - 1;
  for (let i = 0; i < count; i++) {
    const stands = standing[i] as number;
    if (stands !== rated) {
      points[i] = 0;
      grade[i] = stands === exempt ? letterT : stands === incomplete ? letterN : 0;
      continue;
    }
    const own = points[i] as number;
    const where = pool[i] as number;
    const facts = mark[i] as number;
    // 1 where the difference is below nothing.
    const isFirst = ((first[where] as number) - 1 - own) >>> 31;
    const isBest = isFirst | (((second[where] as number) - 1 - own) >>> 31);
    const isLow = (own - 1 - (lowest[where] as number)) >>> 31;
    if (facts === 0) grade[i] = isBest * (letterA + 1 - isFirst) + (1 - isBest) * (middle + isLow);
    else if (facts & vetoed) grade[i] = Math.max(letterA + 2, middle + isLow);
    else grade[i] = isBest ? letterA + 1 - isFirst : middle;
  }
}

/**
 * Place of every rated firm in its pool, 1 being the best; 0 for all others. The barred come after the rest. Equal scores are told
 * apart by tax per mu, then by revenue per mu, then by credit code, which is the order that firms stand in.
 */
export function rank(
  measured: Measured,
  graded: Graded,
  taxPerMu: Float64Array,
  revenuePerMu: Float64Array,
): Uint32Array {
  const { count, pool, mark } = measured;
  const place = new Uint32Array(count);
  const order = byPoolAndPoints(measured, graded.points);
  const barred = (i: number) => (mark[i] as number) & MARK.vetoed;
  const isTied = (a: number, b: number) =>
    graded.points[a] === graded.points[b] && pool[a] === pool[b] && barred(a) === barred(b);
  const better = (a: number, b: number) =>
    descending(taxPerMu[a] as number, taxPerMu[b] as number) ||
    descending(revenuePerMu[a] as number, revenuePerMu[b] as number) ||
    a - b;
  let inPool = 0;
  for (let from = 0; from < order.length; ) {
    const first = order[from] as number;
    if (from === 0 || pool[order[from - 1] as number] !== pool[first]) inPool = 0;
    let to = from + 1;
    while (to < order.length && isTied(order[to] as number, first)) to++;
    if (to - from > 1) order.subarray(from, to).sort(better);
    for (; from < to; from++) place[order[from] as number] = ++inPool;
  }
  return place;
}

/** Rated firms pool after pool, the barred last in each, by falling score. */
function byPoolAndPoints({ count, standing, pool, mark }: Measured, points: Int32Array): Uint32Array {
  const firms = new Uint32Array(count);
  const keys = new Uint32Array(count);
  const { rated } = STANDING;
  let many = 0;
  for (let i = 0; i < count; i++) {
    if (standing[i] !== rated) continue;
    firms[many] = i;
    keys[many++] = MOST_POINTS - (points[i] as number);
  }
  const byPoints = sortByKey(firms.subarray(0, many), keys.subarray(0, many));
  const { vetoed } = MARK;
  const groups = Uint32Array.from(byPoints, (i) => (pool[i] as number) * 2 + ((mark[i] as number) & vetoed));
  return sortByKey(byPoints, groups);
}

/** Larger first; what is not known comes last. */
function descending(a: number, b: number): number {
  if (a === b) return 0;
  if (Number.isNaN(a)) return Number.isNaN(b) ? 0 : 1;
  return Number.isNaN(b) || a > b ? -1 : 1;
}
