import type { Knex } from "knex";
import type { Size } from "../../../domain/api/ratings/grades.ts";
import type { FirmColumns } from "../../../domain/rating/columns.ts";
import { titlesOf } from "../../../domain/rating/extra.ts";
import type { Places } from "../../../domain/rating/measure.ts";
import { RatingRefusal } from "../../../domain/rating/refusal.ts";
import type { Scheme } from "../../../domain/rating/scheme.ts";
import { dataRevision } from "../../data-revision.ts";
import type { DataTable } from "../../db/tables.ts";
import { type FirmsOfYear, readFirms } from "./firms-of-year.ts";
import { type Land, readOccupations, settle } from "./occupations.ts";
import { type PlaceLists, readPlaces } from "./places.ts";

/** Everything that a rating is computed from, as it stood in one snapshot of the database. */
export type Inputs = {
  year: FirmsOfYear;
  before: FirmColumns | null;
  land: Land;
  parcelIds: Int32Array;
  lists: PlaceLists;
  places: Places;
  dataRevision: number;
};

/** What a rating reads, and so what makes it stale when it changes. */
export const RATED_TABLES: readonly DataTable[] = [
  "district",
  "park",
  "parcel",
  "enterprise",
  "enterprise_year",
  "occupation",
];

type Watch = { signal: AbortSignal; progress: (share: number) => void };

export async function readInputs(
  trx: Knex.Transaction,
  scheme: Scheme,
  year: number,
  { signal, progress }: Watch,
): Promise<Inputs> {
  const { size } = scheme.object;
  const titles = titlesOf(scheme);
  const revision = await dataRevision(trx, RATED_TABLES);
  const counts = await countFirms(trx, year, size);
  const lists = await readPlaces(trx);
  // A fixed baseline asks nothing of the year before.
  const then = scheme.baseline.mode === "fixed" ? 0 : counts.of(year - 1);
  const now = counts.of(year);
  const told = (from: number) => (done: number) => progress((0.8 * (from + done)) / (now + then));
  const ofYear = await readFirms(trx, { year, size, titles, count: now }, lists, told(0));
  signal.throwIfAborted();
  const before =
    then > 0 ? await readFirms(trx, { year: year - 1, size, titles, count: then }, lists, told(now)) : null;
  signal.throwIfAborted();
  const occupations = await readOccupations(trx, year, then > 0);
  signal.throwIfAborted();
  const land = settle(ofYear, occupations, 1);
  await new Promise(setImmediate);
  if (before) settle(before, occupations, 2);
  progress(1);
  return {
    year: ofYear,
    before: before?.columns ?? null,
    land,
    parcelIds: occupations.parcels.ids,
    lists,
    places: {
      districts: lists.districts.map(({ code }) => code),
      parks: lists.parks.map(({ code }) => code),
      parkDistrict: lists.parkDistrict,
      titles,
    },
    dataRevision: revision,
  };
}

/** How many firms of the size there are in the year and in the one before. */
async function countFirms(trx: Knex.Transaction, year: number, size: Size) {
  const { rows } = await trx.raw<{ rows: { year: number; all: number; count: number }[] }>(
    `select year, count(*) as all, count(*) filter (where above_scale = ?) as count
       from enterprise_year where year in (?, ?) group by year`,
    [size === "above_scale", year, year - 1],
  );
  const of = (wanted: number) => rows.find((row) => row.year === wanted)?.count ?? 0;
  if (!rows.some((row) => row.year === year)) throw await noSuchYear(trx, year);
  if (of(year) === 0) throw nobodyOfThatSize(year, size);
  return { of };
}

const nobodyOfThatSize = (year: number, size: Size) =>
  new RatingRefusal(
    "object",
    `No firm of ${year} is ${size === "above_scale" ? "above" : "below"} the designated size, and the scheme rates no others.`,
    `${year} 年没有${size === "above_scale" ? "规上" : "规下"}企业，而方案只评价这类企业。`,
  );

async function noSuchYear(trx: Knex.Transaction, year: number): Promise<RatingRefusal> {
  const years: number[] = await trx("enterprise_year").distinct("year").orderBy("year").pluck("year");
  const there = years.join(", ") || "none";
  return new RatingRefusal(
    "year",
    `There are no figures of firms for ${year}; there are some for: ${there}.`,
    `没有 ${year} 年的企业数据；已有年份：${years.join("、") || "无"}。`,
  );
}
