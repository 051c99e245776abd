import type { ParcelSheet } from "../../domain/api/sheets.ts";
import { boundsOf } from "../layout/parks.ts";
import type { Read } from "../read.ts";
import { ratingsOf } from "./ratings.ts";

const SQL = `
  select p.parcel_code as code,
         json_build_object('code', d.code, 'name', json_build_object('zh', d.name, 'en', d.name_en)) as district,
         case when k.id is not null then
           json_build_object('code', k.park_code, 'name', json_build_object('zh', k.name, 'en', k.name_en)) end as park,
         p.park_share as "parkShare", ${boundsOf("p.geom")} as bounds, p.address, p.land_use_code as "landUseCode",
         p.new_industry as "newIndustry", p.control_line as "controlLine", p.industry_code as "industryCode", p.holder,
         p.area_m2, p.area_basis as "areaBasis", p.net_area_m2 as "netArea_m2", p.measured_area_m2 as "measuredArea_m2",
         (select row_to_json(c) from (select p.supply_mode as "supplyMode", p.contract_no as "contractNo",
            p.supply_date as "supplyDate", p.term_years as "termYears", p.price_wan, p.agreed_start as "agreedStart",
            p.extension_days as "extensionDays", p.agreed_completion as "agreedCompletion", p.agreed_far as "agreedFar",
            p.agreed_investment_wan as "agreedInvestment_wan", p.agreed_tax_wan_per_mu as "agreedTaxPerMu_wan") c) as contract,
         (select row_to_json(c) from (select p.started, p.completed, p.development_stopped as "developmentStopped",
            p.production_stopped as "productionStopped", p.invested_wan, p.required_area_m2 as "requiredArea_m2",
            p.developed_area_m2 as "developedArea_m2", p.floor_area_m2 as "floorArea_m2", p.base_area_m2 as "baseArea_m2",
            p.office_area_m2 as "officeArea_m2") c) as progress,
         (select coalesce(json_agg(json_build_object('creditCode', e.credit_code, 'name', e.name, 'tenure', o.tenure,
                    'floorArea_m2', o.floor_area_m2, 'from', o.from_date, 'to', o.to_date, 'expired', coalesce(o.to_date < current_date, false)) order by o.from_date, o.id), '[]')
            from occupation o join enterprise e on e.id = o.enterprise_id where o.parcel_id = p.id) as occupiers,
         ${ratingsOf("parcel_rating", "parcel_id", "p.id")} as ratings, p.synthetic
    from parcel p
    join district d on d.code = p.district_code
    left join park k on k.id = p.park_id
   where p.parcel_code = ?`;

export const parcelStore = (read: Read) => ({
  async one(code: string, signal: AbortSignal): Promise<ParcelSheet | undefined> {
    return (await read<ParcelSheet>(SQL, [code], signal))[0];
  },
});
