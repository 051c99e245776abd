import type { ParkSummary } from "../../domain/api/layout.ts";
import type { DistrictSheet } from "../../domain/api/sheets.ts";
import { EMERGING } from "../../domain/districts.ts";
import { INDUSTRY } from "../../domain/land-use.ts";
import { SCATTERED_BELOW } from "../../domain/scattered.ts";
import { boundsOf, PARK_ORDER, PARK_SUMMARY } from "../layout/parks.ts";
import type { DistrictRow } from "../layout/store.ts";
import type { Read } from "../read.ts";

type Row = Omit<DistrictSheet, "profile" | "parks"> & { profile: DistrictRow["profile"] };

const SQL = `
  select d.code, json_build_object('zh', d.name, 'en', d.name_en) as name, d.group_name as "group",
         d.group_name = ? as emerging, ${boundsOf("d.geom")} as bounds, d.measured_area_m2 as area_m2,
         d.outline_source as "outlineSource", d.profile, years.list as years,
         land.parcels, land.area as "industrialArea_m2", land.scattered as "scatteredArea_m2",
         firms.enterprises, firms.above as "enterprisesAboveScale",
         d.synthetic or years.synthetic or land.synthetic or firms.synthetic as synthetic
    from district d
   cross join lateral (
     select coalesce(json_agg(json_build_object('year', year, 'revenue_wan', revenue_wan, 'valueAdded_wan', value_added_wan,
                                                'investment_wan', investment_wan) order by year), '[]') as list,
            coalesce(bool_or(synthetic), false) as synthetic
       from district_year where district_code = d.code) years
   cross join lateral (
     select count(*)::integer as parcels, coalesce(sum(area_m2), 0) as area,
            coalesce(sum(area_m2) filter (where park_share < ?), 0) as scattered, coalesce(bool_or(synthetic), false) as synthetic
       from parcel where district_code = d.code and starts_with(land_use_code, ?)) land
   cross join lateral (
     select count(*)::integer as enterprises, count(*) filter (where above_scale)::integer as above,
            coalesce(bool_or(synthetic), false) as synthetic
       from enterprise where district_code = d.code) firms
   where d.code = ?`;

export const districtStore = (read: Read) => ({
  async one(code: string, signal: AbortSignal): Promise<Row | undefined> {
    return (await read<Row>(SQL, [EMERGING, SCATTERED_BELOW, INDUSTRY, code], signal))[0];
  },

  parks(code: string, signal: AbortSignal): Promise<ParkSummary[]> {
    const sql = `select ${PARK_SUMMARY} from park p where p.district_code = ? order by ${PARK_ORDER}`;
    return read<ParkSummary>(sql, [code], signal);
  },
});
