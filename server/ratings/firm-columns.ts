import { GRADES, MARK, NOWHERE, STANDING } from "../../domain/rating/columns.ts";
import type { Read } from "../read.ts";
import type { ChosenRun } from "./chosen-runs.ts";
import { type Chunk, chunksOf, number, text, whole } from "./records.ts";

/** Every firm of a run as columns, in the order of credit codes. */

export type FirmArrays = {
  /** Id in the database, for joining only. */
  ids: Int32Array<ArrayBuffer>;
  /** Code of the district, id of the park, division of the industry: whoever lists them replaces these by places. */
  districts: Int32Array<ArrayBuffer>;
  parks: Int32Array<ArrayBuffer>;
  divisions: Int32Array<ArrayBuffer>;
  code: Uint8Array<ArrayBuffer>;
  pool: Uint16Array<ArrayBuffer>;
  standing: Uint8Array<ArrayBuffer>;
  mark: Uint8Array<ArrayBuffer>;
  grade: Uint8Array<ArrayBuffer>;
  points: Int32Array<ArrayBuffer>;
  /** Single precision: extra, land, what a mu earns, place on the map, and a ratio for each indicator. */
  numbers: Record<(typeof NUMBERS)[number], Float32Array<ArrayBuffer>>;
  ratios: Float32Array<ArrayBuffer>[];
};

const CODE = 18;
const NUMBERS = ["extra", "land", "tax_per_mu", "revenue_per_mu", "lon", "lat"] as const;

const FIELDS = [
  text("e.credit_code", CODE),
  whole("r.enterprise_id"),
  whole("e.district_code::integer"),
  whole("e.park_id"),
  whole("left(e.industry_code, 2)::integer"),
  whole("r.pool"),
  whole("r.mark"),
  whole("ascii(r.grade)"),
  number("r.score"),
  ...["r.extra", "r.land_mu", "r.tax_per_mu", "r.revenue_per_mu", "ST_X(e.geom)", "ST_Y(e.geom)"].map(number),
];
const SCORE = 8;
const FIRST_NUMBER = SCORE + 1;
const FIRST_VALUE = FIRST_NUMBER + NUMBERS.length;

const MILLIONTHS = 1e6;
const GRADE_OF = new Map(GRADES.map((grade, i) => [grade.charCodeAt(0), i]));
const T = GRADES.indexOf("T");
const N = GRADES.indexOf("N");

const standingOf = (grade: number): number =>
  grade === T ? STANDING.exempt : grade === N ? STANDING.incomplete : STANDING.rated;

export async function readFirms(read: Read, run: ChosenRun, signal: AbortSignal): Promise<FirmArrays> {
  const { indicators } = run.scheme.definition;
  const [counted] = await read<{ count: number }>(
    "select count(*)::integer as count from rating where run_id = ?",
    [run.id],
    signal,
  );
  const firms = emptyArrays(counted!.count, indicators.length);
  const records = {
    fields: [...FIELDS, ...indicators.map((_indicator, i) => number(`r.item_values[${i + 1}]`))],
    from: "from rating r join enterprise e on e.id = r.enterprise_id where r.run_id = ?",
    key: "e.credit_code",
    values: [run.id],
  };
  let at = 0;
  for await (const chunk of chunksOf(read, records, signal)) {
    for (let row = 0; row < chunk.count; row++) take(firms, at + row, chunk, row, run);
    at += chunk.count;
  }
  // A block that misses firms would colour them as if they had no rating.
  if (at !== counted!.count) throw new Error("Ratings were taken away while they were being read");
  return firms;
}

function emptyArrays(count: number, indicators: number): FirmArrays {
  const whole = () => new Int32Array(count);
  const bytes = () => new Uint8Array(count);
  const numbers = Object.fromEntries(NUMBERS.map((name) => [name, new Float32Array(count)]));
  return {
    ids: whole(),
    districts: whole(),
    parks: whole(),
    divisions: whole(),
    code: new Uint8Array(CODE * count),
    pool: new Uint16Array(count),
    standing: bytes(),
    mark: bytes(),
    grade: bytes(),
    points: whole(),
    numbers: numbers as FirmArrays["numbers"],
    ratios: Array.from({ length: indicators }, () => new Float32Array(count)),
  };
}

function take(firms: FirmArrays, firm: number, chunk: Chunk, row: number, run: ChosenRun) {
  firms.code.set(chunk.bytes(0, row), CODE * firm);
  firms.ids[firm] = chunk.number(1, row);
  firms.districts[firm] = chunk.number(2, row);
  firms.parks[firm] = chunk.number(3, row);
  firms.divisions[firm] = chunk.number(4, row);
  const pool = chunk.number(5, row);
  firms.pool[firm] = pool < 0 ? NOWHERE : pool;
  firms.mark[firm] = chunk.number(6, row) & (MARK.vetoed | MARK.protected);
  const grade = GRADE_OF.get(chunk.number(7, row)) ?? 0;
  firms.grade[firm] = grade;
  firms.standing[firm] = standingOf(grade);
  const score = chunk.number(SCORE, row);
  firms.points[firm] = Number.isNaN(score) ? 0 : Math.round(score * MILLIONTHS);
  NUMBERS.forEach((name, i) => {
    firms.numbers[name][firm] = chunk.number(FIRST_NUMBER + i, row);
  });
  const baselines = run.pools[pool]?.baselines;
  // Divided in double precision and rounded once, as the engine does it.
  firms.ratios.forEach((ratios, i) => {
    ratios[firm] = chunk.number(FIRST_VALUE + i, row) / (baselines?.[i] ?? Number.NaN);
  });
}
