import type { Knex } from "knex";
import type { GradeLetter } from "../../../domain/api/ratings/grades.ts";
import type { ParcelFacts, ParcelRating } from "../../../domain/screening/facts.ts";
import { copyOut, type Fields } from "../../db/copy/out.ts";
import type { AskedRun } from "./ratings.ts";
import { JOIN_PARK, joinRuns, outputOf, PARK_CODE, SCREENED } from "./screened.ts";

/** What a screening knows of parcels, read a page at a time so that a million of them take no more memory than one page. */

const PAGE = 20_000;
/** No day and no number of a parcel is this. */
const NONE = -(2 ** 31);

/** A parcel by its number inside the database. */
export type Numbered = { id: number; facts: ParcelFacts };

const day = (column: string) => `p.${column} - date '1970-01-01'`;

export const factsQuery = (runs: readonly AskedRun[], after: number) => `
  select p.id, p.parcel_code, p.district_code, p.area_m2, ${PARK_CODE}, p.park_share, p.industry_code, p.price_wan, ${day("supply_date")},
         ${day("agreed_start")}, p.extension_days, ${day("agreed_completion")}, p.agreed_far, p.agreed_investment_wan,
         ${day("started")}, ${day("completed")}, ${day("development_stopped")}, ${day("production_stopped")}, p.invested_wan,
         p.required_area_m2, p.developed_area_m2, p.floor_area_m2, p.base_area_m2, p.office_area_m2, p.prohibited_industry,
         p.safety_breach, ${outputOf(runs)}, p.synthetic${runs.map((_, i) => `, r${i}.grade, r${i}.tax_per_mu`).join("")}
    from parcel p ${JOIN_PARK} ${joinRuns(runs)}
   where p.id > ${after} and ${SCREENED}
   order by p.id`;

export async function countScreened(trx: Knex.Transaction): Promise<number> {
  const { rows } = await trx.raw<{ rows: [{ count: number }] }>(
    `select count(*)::integer as count from parcel p where ${SCREENED}`,
  );
  return rows[0].count;
}

/** Hands on each parcel of a page; answers the last one's number, null after the last page. */
export async function readPage(
  trx: Knex.Transaction,
  runs: readonly AskedRun[],
  after: number,
  take: (parcel: Numbered, synthetic: boolean) => void,
): Promise<number | null> {
  let last = after;
  let count = 0;
  const each = (fields: Fields) => {
    const parcel = parcelFrom(fields);
    const synthetic = fields.boolean();
    last = parcel.id;
    count++;
    take({ id: parcel.id, facts: { ...parcel.facts, ratings: ratingsFrom(fields, runs) } }, synthetic);
  };
  await copyOut(trx, `${factsQuery(runs, after)} limit ${PAGE}`, each, NONE);
  return count < PAGE ? null : last;
}

/** In the order of the query. */
function parcelFrom(fields: Fields): { id: number; facts: Omit<ParcelFacts, "ratings"> } {
  const whole = () => {
    const value = fields.integer();
    return value === NONE ? null : value;
  };
  const number = () => {
    const value = fields.float();
    return Number.isNaN(value) ? null : value;
  };
  const id = fields.integer();
  const facts = {
    code: fields.text(),
    district: fields.text(),
    area_m2: fields.float(),
    park: fields.text() || null,
    park_share: fields.float(),
    industry: fields.text() || null,
    price_wan: number(),
    supplied: whole(),
    agreed_start: whole(),
    extension_days: fields.integer(),
    agreed_completion: whole(),
    agreed_far: number(),
    agreed_investment_wan: number(),
    started: whole(),
    completed: whole(),
    development_stopped: whole(),
    production_stopped: whole(),
    invested_wan: number(),
    required_area_m2: number(),
    developed_area_m2: number(),
    floor_area_m2: number(),
    base_area_m2: number(),
    office_area_m2: number(),
    prohibited_industry: fields.boolean(),
    safety_breach: fields.boolean(),
    output_wan: number(),
  };
  return { id, facts };
}

/** One a year: a firm above the designated size speaks for the parcel before smaller ones do, as on the map. */
function ratingsFrom(fields: Fields, runs: readonly AskedRun[]): ParcelRating[] {
  const ratings: ParcelRating[] = [];
  for (const { year, lowest, meanTaxPerMu } of runs) {
    const grade = fields.text();
    const tax = fields.float();
    if (grade === "" || ratings.at(-1)?.year === year) continue;
    ratings.push({
      year,
      grade: grade as GradeLetter,
      lowest: grade === lowest,
      tax_per_mu: Number.isNaN(tax) ? null : tax,
      mean_tax_per_mu: Number.isNaN(meanTaxPerMu) ? null : meanTaxPerMu,
    });
  }
  return ratings;
}
