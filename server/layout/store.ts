import type { DistrictProfile, DistrictSummary, ParkSummary, RegionFigure } from "../../domain/api/layout.ts";
import { EMERGING } from "../../domain/districts.ts";
import type { Read } from "../read.ts";
import { boundsOf, PARK_ORDER, PARK_SUMMARY } from "./parks.ts";

/** A district with its whole profile; the layout shows parts of it. */
export type DistrictRow = Pick<
  DistrictSummary,
  "code" | "name" | "group" | "emerging" | "labelPoint" | "bounds"
> & {
  profile: DistrictProfile | Record<string, never>;
  revenue2025: number | null;
};

export type LayoutStore = ReturnType<typeof layoutStore>;

/** Copies of the city, which measurements lay out, are not part of its plan. */
export const layoutStore = (read: Read) => ({
  districts(signal: AbortSignal): Promise<DistrictRow[]> {
    const sql = `
      select d.code, json_build_object('zh', d.name, 'en', d.name_en) as name, d.group_name as "group",
             d.group_name = ? as emerging, d.profile,
             array[ST_X(d.label_point), ST_Y(d.label_point)] as "labelPoint", ${boundsOf("d.geom")} as bounds,
             y.revenue_wan / 10000 as revenue2025
        from district d
        left join district_year y on y.district_code = d.code and y.year = 2025
       where d.copy_of is null
       order by d.code`;
    return read<DistrictRow>(sql, [EMERGING], signal);
  },

  parks(signal: AbortSignal): Promise<ParkSummary[]> {
    const sql = `
      select ${PARK_SUMMARY} from park p left join district d on d.code = p.district_code
       where d.copy_of is null
       order by ${PARK_ORDER}`;
    return read<ParkSummary>(sql, [], signal);
  },

  figures(signal: AbortSignal): Promise<RegionFigure[]> {
    const sql = "select id, name, value, unit, year, source from indicator where scope = ? order by id";
    return read<RegionFigure>(sql, [EMERGING], signal);
  },
});
