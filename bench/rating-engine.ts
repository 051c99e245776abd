import type { FirmColumns, Measured } from "../domain/rating/columns.ts";
import { grade, rank, termsOf } from "../domain/rating/grade.ts";
import { measure } from "../domain/rating/measure.ts";
import type { Scheme } from "../domain/rating/scheme.ts";
import { tally } from "../domain/rating/tally.ts";
import type { Table } from "./main.ts";

/** What rating a million firms takes on one core, beside a plain loop that only reads the same arrays. */

const FIRMS = 1_000_000;
const DISTRICTS = 7;
const ROUNDS = 21;
const WARM_UP = 5;

/** A small generator of its own: the same firms on every machine. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

/** Figures spread as firms' figures are: many small, few large, some missing. */
function firms(count: number): FirmColumns {
  const random = seeded(20261121);
  const column = (middle: number, missing = 0) =>
    Float64Array.from({ length: count }, () =>
      random() < missing ? Number.NaN : middle * Math.exp((random() + random() + random() - 1.5) * 2),
    );
  const facts = (share: number) => Uint8Array.from({ length: count }, () => (random() < share ? 1 : 0));
  return {
    count,
    district: Uint16Array.from({ length: count }, () => Math.floor(random() * DISTRICTS)),
    park: new Uint16Array(count).fill(0),
    industry: new Uint16Array(count),
    aboveScale: new Uint8Array(count).fill(1),
    figures: {
      revenue: column(12_000, 0.005),
      tax: column(400, 0.005),
      valueAdded: column(3000),
      staff: column(90),
      energy: column(2500, 0.05),
      rd: column(200, 0.3),
      investment: column(5000),
      emissions: column(8, 0.1),
      land: column(30, 0.002),
      floorAreaRatio: column(1.1),
    },
    vetoes: facts(0.01),
    exemptions: facts(0.02),
    protections: facts(0.03),
    titles: new Uint32Array(count),
  };
}

const text = { zh: "测", en: "bench" };
const provenance = { certainty: "suggestion", basis: text } as const;

function scheme(by: "all" | "district"): Scheme {
  const indicators = (
    [
      ["rev_per_mu", "revenue", "land", 20],
      ["tax_per_mu", "tax", "land", 20],
      ["rev_per_cap", "revenue", "staff", 20],
      ["rev_per_tce", "revenue", "energy", 5],
      ["rd_ratio", "rd", "revenue", 5],
      ["va_per_mu", "valueAdded", "land", 15],
      ["invest_per_mu", "investment", "land", 10],
      ["floor_area_ratio", "floorAreaRatio", "one", 5],
    ] as const
  ).map(([id, numerator, denominator, weight]) => ({
    ...{ id, name: text, numerator, denominator, weight, provenance },
    ...{ direction: "higher" as const, cap: 1, local: false, enabled: true },
  }));
  return {
    ...{ name: text, description: text, provenance, indicators },
    object: { size: "above_scale", leastLand_mu: 0 },
    pool: { by, least: 2 },
    baseline: { mode: "last_year", multiple: 2 },
    ...{ bonuses: [], deductions: [], bonusMax: 10, deductionMax: 10 },
    grades: { method: "quota", letters: "ABC", top: [3000], bottom: 1000 },
    vetoes: ["safety_accident"],
    exemptions: ["new_production"],
    protections: ["newly_founded"],
    required: ["land", "revenue", "tax"],
  };
}

const PLACES = {
  districts: ["510112", "510113", "510114", "510115", "510116", "510117", "510118"],
  parks: ["park"],
  parkDistrict: Uint16Array.of(0),
  titles: [],
};

/** Nothing but reading what grading and tallying read, once each. */
function readOnly({ ratios, pool, standing, mark, extra, land, district, count }: Measured): number {
  let sum = 0;
  for (const ratio of ratios) sum += readOne(ratio);
  for (let i = 0; i < count; i++)
    sum +=
      (pool[i] as number) +
      (standing[i] as number) +
      (mark[i] as number) +
      (extra[i] as number) +
      (land[i] as number) +
      (district[i] as number);
  return sum;
}

function readOne(column: Float32Array): number {
  let sum = 0;
  for (let i = 0; i < column.length; i++) sum += column[i] as number;
  return sum;
}

/** Milliseconds of the processor, not of the clock: others on the machine don't count. */
function timed(work: () => void): number {
  const since = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(since);
  return (user + system) / 1000;
}

const median = (times: number[]) => times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0;

function measured(by: "all" | "district"): string[][] {
  const definition = scheme(by);
  const year = firms(FIRMS);
  const measurement = measure(definition, year, year, PLACES);
  const terms = termsOf(definition, measurement.enabled);
  const graded = grade(measurement.measured, terms);
  const perMu = measurement.values[1] as Float64Array;
  const grading: number[] = [];
  const tallying: number[] = [];
  const both: number[] = [];
  const reading: number[] = [];
  let kept = 0;
  for (let round = -WARM_UP; round < ROUNDS; round++) {
    // A hand that moves: no round finds the scores of the last.
    terms.multiple = 2 + (round % 7) / 10;
    const read = timed(() => (kept += readOnly(measurement.measured)));
    const spent = timed(() => grade(measurement.measured, terms, graded));
    const tallied = timed(() => tally(graded.grade, measurement.measured.land, year.district, DISTRICTS));
    if (round < 0) continue;
    reading.push(read);
    grading.push(spent);
    tallying.push(tallied);
    both.push(spent + tallied);
  }
  if (kept === 0) throw new Error("nothing was read");
  const remeasuring = [0, 1, 2].map(() => timed(() => measure(definition, year, year, PLACES)));
  const ranking = [0, 1, 2].map(() => timed(() => rank(measurement.measured, graded, perMu, perMu)));
  const plain = median(reading);
  const row = (what: string, times: number[], limit: string) => [
    `${what}, ${by === "all" ? "one pool" : "seven pools"}`,
    `${median(times).toFixed(1)} ms`,
    `${((median(times) * 1e6) / FIRMS).toFixed(1)} ns`,
    (median(times) / plain).toFixed(1),
    limit,
  ];
  return [
    row("a plain loop over the same arrays", reading, "–"),
    row("grading", grading, "–"),
    row("tally by grade and district", tallying, "–"),
    row("grading and tally", both, "10 × the loop, 100 ms"),
    row("measuring: values, baselines, ratios", remeasuring, "–"),
    row("ranking", ranking, "–"),
  ];
}

export async function ratingEngine(): Promise<Table> {
  return {
    title: `Rating engine: ${FIRMS.toLocaleString("en")} firms, eight indicators, one core, processor time`,
    columns: ["what", "median", "per firm", "× the plain loop", "limit"],
    rows: [...measured("all"), ...measured("district")],
  };
}
