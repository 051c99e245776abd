import { bordersByCutoff, bordersByQuota } from "./borders.ts";
import { census } from "./census.ts";
import { GRADES, type Graded, LEAST_FIRMS, type Measured, NOWHERE, STANDING, type Terms } from "./columns.ts";
import { assign, rank } from "./grade.ts";

/** Grades of parcels and parks, which follow from those of their firms. */

const [A, D, T, N] = [
  GRADES.indexOf("A"),
  GRADES.indexOf("D"),
  GRADES.indexOf("T"),
  GRADES.indexOf("N"),
] as const;
const isRated = (grade: number) => grade >= A && grade <= D;

/** Less than this is what rounding leaves of land that was let to the last square metre; in mu. */
export const NOTHING = 1e-6;

type Parts = {
  /** A row each, as land was apportioned. */
  firm: Int32Array;
  parcel: Int32Array;
  parts: Float64Array;
  parcels: number;
  /** Of firms. */
  grade: Uint8Array;
  points: Int32Array;
  /** NaN where it is not known. */
  taxPerMu: Float64Array;
  revenuePerMu: Float64Array;
};

/** Of parcels; `grade` is 0 where no firm of the run is, and `points` NaN without a rated one: a score may be less than nothing. */
type ParcelGrades = {
  grade: Uint8Array;
  points: Float64Array;
  land: Float64Array;
  firms: Int32Array;
  /** Means of its firms, weighted by their land on it; NaN where nothing is known. */
  taxPerMu: Float64Array;
  revenuePerMu: Float64Array;
};

export function parcelGrades(rows: Parts): ParcelGrades {
  const { parcels } = rows;
  const grade = new Uint8Array(parcels);
  const points = new Float64Array(parcels).fill(Number.NaN);
  const land = new Float64Array(parcels);
  const firms = new Int32Array(parcels);
  const [taxPerMu, revenuePerMu] = [new Float64Array(parcels), new Float64Array(parcels)];
  taxPerMu.fill(Number.NaN);
  revenuePerMu.fill(Number.NaN);
  const { starts, order } = rowsByParcel(rows);
  const use = unused();
  for (let at = 0; at < parcels; at++) {
    const from = starts[at] as number;
    const to = starts[at + 1] as number;
    if (from === to) continue;
    add(rows, order, from, to, use);
    grade[at] = gradeOf(use);
    for (const mu of use.land) land[at] = (land[at] as number) + mu;
    firms[at] = use.firms;
    if (use.rated > 0) points[at] = Math.round(use.weighted / use.rated);
    if (use.tax.mu > 0) taxPerMu[at] = use.tax.sum / use.tax.mu;
    if (use.revenue.mu > 0) revenuePerMu[at] = use.revenue.sum / use.revenue.mu;
  }
  return { grade, points, land, firms, taxPerMu, revenuePerMu };
}

function rowsByParcel({ parcel, parcels, firm }: Parts) {
  const starts = new Int32Array(parcels + 1);
  for (const at of parcel) starts[at + 1] = (starts[at + 1] as number) + 1;
  for (let at = 0; at < parcels; at++) starts[at + 1] = (starts[at + 1] as number) + (starts[at] as number);
  const next = starts.slice();
  const order = new Int32Array(parcel.length);
  parcel.forEach((at, row) => {
    order[next[at] as number] = row;
    next[at] = (next[at] as number) + 1;
  });
  for (let at = 0; at < parcels; at++) gather(order, firm, starts[at] as number, starts[at + 1] as number);
  return { starts, order };
}

/** More rows than this are rare, and sorted by a better way. */
const FEW = 32;

/** Brings the rows of each firm on a parcel together, firms in their order, rows of one firm in theirs. */
function gather(order: Int32Array, firm: Int32Array, from: number, to: number) {
  if (to - from > FEW) {
    order.subarray(from, to).sort((a, b) => (firm[a] as number) - (firm[b] as number) || a - b);
    return;
  }
  for (let at = from + 1; at < to; at++) {
    const row = order[at] as number;
    const who = firm[row] as number;
    let free = at;
    for (; free > from && (firm[order[free - 1] as number] as number) > who; free--)
      order[free] = order[free - 1] as number;
    order[free] = row;
  }
}

/** A figure, and the mu of those whose figure is known. */
type Sum = { sum: number; mu: number };

function count(into: Sum, mu: number, perMu: number): void {
  if (!Number.isFinite(perMu)) return;
  into.sum += mu * perMu;
  into.mu += mu;
}

function empty(sum: Sum): void {
  sum.sum = 0;
  sum.mu = 0;
}

/** What stands on one parcel, by grade. */
type Use = {
  land: Float64Array;
  present: Uint8Array;
  firms: number;
  rated: number;
  weighted: number;
  tax: Sum;
  revenue: Sum;
};

const unused = (): Use => ({
  land: new Float64Array(GRADES.length),
  present: new Uint8Array(GRADES.length),
  firms: 0,
  rated: 0,
  weighted: 0,
  tax: { sum: 0, mu: 0 },
  revenue: { sum: 0, mu: 0 },
});

/** Says of `use` what the rows of one parcel say; there is one for all parcels, for a new one each costs more than the sum. */
function add(
  { firm, parts, grade, points, taxPerMu, revenuePerMu }: Parts,
  order: Int32Array,
  from: number,
  to: number,
  use: Use,
): void {
  use.land.fill(0);
  use.present.fill(0);
  use.firms = 0;
  use.rated = 0;
  use.weighted = 0;
  empty(use.tax);
  empty(use.revenue);
  for (let row = from; row < to; ) {
    const who = firm[order[row] as number] as number;
    let mu = 0;
    for (; row < to && firm[order[row] as number] === who; row++) mu += parts[order[row] as number] as number;
    const letter = grade[who] as number;
    // A firm that has let all that it owns here is not here.
    if (letter === 0 || mu <= NOTHING) continue;
    use.firms++;
    use.present[letter] = 1;
    if (Number.isNaN(mu)) continue;
    use.land[letter] = (use.land[letter] as number) + mu;
    count(use.tax, mu, taxPerMu[who] as number);
    count(use.revenue, mu, revenuePerMu[who] as number);
    if (!isRated(letter)) continue;
    use.rated += mu;
    use.weighted += mu * (points[who] as number);
  }
}

/** The grade with most land, the lower of equals; T and N only where nobody is rated. */
export const gradeOf = (use: Pick<Use, "land" | "present">): number => most(use, A, D) || most(use, T, N);

function most({ land, present }: Pick<Use, "land" | "present">, first: number, last: number): number {
  let best = 0;
  for (let letter = first; letter <= last; letter++) {
    if (!present[letter]) continue;
    if (best === 0 || (land[letter] as number) >= (land[best] as number) - NOTHING) best = letter;
  }
  return best;
}

export type ParkRating = {
  /** Its place in the list of parks. */
  park: number;
  /** Index into GRADES; N with too few firms, or nobody to compare with. */
  grade: number;
  /** Mean of its rated firms, weighted by their land; null without one. */
  points: number | null;
  /** Null without a grade. */
  rank: number | null;
  firms: number;
  /** Mu of its rated firms. */
  land: number;
  revenuePerMu: number | null;
  taxPerMu: number | null;
  /** Mu of each grade, T and N too. */
  landByGrade: Float64Array;
};

type Firms = {
  /** Of firms. */
  park: Uint16Array;
  /** Of parks: the one it lies in, or −1. */
  parent: Int16Array | Int32Array;
  grade: Uint8Array;
  points: Int32Array;
  land: Float64Array;
  revenue: Float64Array;
  tax: Float64Array;
  terms: Terms;
};

/** A park counts the firms of the parks inside it as its own. */
export function parkRatings(firms: Firms): ParkRating[] {
  const sums = firms.parent.length === 0 ? [] : Array.from(firms.parent, () => new ParkSums());
  for (let i = 0; i < firms.park.length; i++) {
    if (firms.park[i] === NOWHERE || firms.grade[i] === 0) continue;
    for (const park of around(firms.park[i] as number, firms.parent)) sums[park]?.add(firms, i);
  }
  const ratings = sums.map((sum, park) => sum.rating(park));
  compare(
    ratings.filter(({ firms }) => firms >= LEAST_FIRMS),
    firms.terms,
  );
  return ratings;
}

/** A park and all that it lies in, each once, even if the list of parks goes round in a circle. */
function around(park: number, parent: Int16Array | Int32Array): Set<number> {
  const parks = new Set<number>();
  for (let at = park; at >= 0 && at < parent.length && !parks.has(at); at = parent[at] as number)
    parks.add(at);
  return parks;
}

class ParkSums {
  private firms = 0;
  private land = 0;
  private weighted = 0;
  private revenue = { above: 0, mu: 0 };
  private tax = { above: 0, mu: 0 };
  private readonly landByGrade = new Float64Array(GRADES.length);

  add({ grade, points, land, revenue, tax }: Firms, i: number) {
    const letter = grade[i] as number;
    const mu = land[i] as number;
    if (!(mu > 0)) return;
    this.landByGrade[letter] = (this.landByGrade[letter] as number) + mu;
    if (!isRated(letter)) return;
    this.firms++;
    this.land += mu;
    this.weighted += mu * (points[i] as number);
    for (const [sum, figure] of [
      [this.revenue, revenue[i] as number],
      [this.tax, tax[i] as number],
    ] as const) {
      if (Number.isNaN(figure)) continue;
      sum.above += figure;
      sum.mu += mu;
    }
  }

  rating(park: number): ParkRating {
    const perMu = ({ above, mu }: { above: number; mu: number }) => (mu > 0 ? above / mu : null);
    return {
      park,
      grade: N,
      points: this.land > 0 ? Math.round(this.weighted / this.land) : null,
      rank: null,
      firms: this.firms,
      land: this.land,
      revenuePerMu: perMu(this.revenue),
      taxPerMu: perMu(this.tax),
      landByGrade: this.landByGrade,
    };
  }
}

/** Grades parks among each other as the scheme grades firms; one alone has nobody to be compared with. */
function compare(parks: ParkRating[], { grades }: Terms) {
  const count = parks.length;
  if (count < 2) return;
  const measured: Measured = {
    count,
    district: new Uint16Array(count),
    pool: new Uint16Array(count),
    pools: 1,
    standing: new Uint8Array(count).fill(STANDING.rated),
    mark: new Uint8Array(count),
    ratios: [],
    extra: new Float32Array(count),
    land: new Float32Array(count),
  };
  const graded: Graded = {
    points: Int32Array.from(parks, ({ points }) => points ?? 0),
    grade: new Uint8Array(count),
    lines: [],
  };
  const borders =
    grades.method === "quota"
      ? bordersByQuota(census(measured, graded.points), 1, grades)
      : bordersByCutoff(1, grades);
  assign(measured, borders, graded);
  const column = (of: (park: ParkRating) => number | null) =>
    Float64Array.from(parks, (park) => of(park) ?? Number.NaN);
  const places = rank(
    measured,
    graded,
    column(({ taxPerMu }) => taxPerMu),
    column(({ revenuePerMu }) => revenuePerMu),
  );
  parks.forEach((park, i) => {
    park.grade = graded.grade[i] as number;
    park.rank = places[i] as number;
  });
}
