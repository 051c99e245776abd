import type { MapSetup } from "../../domain/api/map.ts";
import { EMERGING } from "../../domain/districts.ts";
import type { Read } from "../read.ts";

export type Bounds = MapSetup["bounds"];

export const mapStore = (read: Read) => ({
  /** Years that firms have figures of. Each year is looked up in the index, so a million rows cost no more than one. */
  async years(signal: AbortSignal): Promise<number[]> {
    const sql = `
      select possible.year
        from generate_series((select min(year) from enterprise_year), (select max(year) from enterprise_year)) possible(year)
       where exists (select 1 from enterprise_year y where y.year = possible.year)
       order by possible.year`;
    const rows = await read<{ year: number }>(sql, [], signal);
    return rows.map(({ year }) => year);
  },

  /** Around the seven districts, or around all where there are none of them; null without any district. */
  async bounds(signal: AbortSignal): Promise<Bounds | null> {
    const sql = `
      select case when box is null then null
                  else array[ST_XMin(box), ST_YMin(box), ST_XMax(box), ST_YMax(box)] end as bounds
        from (select coalesce(ST_Extent(geom) filter (where group_name = ?), ST_Extent(geom)) as box
                from district where copy_of is null) around`;
    const rows = await read<{ bounds: Bounds | null }>(sql, [EMERGING], signal);
    return rows[0]?.bounds ?? null;
  },
});
