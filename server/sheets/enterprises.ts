import type { EnterpriseSheet } from "../../domain/api/sheets.ts";
import type { Read } from "../read.ts";
import { ratingsOf } from "./ratings.ts";

const SQL = `
  select e.credit_code as "creditCode", e.name,
         json_build_object('code', d.code, 'name', json_build_object('zh', d.name, 'en', d.name_en)) as district,
         case when k.id is not null then
           json_build_object('code', k.park_code, 'name', json_build_object('zh', k.name, 'en', k.name_en)) end as park,
         array[ST_X(e.geom), ST_Y(e.geom)] as point, e.industry_code as "industryCode", e.chain, e.above_scale as "aboveScale",
         e.above_scale_since as "aboveScaleSince", e.founded, e.titles,
         (select coalesce(json_agg(json_build_object('year', y.year, 'aboveScale', y.above_scale, 'revenue_wan', y.revenue_wan,
                    'tax_wan', y.tax_wan, 'valueAdded_wan', y.value_added_wan, 'staff', y.staff, 'energy_tce', y.energy_tce,
                    'rd_wan', y.rd_wan, 'investment_wan', y.investment_wan, 'emissions_t', y.emissions_t, 'vetoes', y.vetoes,
                    'exemptions', y.exemptions, 'protections', y.protections) order by y.year), '[]')
            from enterprise_year y where y.enterprise_id = e.id) as years,
         (select coalesce(json_agg(json_build_object('code', p.parcel_code, 'tenure', o.tenure, 'area_m2', p.area_m2,
                    'floorArea_m2', o.floor_area_m2, 'from', o.from_date, 'to', o.to_date, 'counterparty',
                    case when c.id is not null then json_build_object('creditCode', c.credit_code, 'name', c.name) end)
                    order by o.from_date, o.id), '[]')
            from occupation o
            join parcel p on p.id = o.parcel_id
            left join enterprise c on c.id = o.counterparty_id
           where o.enterprise_id = e.id) as parcels,
         ${ratingsOf("rating", "enterprise_id", "e.id")} as ratings, e.synthetic
    from enterprise e
    join district d on d.code = e.district_code
    left join park k on k.id = e.park_id
   where e.credit_code = ?`;

export const enterpriseStore = (read: Read) => ({
  async one(code: string, signal: AbortSignal): Promise<EnterpriseSheet | undefined> {
    return (await read<EnterpriseSheet>(SQL, [code], signal))[0];
  },
});
