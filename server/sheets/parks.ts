import type { ParkSheet } from "../../domain/api/sheets.ts";
import { INDUSTRY } from "../../domain/land-use.ts";
import { boundsOf, PARK_SUMMARY } from "../layout/parks.ts";
import type { Read } from "../read.ts";
import { ratingsOf } from "./ratings.ts";

/**
 * Parks stand inside zones, and a parcel names the smallest park that holds it; a zone's figures therefore include those of
 * the parks in it. Money is of the newest year that any firm has, and of firms above the designated size, like a district's.
 */
const SQL = `
  with recursive within as (
    select id, id as whole from park where park_code = ?
    union
    select inner_park.id, within.whole from park inner_park join within on inner_park.parent_id = within.id
  ),
  land as (
    select land_use_code, new_industry, count(*)::integer as parcels, sum(area_m2) as area, bool_or(synthetic) as synthetic
      from parcel where park_id in (select id from within) group by land_use_code, new_industry
  ),
  firms as (
    select count(*)::integer as enterprises, count(*) filter (where e.above_scale)::integer as above_scale,
           sum(y.revenue_wan) filter (where y.above_scale) as revenue, sum(y.tax_wan) filter (where y.above_scale) as tax,
           bool_or(e.synthetic) as synthetic
      from enterprise e
      left join enterprise_year y on y.enterprise_id = e.id and y.year = (select max(year) from enterprise_year)
     where e.park_id in (select id from within)
  )
  select ${PARK_SUMMARY}, ${boundsOf("p.geom")} as box, p.measured_area_m2 as area_m2,
         case when d.code is not null then
           json_build_object('code', d.code, 'name', json_build_object('zh', d.name, 'en', d.name_en)) end as district,
         p.district_basis as "districtBasis",
         case when o.id is not null then
           json_build_object('code', o.park_code, 'name', json_build_object('zh', o.name, 'en', o.name_en)) end as parent,
         (select coalesce(json_agg(json_build_object('code', c.park_code, 'name', json_build_object('zh', c.name, 'en', c.name_en))
                                   order by c.park_code), '[]') from park c where c.parent_id = p.id) as children,
         p.leading_industries as "leadingIndustries", p.note, p.source,
         (select coalesce(sum(parcels), 0)::integer from land where starts_with(land_use_code, ?)) as parcels,
         (select coalesce(sum(area), 0) from land where starts_with(land_use_code, ?)) as "industrialArea_m2",
         firms.enterprises, firms.above_scale as "enterprisesAboveScale", firms.revenue as revenue_wan, firms.tax as tax_wan,
         (select coalesce(json_agg(json_build_object('landUseCode', land_use_code, 'newIndustry', new_industry, 'area_m2', area) order by area desc), '[]')
            from land) as uses,
         ${ratingsOf("park_rating", "park_id", "p.id")} as ratings,
         p.synthetic or coalesce(firms.synthetic, false) or coalesce((select bool_or(synthetic) from land), false) as synthetic
    from within
    join park p on p.id = within.whole and p.id = within.id
    left join district d on d.code = p.district_code
    left join park o on o.id = p.parent_id
   cross join firms`;

type Box = [number, number, number, number];
type Row = Omit<ParkSheet, "bounds"> & { box: Box | [null, null, null, null] };

export const parkStore = (read: Read) => ({
  async one(code: string, signal: AbortSignal): Promise<ParkSheet | undefined> {
    const [row] = await read<Row>(SQL, [code, INDUSTRY, INDUSTRY], signal);
    if (!row) return undefined;
    const { box, ...sheet } = row;
    return { ...sheet, bounds: box[0] === null ? null : box };
  },
});
