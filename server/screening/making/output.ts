import { LEAST_PRODUCING, type Mean, type Means } from "../../../domain/screening/potential.ts";
import type { Ask } from "../../asking.ts";
import type { AskedRun } from "./ratings.ts";

/** Newest first, those of one year together. */
type Runs = readonly Pick<AskedRun, "id" | "year">[];

/** What parcels yield (产出): the revenue of their firms in the newest year that a screening asks, and its means. */

/** SQL that joins what each asked run says of a parcel `p`, as `r0`, `r1` and so on. */
export const joinRuns = (runs: Runs): string =>
  runs
    .map(({ id }, i) => `left join parcel_rating r${i} on r${i}.run_id = ${id} and r${i}.parcel_id = p.id`)
    .join("\n");

const ofNewestYear = (runs: Runs) => runs.filter(({ year }) => year === runs[0]?.year);

/** SQL of a parcel's output in 万元, of firms above and below the designated size together; null where nobody reported. */
export function outputOf(runs: Runs): string {
  const parts = ofNewestYear(runs).map((_, i) => `r${i}.revenue_per_mu * r${i}.land_mu`);
  if (parts.length === 0) return "null::float8";
  const sum = parts.map((part) => `coalesce(${part}, 0)`).join(" + ");
  return `case when num_nonnulls(${parts.join(", ")}) > 0 then ${sum} end`;
}

/** SQL that joins the park of a parcel `p`, and its code, or that of the development zone that the park stands in. */
export const JOIN_PARK = `
    left join park k on k.id = p.park_id
    left join park zone on zone.id = k.parent_id`;
export const PARK_CODE = "coalesce(zone.park_code, k.park_code)";

/** Sums are exact, and so the same in whatever order a million parcels are read. */
const meansQuery = (runs: Runs, screened: string) => `
  with known as (
    select ${PARK_CODE} as park, p.district_code as district, p.area_m2::numeric * 15 / 10000 as mu,
           p.floor_area_m2::numeric as floor, (${outputOf(runs)})::numeric as output
      from parcel p ${JOIN_PARK} ${joinRuns(ofNewestYear(runs))}
     where ${screened})
  select case when grouping(park) = 0 then 'park' when grouping(district) = 0 then 'district' else 'city' end as pool,
         coalesce(park, district) as code, (sum(output) / sum(mu))::float8 as per_mu,
         (sum(output) filter (where floor > 0) / sum(floor) filter (where floor > 0))::float8 as per_floor_m2
    from known
   where output is not null
   group by grouping sets ((park), (district), ())
  having count(*) filter (where output > 0) >= ${LEAST_PRODUCING}`;

type Row = Mean & { pool: "park" | "district" | "city"; code: string | null };

/** Land outside parks has none of a park. */
export async function readMeans(ask: Ask, runs: Runs, screened: string): Promise<Means> {
  const rows = await ask<Row>(meansQuery(runs, screened), []);
  const of = (wanted: Row["pool"]) =>
    new Map(
      rows.flatMap(({ pool, code, per_mu, per_floor_m2 }) =>
        pool === wanted && code !== null ? [[code, { per_mu, per_floor_m2 }] as const] : [],
      ),
    );
  const city = rows.find(({ pool }) => pool === "city");
  return {
    parks: of("park"),
    districts: of("district"),
    city: city ? { per_mu: city.per_mu, per_floor_m2: city.per_floor_m2 } : null,
  };
}
