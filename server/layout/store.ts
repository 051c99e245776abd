import type { DistrictProfile, DistrictSummary, ParkSummary, RegionFigure } from "../../domain/api/layout.ts";
import type { Read } from "../read.ts";
import { boundsOf, PARK_ORDER, PARK_SUMMARY } from "./parks.ts";

/** A district with its whole profile; the layout shows parts of it. */
export type DistrictRow = Pick<
  DistrictSummary,
  "code" | "name" | "group" | "emerging" | "labelPoint" | "bounds"
> & {
  profile: DistrictProfile | Record<string, never>;
  revenue2025: number | null;
  parcels: number;
  industrialArea_m2: number;
};

/** Copies of the city, which measurements lay out, are not part of its plan. */
export const layoutStore = (read: Read) => ({
  districts(signal: AbortSignal): Promise<DistrictRow[]> {
    const sql = `
      select d.code, json_build_object('zh', d.name, 'en', d.name_en) as name, d.group_name as "group",
             d.group_name = '新兴七区' as emerging, d.profile,
             array[ST_X(d.label_point), ST_Y(d.label_point)] as "labelPoint", ${boundsOf("d.geom")} as bounds,
             y.revenue_wan / 10000 as revenue2025,
             coalesce(land.parcels, 0) as parcels, coalesce(land.area, 0) as "industrialArea_m2"
        from district d
        left join district_year y on y.district_code = d.code and y.year = 2025
        left join (select district_code, count(*)::integer as parcels, sum(area_m2) filter (where land_use_code like '1001%') as area
                     from parcel group by district_code) land on land.district_code = d.code
       where d.copy_of is null
       order by d.code`;
    return read<DistrictRow>(sql, [], signal);
  },

  parks(signal: AbortSignal): Promise<ParkSummary[]> {
    const sql = `
      select ${PARK_SUMMARY} from park p left join district d on d.code = p.district_code
       where d.copy_of is null
       order by ${PARK_ORDER}`;
    return read<ParkSummary>(sql, [], signal);
  },

  figures(signal: AbortSignal): Promise<RegionFigure[]> {
    const sql =
      "select id, name, value, unit, year, source from indicator where scope = '新兴七区' order by id";
    return read<RegionFigure>(sql, [], signal);
  },
});
