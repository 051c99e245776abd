import type { Tallies } from "../../../domain/api/ratings/grades.ts";
import { GRADES, type Grade } from "../../../domain/rating/columns.ts";
import type { Picture } from "../protocol.ts";
import { PASS } from "./filter.ts";
import type { Firms } from "./firms.ts";

/** Counts of one pass over all firms. */

export type Summary = Pick<
  Picture,
  | "matched"
  | "land_mu"
  | "tax_per_mu"
  | "revenue_per_mu"
  | "tallies"
  | "publishedTallies"
  | "districts"
  | "moved"
>;

/** How firms stand now, and who of them counts. */
export type Standing = {
  firms: Firms;
  pass: Uint8Array;
  letters: readonly boolean[];
  grade: Uint8Array;
};

const LETTERS = GRADES.length;
/** Letters from here on stand beside the order of grades: nobody moves up or down to them. */
const BESIDE = GRADES.indexOf("T");

/** Firms and land by district and letter; the last place is that of firms in no district. */
type Count = { firms: Float64Array; land: Float64Array };

/** Under the hand this is the one walk over all firms, so it does no more than it must. */
function count({ firms, pass }: Standing, grade: Uint8Array): Count {
  const places = firms.head.districts.length;
  const { district, land } = firms.measured;
  const counted = {
    firms: new Float64Array((places + 1) * LETTERS),
    land: new Float64Array((places + 1) * LETTERS),
  };
  for (let i = 0; i < firms.count; i++) {
    if (pass[i] === PASS.none) continue;
    const at = district[i] as number;
    const cell = (at < places ? at : places) * LETTERS + (grade[i] as number);
    const mu = land[i] as number;
    counted.firms[cell] = (counted.firms[cell] as number) + 1;
    // Land that is not known is NaN.
    if (mu > 0) counted.land[cell] = (counted.land[cell] as number) + mu;
  }
  return counted;
}

/** What terms don't change: counted once for as long as the filter holds. */
export type Published = { count: Count; tax: (number | null)[]; means: Means; chosen: readonly number[] };
type Means = Pick<Picture, "tax_per_mu" | "revenue_per_mu">;

export function published(standing: Standing): Published {
  const { firms } = standing;
  const tax = firms.head.districts.map(() => ({ above: 0, mu: 0 }));
  const { district, land } = firms.measured;
  for (let i = 0; i < firms.count; i++) {
    const sum = tax[district[i] ?? 0];
    if (sum && standing.pass[i] !== PASS.none) add(sum, land[i], firms.taxPerMu[i]);
  }
  return {
    count: count(standing, firms.grade),
    tax: tax.map(mean),
    means: meansOf(standing),
    chosen: chosenPlaces(standing),
  };
}

export function summarise(standing: Standing, stored: Published): Summary {
  const { firms, letters } = standing;
  const { districts } = firms.head;
  const now = standing.grade === firms.grade ? stored.count : count(standing, standing.grade);
  const { chosen } = stored;
  const tallies = talliesOf(now, chosen);
  const matched = Object.entries(tallies).filter(([letter]) => letters[GRADES.indexOf(letter as Grade)]);
  return {
    matched: matched.reduce((sum, [, { firms }]) => sum + firms, 0),
    land_mu: matched.reduce((sum, [, { land_mu }]) => sum + land_mu, 0),
    ...(letters.every(Boolean) ? stored.means : meansOf(standing)),
    tallies,
    publishedTallies: talliesOf(stored.count, chosen),
    districts: districts.map(({ code }, place) => ({
      code,
      tallies: talliesOf(now, [place]),
      publishedTallies: talliesOf(stored.count, [place]),
      tax_per_mu: stored.tax[place] ?? null,
    })),
    moved: movedIn(standing),
  };
}

/** A filter by districts lets whole districts through, so a single firm of each tells. */
function chosenPlaces({ firms, pass }: Standing): number[] {
  const places = firms.head.districts.length;
  const open = new Uint8Array(places + 1);
  const { district } = firms.measured;
  for (let i = 0; i < firms.count; i++)
    if (pass[i] === PASS.all) open[Math.min(district[i] as number, places)] = 1;
  return [...open.keys()].filter((place) => open[place]);
}

function movedIn({ firms, pass, letters, grade }: Standing): Picture["moved"] {
  const moved = { up: 0, down: 0 };
  if (grade === firms.grade) return moved;
  for (let i = 0; i < firms.count; i++) {
    const letter = grade[i] as number;
    const before = firms.grade[i] as number;
    if (letter === before || pass[i] !== PASS.all || !letters[letter]) continue;
    if (letter < BESIDE && before < BESIDE) moved[letter < before ? "up" : "down"]++;
  }
  return moved;
}

/** Σ figure / Σ land of those that have both. */
type PerMu = { above: number; mu: number };
function add(sum: PerMu, mu = Number.NaN, each = Number.NaN) {
  if (!(mu > 0) || Number.isNaN(each)) return;
  sum.above += each * mu;
  sum.mu += mu;
}
const mean = ({ above, mu }: PerMu): number | null => (mu > 0 ? above / mu : null);

function meansOf({ firms, pass, letters, grade }: Standing): Means {
  const tax = { above: 0, mu: 0 };
  const revenue = { above: 0, mu: 0 };
  const { land } = firms.measured;
  for (let i = 0; i < firms.count; i++) {
    if (pass[i] !== PASS.all || !letters[grade[i] ?? 0]) continue;
    add(tax, land[i], firms.taxPerMu[i]);
    add(revenue, land[i], firms.revenuePerMu[i]);
  }
  return { tax_per_mu: mean(tax), revenue_per_mu: mean(revenue) };
}

function talliesOf({ firms, land }: Count, places: readonly number[]): Tallies {
  const tallies: Tallies = {};
  GRADES.forEach((letter, i) => {
    const total = (of: Float64Array) =>
      places.reduce((sum, place) => sum + (of[place * LETTERS + i] ?? 0), 0);
    if (letter !== "" && total(firms) > 0) tallies[letter] = { firms: total(firms), land_mu: total(land) };
  });
  return tallies;
}
