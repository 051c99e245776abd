import type { ParcelFactsColumns, ParcelFactsQuery } from "../../domain/api/shares.ts";
import { currentDistrictCode } from "../../domain/districts.ts";
import { SCATTERED_BELOW } from "../../domain/scattered.ts";
import type { ScenarioParcel } from "../../domain/shares/scenario.ts";
import type { Ask } from "../asking.ts";
import { invalidParameter } from "../http/problem.ts";
import { RING, ringText } from "../ring.ts";
import { JOIN_PARK, joinRuns, outputOf, PARK_CODE } from "../screening/making/screened.ts";
import { KIND } from "./kinds.ts";
import type { Outputs, OutputsStore } from "./outputs.ts";

/** What a scenario needs to know of parcels: those that are named, that lie in a box, or that a screening suspects. */

const MOST = 10_000;

type Known = ScenarioParcel & { synthetic: boolean };
type Row = Omit<Known, "mean_per_mu"> & { park: string | null };

const factsWhere = (where: string, { runs }: Outputs, limit = "") => `
  with chosen as (
    select p.id, p.parcel_code, p.district_code, p.land_use_code, p.new_industry, p.net_area_m2, p.area_m2, p.floor_area_m2, p.park_id,
           p.park_share, p.synthetic
      from parcel p where ${where} order by p.parcel_code ${limit})
  select p.parcel_code as code, p.district_code as district, ${KIND} as kind, p.net_area_m2 as net_m2, p.area_m2,
         p.floor_area_m2 as floor_m2, ${outputOf(runs)} as output_wan,
         case when p.park_share >= ${SCATTERED_BELOW} then ${PARK_CODE} end as park, p.synthetic
    from chosen p ${JOIN_PARK} ${joinRuns(runs)}
   order by p.parcel_code`;

type Condition = readonly [sql: string, ...values: unknown[]];

const SUSPECTED = `exists (
  select from finding f join shown_screening s on s.id = f.run_id where f.parcel_id = p.id and f.kind = any(?))`;

const suppliedBy = (year: number): Condition => [
  "(p.supply_date is null or p.supply_date < make_date(?, 1, 1))",
  year + 1,
];

/** The middle of a parcel decides: what a line only touches is not meant. */
const INSIDE = `p.geom && ${RING} and ST_Covers(${RING}, ST_PointOnSurface(p.geom))`;

function conditionsOf({ codes, bbox, within, slack, district, year }: ParcelFactsQuery): Condition[] {
  const conditions: Condition[] = [];
  if (codes) conditions.push(["p.parcel_code = any(?)", codes]);
  if (bbox) conditions.push(["ST_Intersects(p.geom, ST_MakeEnvelope(?, ?, ?, ?, 4326))", ...bbox]);
  if (within) conditions.push([INSIDE, ringText(within), ringText(within)]);
  if (slack) conditions.push([SUSPECTED, slack]);
  if (district) conditions.push(["p.district_code = ?", currentDistrictCode(district)]);
  if (conditions.length === 0) throw nothingAsked();
  return year === undefined ? conditions : [...conditions, suppliedBy(year)];
}

const nothingAsked = () =>
  invalidParameter("Say which parcels: codes, bbox, within, slack or district.", {
    zh: "请指定宗地：codes、bbox、within、slack 或 district。",
  });

export async function parcelColumns(
  ask: Ask,
  outputsNow: OutputsStore,
  query: ParcelFactsQuery,
): Promise<ParcelFactsColumns> {
  const conditions = conditionsOf(query);
  const where = conditions.map(([sql]) => sql).join(" and ");
  const values = conditions.flatMap(([, ...given]) => given);
  const outputs = await outputsNow(ask);
  const rows = await ask<Row>(factsWhere(where, outputs, "limit ?"), [...values, MOST + 1]);
  const told = rows.slice(0, MOST).map(compared(outputs));
  return {
    codes: told.map(({ code }) => code),
    districts: told.map(({ district }) => district),
    kinds: told.map(({ kind }) => kind),
    net_m2: told.map(({ net_m2 }) => net_m2),
    area_m2: told.map(({ area_m2 }) => area_m2),
    output_wan: told.map(({ output_wan }) => output_wan),
    floor_m2: told.map(({ floor_m2 }) => floor_m2),
    mean_per_mu: told.map(({ mean_per_mu }) => mean_per_mu),
    more: rows.length > MOST,
  };
}

export type KnownParcels = ReadonlyMap<string, Known>;

/** All that are named and were there at the end of a year. */
export async function parcelsNamed(
  ask: Ask,
  outputsNow: OutputsStore,
  codes: readonly string[],
  year: number,
): Promise<KnownParcels> {
  if (codes.length === 0) return new Map();
  const [supplied, ...values] = suppliedBy(year);
  const outputs = await outputsNow(ask);
  const sql = factsWhere(`p.parcel_code = any(?) and ${supplied}`, outputs);
  const rows = await ask<Row>(sql, [codes, ...values]);
  return new Map(rows.map(compared(outputs)).map((parcel) => [parcel.code, parcel]));
}

/** With its park, and where that is too small or there is none, with its district. */
const compared =
  ({ means: { parks, districts } }: Outputs) =>
  ({ park, ...parcel }: Row): Known => {
    const mean = (park === null ? undefined : parks.get(park)) ?? districts.get(parcel.district);
    return { ...parcel, mean_per_mu: mean?.per_mu ?? null };
  };
