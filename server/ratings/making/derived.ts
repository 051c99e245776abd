import type { Knex } from "knex";
import { GRADES } from "../../../domain/rating/columns.ts";
import { type ParkRating, parcelGrades, parkRatings } from "../../../domain/rating/derived.ts";
import { MILLION } from "../../../domain/rating/points.ts";
import { copyIn } from "../../db/copy/in.ts";
import type { Inputs } from "./inputs.ts";
import type { Rated, Watch } from "./storing.ts";

/** What the grades of firms mean for the parcels that they stand on, and for parks. */

const PARCEL_RATING =
  "parcel_rating (run_id, parcel_id, grade, score, land_mu, firms, tax_per_mu, revenue_per_mu)";
const PARCEL_FIELDS = 8;

export async function storeParcelRatings(
  trx: Knex.Transaction,
  run: number,
  { land, parcelIds }: Inputs,
  { graded, taxPerMu, revenuePerMu }: Rated,
  { signal, progress }: Watch,
): Promise<void> {
  const { firm, parcel, parts } = land;
  // Those that are not of the run have no grade.
  const grade = new Uint8Array(land.firms);
  const points = new Int32Array(land.firms);
  grade.set(graded.grade);
  points.set(graded.points);
  const all = (ofFirms: Float64Array) => {
    const known = new Float64Array(land.firms).fill(Number.NaN);
    known.set(ofFirms);
    return known;
  };
  const parcels = parcelIds.length;
  const of = parcelGrades({
    ...{ firm, parcel, parts, parcels, grade, points },
    taxPerMu: all(taxPerMu),
    revenuePerMu: all(revenuePerMu),
  });
  const used = Int32Array.from(parcelIds.keys()).filter((at) => (of.grade[at] ?? 0) > 0);
  await copyIn(
    trx,
    PARCEL_RATING,
    used.length,
    (row, to) => {
      const at = used[row] ?? 0;
      to.row(PARCEL_FIELDS);
      to.integer(run);
      to.integer(parcelIds[at] ?? 0);
      to.text(GRADES[of.grade[at] ?? 0] ?? "");
      to.float((of.points[at] ?? Number.NaN) / MILLION);
      to.float(of.land[at] ?? 0);
      to.integer(of.firms[at] ?? 0);
      to.float(of.taxPerMu[at] ?? Number.NaN);
      to.float(of.revenuePerMu[at] ?? Number.NaN);
    },
    { signal, progress: (done) => progress(done / used.length) },
  );
}

const PARK_RATINGS = `
  insert into park_rating (run_id, park_id, grade, score, rank, land_mu, firms, revenue_per_mu, tax_per_mu, land_by_grade)
  select ?, r.*
    from json_to_recordset(?) as r (park_id integer, grade text, score float8, rank integer, land_mu float8, firms integer,
      revenue_per_mu float8, tax_per_mu float8, land_by_grade jsonb)`;

export async function storeParkRatings(
  trx: Knex.Transaction,
  run: number,
  { lists, year }: Inputs,
  { graded, terms }: Rated,
): Promise<void> {
  const { park, figures } = year.columns;
  const ratings = parkRatings({
    park,
    parent: lists.parkParent,
    grade: graded.grade,
    points: graded.points,
    land: figures.land,
    revenue: figures.revenue,
    tax: figures.tax,
    terms,
  });
  const rows = ratings
    .filter(({ landByGrade }) => landByGrade.some((mu) => mu > 0))
    .map((rating) => ({ park_id: lists.parks[rating.park]?.id, ...columnsOf(rating) }));
  await trx.raw(PARK_RATINGS, [run, JSON.stringify(rows)]);
}

const columnsOf = (rating: ParkRating) => ({
  grade: GRADES[rating.grade],
  score: rating.points === null ? null : rating.points / MILLION,
  rank: rating.rank,
  land_mu: rating.land,
  firms: rating.firms,
  revenue_per_mu: rating.revenuePerMu,
  tax_per_mu: rating.taxPerMu,
  land_by_grade: Object.fromEntries(
    GRADES.flatMap((letter, i) => {
      const mu = rating.landByGrade[i] ?? 0;
      return letter !== "" && mu > 0 ? [[letter, mu]] : [];
    }),
  ),
});
