import type { WorkshopSummary } from "../../domain/api/workshops.ts";
import { toldM2 } from "../../domain/area.ts";
import { EMERGING } from "../../domain/districts.ts";
import type { Ask } from "../asking.ts";
import { LEFT, SIGNED_OF_OFFER } from "./records.ts";

/** What is on offer, wanted and signed for, district by district. */

type Row = WorkshopSummary["districts"][number] & { offers: number; needs: number; synthetic: boolean };

const SUMMARY = `
  with offered as (
    select w.district_code, w.state = 'open' as open, ${LEFT} as left_m2, coalesce(s.area_m2, 0) as signed_m2, w.synthetic
      from workshop w ${SIGNED_OF_OFFER})
  select d.code,
         (select count(*) from offered o where o.district_code = d.code and o.open) as offers,
         (select coalesce(sum(o.left_m2), 0) from offered o where o.district_code = d.code and o.open) as left_m2,
         (select coalesce(round(sum(o.signed_m2)::numeric, 2), 0) from offered o where o.district_code = d.code) as signed_m2,
         (select count(*) from workshop_need n where n.district_code = d.code and n.state = 'open') as needs,
         (select coalesce(round(sum(n.area_low_m2)::numeric, 2), 0)
            from workshop_need n where n.district_code = d.code and n.state = 'open') as needed_low_m2,
         exists (select from offered o where o.district_code = d.code and o.synthetic)
           or exists (select from workshop_need n where n.district_code = d.code and n.synthetic) as synthetic
    from district d
   where (d.group_name = ? and d.copy_of is null)
      or exists (select from workshop w where w.district_code = d.code)
      or exists (select from workshop_need n where n.district_code = d.code)
   order by d.code`;

export async function summaryOfWorkshops(ask: Ask): Promise<WorkshopSummary> {
  const rows = await ask<Row>(SUMMARY, [EMERGING]);
  const total = (name: "offers" | "left_m2" | "needs" | "needed_low_m2" | "signed_m2") =>
    rows.reduce((sum, row) => sum + row[name], 0);
  return {
    offers: total("offers"),
    left_m2: toldM2(total("left_m2")),
    needs: total("needs"),
    needed_low_m2: toldM2(total("needed_low_m2")),
    signed_m2: toldM2(total("signed_m2")),
    districts: rows.map(({ code, left_m2, needed_low_m2, signed_m2 }) => ({
      code,
      left_m2,
      needed_low_m2,
      signed_m2,
    })),
    synthetic: rows.some(({ synthetic }) => synthetic),
  };
}
