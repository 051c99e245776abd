import type {
  ParcelPotential,
  PotentialPage,
  PotentialParcel,
  PotentialQuery,
} from "../../domain/api/potential.ts";
import { currentDistrictCode } from "../../domain/districts.ts";
import type { Ask } from "../asking.ts";
import { containing } from "../db/like.ts";
import { CASE_OF_PARCEL } from "./case-of-finding.ts";
import { shownScreening } from "./shown.ts";

/** What land could carry and yield beyond today, by the screening that is shown: of one parcel, and where it matters most. */

/** Of `t`, a row of potential; `d` is the district and `k` the park of its parcel, `zone` the one that this lies in. */
const POTENTIAL = `
  array[t.floor_low_m2, t.floor_high_m2] as floor_m2,
  case when t.output_high_wan is not null then array[t.output_low_wan, t.output_high_wan] end as output_wan,
  json_build_object('now', t.far, 'low', t.far_low, 'high', t.far_high) as far,
  json_build_object('now_per_mu', t.output_per_mu, 'mean_per_mu', t.mean_per_mu, 'pool', t.pool,
    'pool_name', case t.pool
      when 'park' then json_build_object('zh', coalesce(zone.name, k.name), 'en', coalesce(zone.name_en, k.name_en))
      when 'district' then json_build_object('zh', d.name, 'en', d.name_en) end) as output`;

const PLACES = `
  join district d on d.code = p.district_code
  left join park k on k.id = p.park_id
  left join park zone on zone.id = k.parent_id`;

const ONE = `
  select ${POTENTIAL}
    from potential t join parcel p on p.id = t.parcel_id ${PLACES}
   where t.run_id = (select id from shown_screening) and t.parcel_id = ?`;

export async function potentialOfParcel(ask: Ask, parcel: number): Promise<ParcelPotential | null> {
  return (await ask<ParcelPotential>(ONE, [parcel]))[0] ?? null;
}

const SELECTED = `
  from potential t
  join parcel p on p.id = t.parcel_id
  left join park k on k.id = p.park_id`;

const FOUND = "select from finding f where f.run_id = t.run_id and f.parcel_id = t.parcel_id";

const ORDERS: Readonly<Record<PotentialQuery["sort"], string>> = {
  "-output": "t.output_low_wan + t.output_high_wan desc nulls last, p.parcel_code",
  "-floor": "t.floor_low_m2 + t.floor_high_m2 desc, p.parcel_code",
  "-area": "p.area_m2 desc, p.parcel_code",
  code: "p.parcel_code",
};

type Filter = Omit<PotentialQuery, "limit" | "offset">;

function selected({ kind, district, park, q }: Omit<Filter, "sort">): { where: string; values: unknown[] } {
  const conditions: [sql: string, ...values: unknown[]][] = [["t.run_id = (select id from shown_screening)"]];
  if (kind)
    conditions.push([
      `(exists (${FOUND} and f.kind = any(?)) or ? and not exists (${FOUND}))`,
      kind,
      kind.includes("none"),
    ]);
  if (district) conditions.push(["p.district_code = any(?)", district.map(currentDistrictCode)]);
  if (park !== undefined) conditions.push(["k.park_code = ?", park]);
  if (q !== undefined) {
    const like = containing(q);
    conditions.push(["(p.parcel_code ilike ? or p.address ilike ? or p.holder ilike ?)", like, like, like]);
  }
  return {
    where: conditions.map(([sql]) => sql).join(" and "),
    values: conditions.flatMap(([, ...given]) => given),
  };
}

/** What is told of each is looked up only of those that are listed. */
const rows = (where: string, order: string) => `
  select p.parcel_code, p.district_code, d.name as district_name, k.name as park_name, p.address, p.holder, p.industry_code,
         p.area_m2, c.id as case_id, c.state as case_state, array[ST_X(at), ST_Y(at)] as at, p.synthetic, ${POTENTIAL},
         array(select f.kind from finding f where f.run_id = t.run_id and f.parcel_id = t.parcel_id order by f.kind) as kinds
    from (select t.* ${SELECTED} where ${where} order by ${order} limit ? offset ?) t
    join parcel p on p.id = t.parcel_id ${PLACES} ${CASE_OF_PARCEL}
   cross join lateral (select ST_PointOnSurface(p.geom) as at) point
   order by ${order}`;

export function listPotential(
  ask: Ask,
  filter: Filter,
  { limit, offset }: { limit: number; offset: number },
): Promise<PotentialParcel[]> {
  const { where, values } = selected(filter);
  return ask<PotentialParcel>(rows(where, ORDERS[filter.sort]), [...values, limit, offset]);
}

const TOTALS = `
  select count(*)::integer as matched, coalesce(sum(p.area_m2), 0) as area_m2,
         array[coalesce(sum(t.floor_low_m2), 0), coalesce(sum(t.floor_high_m2), 0)] as floor_m2,
         array[coalesce(sum(t.output_low_wan), 0), coalesce(sum(t.output_high_wan), 0)] as output_wan`;

type Totals = Pick<PotentialPage, "matched" | "area_m2" | "floor_m2" | "output_wan">;

/** Of all that matches. */
export async function totalsOfPotential(ask: Ask, filter: Omit<Filter, "sort">): Promise<Totals> {
  const { where, values } = selected(filter);
  const [totals] = await ask<Totals>(`${TOTALS} ${SELECTED} where ${where}`, values);
  return totals as Totals;
}

export async function pageOfPotential(
  ask: Ask,
  { limit, offset, ...filter }: PotentialQuery,
): Promise<PotentialPage> {
  const shown = await shownScreening(ask);
  const totals = await totalsOfPotential(ask, filter);
  const parcels = await listPotential(ask, filter, { limit, offset });
  return { ...shown, ...totals, parcels };
}
