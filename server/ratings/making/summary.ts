import type { Tallies } from "../../../domain/api/ratings/grades.ts";
import type { Pool } from "../../../domain/api/ratings/runs.ts";
import type { Text } from "../../../domain/api/text.ts";
import { GRADES, type Line, NOWHERE, STANDING } from "../../../domain/rating/columns.ts";
import type { PoolFacts } from "../../../domain/rating/measure.ts";
import { MILLION } from "../../../domain/rating/points.ts";
import { type Tally, tally } from "../../../domain/rating/tally.ts";
import type { PlaceLists } from "./places.ts";
import type { Rated } from "./storing.ts";

/** What is kept with a run, so that nobody has to count its firms again. */

type DistrictSummary = { code: string; tallies: Tallies; tax_per_mu: number | null };
export type RunSummaryRecord = { tallies: Tallies; districts: DistrictSummary[] };

const EVERYWHERE = 0;

export function summaryOf(
  { firms, measurement, graded }: Rated,
  { districts }: PlaceLists,
): RunSummaryRecord {
  const { district, land } = measurement.measured;
  const all = tally(graded.grade, land, new Uint16Array(district.length), 1);
  const byDistrict = tally(graded.grade, land, district, districts.length);
  const perMu = taxPerMu(firms.columns.figures, measurement.measured.standing, district, districts.length);
  return {
    tallies: talliesOf(all, EVERYWHERE),
    districts: districts.flatMap(({ code }, place) => {
      const tallies = talliesOf(byDistrict, place);
      return Object.keys(tallies).length > 0 ? [{ code, tallies, tax_per_mu: perMu[place] ?? null }] : [];
    }),
  };
}

function talliesOf({ firms, land }: Tally, place: number): Tallies {
  const entries = GRADES.flatMap((letter, i) => {
    const cell = place * GRADES.length + i;
    const count = firms[cell] ?? 0;
    return letter !== "" && count > 0 ? [[letter, { firms: count, land_mu: land[cell] ?? 0 }]] : [];
  });
  return Object.fromEntries(entries);
}

/** Σ tax over Σ land of the firms of the run that have both, by district. */
function taxPerMu(
  { tax, land }: { tax: Float64Array; land: Float64Array },
  standing: Uint8Array,
  district: Uint16Array,
  districts: number,
): (number | null)[] {
  const sums = Array.from({ length: districts }, () => ({ tax: 0, land: 0 }));
  for (let i = 0; i < district.length; i++) {
    const sum = sums[district[i] ?? NOWHERE];
    const [paid, mu] = [tax[i] ?? Number.NaN, land[i] ?? Number.NaN];
    if (!sum || standing[i] === STANDING.outside || Number.isNaN(paid) || !(mu > 0)) continue;
    sum.tax += paid;
    sum.land += mu;
  }
  return sums.map((sum) => (sum.land > 0 ? sum.tax / sum.land : null));
}

export const poolsOf = (facts: readonly PoolFacts[], lines: readonly Line[][], lists: PlaceLists): Pool[] =>
  facts.map((pool, i) => ({
    ...pool,
    name: nameOf(pool.key, lists),
    lines: (lines[i] ?? []).map(({ grade, points }) => ({
      grade,
      score: points === null ? null : points / MILLION,
    })),
  }));

const REST = "-rest";

/** A pool is all firms, those of a district or a park, or those of a district's parks that are too small for one of their own. */
function nameOf(key: string, { districts, parks }: PlaceLists): Text {
  if (key === "all") return { zh: "全部企业", en: "All firms" };
  const named = (code: string) => [...districts, ...parks].find((place) => place.code === code)?.name;
  if (!key.endsWith(REST)) return named(key) ?? { zh: key, en: key };
  const district = named(key.slice(0, -REST.length)) ?? { zh: "其他", en: "elsewhere" };
  return { zh: `${district.zh}其余企业`, en: `Other firms of ${district.en}` };
}
