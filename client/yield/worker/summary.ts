import type { Tallies } from "../../../domain/api/ratings/grades.ts";
import { GRADES } from "../../../domain/rating/columns.ts";
import type { Picture } from "../protocol.ts";
import { PASS } from "./filter.ts";
import { type Firms, placed } from "./firms.ts";

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

/** Firms and land by place and letter. */
type Count = { firms: Float64Array; land: Float64Array };
const count = (places: number): Count => ({
  firms: new Float64Array(places * LETTERS),
  land: new Float64Array(places * LETTERS),
});

export function summarise({ firms, pass, letters, grade }: Standing): Summary {
  const districts = firms.head.districts.length;
  // The last place is that of firms in no district.
  const now = count(districts + 1);
  const stored = count(districts + 1);
  const chosen = { now: count(1), stored: count(1) };
  const yields = perMu(districts + 1);
  const total = { firms: 0, land: 0, up: 0, down: 0 };
  const { district, land } = firms.measured;
  for (let i = 0; i < firms.count; i++) {
    const passed = pass[i];
    if (passed === PASS.none) continue;
    const letter = grade[i] ?? 0;
    const before = firms.grade[i] ?? 0;
    const at = district[i];
    const place = placed(at) ? at : districts;
    // Land that is not known is NaN.
    const mu = land[i] || 0;
    add(now, place * LETTERS + letter, mu);
    add(stored, place * LETTERS + before, mu);
    yields.add(place, mu, firms.taxPerMu[i] ?? Number.NaN);
    if (passed !== PASS.all) continue;
    add(chosen.now, letter, mu);
    add(chosen.stored, before, mu);
    if (!letters[letter]) continue;
    total.firms++;
    total.land += mu;
    if (letter !== before && letter < BESIDE && before < BESIDE) total[letter < before ? "up" : "down"]++;
  }
  return {
    matched: total.firms,
    land_mu: total.land,
    ...means({ firms, pass, letters, grade }),
    tallies: talliesOf(chosen.now, 0),
    publishedTallies: talliesOf(chosen.stored, 0),
    districts: firms.head.districts.map(({ code }, place) => ({
      code,
      tallies: talliesOf(now, place),
      publishedTallies: talliesOf(stored, place),
      tax_per_mu: yields.mean(place),
    })),
    moved: { up: total.up, down: total.down },
  };
}

function add(to: Count, at: number, mu: number) {
  to.firms[at] = (to.firms[at] ?? 0) + 1;
  to.land[at] = (to.land[at] ?? 0) + mu;
}

/** Σ figure / Σ land of those that have both, by place. */
function perMu(places: number) {
  const above = new Float64Array(places);
  const below = new Float64Array(places);
  return {
    add(place: number, mu: number, each: number) {
      if (!(mu > 0) || Number.isNaN(each)) return;
      above[place] = (above[place] ?? 0) + each * mu;
      below[place] = (below[place] ?? 0) + mu;
    },
    mean: (place: number): number | null => (below[place] ? (above[place] ?? 0) / below[place] : null),
  };
}

function means({ firms, pass, letters, grade }: Standing) {
  const tax = perMu(1);
  const revenue = perMu(1);
  const { land } = firms.measured;
  for (let i = 0; i < firms.count; i++) {
    if (pass[i] !== PASS.all || !letters[grade[i] ?? 0]) continue;
    tax.add(0, land[i] ?? 0, firms.taxPerMu[i] ?? Number.NaN);
    revenue.add(0, land[i] ?? 0, firms.revenuePerMu[i] ?? Number.NaN);
  }
  return { tax_per_mu: tax.mean(0), revenue_per_mu: revenue.mean(0) };
}

function talliesOf({ firms, land }: Count, place: number): Tallies {
  const tallies: Tallies = {};
  GRADES.forEach((letter, i) => {
    const at = place * LETTERS + i;
    if (letter !== "" && firms[at]) tallies[letter] = { firms: firms[at], land_mu: land[at] ?? 0 };
  });
  return tallies;
}
