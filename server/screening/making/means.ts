import { LEAST_PRODUCING, type Mean, type Means, type Pool } from "../../../domain/screening/potential.ts";
import type { Ask } from "../../asking.ts";
import { JOIN_PARK, joinRuns, ofNewestYear, outputOf, PARK_CODE, type Runs, SCREENED } from "./screened.ts";

/** What land yields on the whole (平均产出), in the newest year that a screening asks: in each park, in each district, and everywhere. */

/** Sums are exact, and so the same in whatever order a million parcels are read. */
const meansQuery = (runs: Runs) => `
  with known as (
    select case when p.park_share >= ? then ${PARK_CODE} end as park, p.district_code as district, p.area_m2::numeric * 15 / 10000 as mu,
           p.floor_area_m2::numeric as floor, (${outputOf(runs)})::numeric as output
      from parcel p ${JOIN_PARK} ${joinRuns(ofNewestYear(runs))}
     where ${SCREENED})
  select case when grouping(park) = 0 then 'park' when grouping(district) = 0 then 'district' else 'city' end as pool,
         coalesce(park, district) as code, (sum(output) / sum(mu))::float8 as per_mu,
         (sum(output) filter (where floor > 0) / sum(floor) filter (where floor > 0))::float8 as per_floor_m2
    from known
   where output is not null
   group by grouping sets ((park), (district), ())
  having count(*) filter (where output > 0) >= ${LEAST_PRODUCING}`;

type Row = Mean & { pool: Pool; code: string | null };

/** Land outside parks, or with a smaller part inside than `parkShare`, counts in its district and in all. */
export async function readMeans(ask: Ask, runs: Runs, parkShare: number): Promise<Means> {
  const rows = await ask<Row>(meansQuery(runs), [parkShare]);
  // It is summed among the parks too, and is none.
  const of = (wanted: Pool) =>
    new Map(rows.flatMap(({ pool, code, ...mean }) => (pool === wanted && code ? [[code, mean]] : [])));
  const [city = null] = rows.filter(({ pool }) => pool === "city");
  return { parks: of("park"), districts: of("district"), city };
}
