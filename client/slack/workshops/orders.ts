import type { Need, NewNeed, NewOffer, Offer } from "../../../domain/api/workshops.ts";

/** A record as it would be listed anew: a change sends the whole of it. */

export function offerOrder(of: Offer): NewOffer {
  return {
    name: of.name,
    district_code: of.district_code,
    park_code: of.park_code,
    parcel_code: of.parcel_code,
    address: of.address,
    operator: of.operator,
    contact: of.contact ?? "",
    storey: of.storey,
    ground_floor: of.ground_floor,
    floor_area_m2: of.floor_area_m2,
    idle_area_m2: of.idle_area_m2,
    least_area_m2: of.least_area_m2,
    height_m: of.height_m,
    load_kn_m2: of.load_kn_m2,
    power_kva: of.power_kva,
    crane_t: of.crane_t,
    rent_yuan: of.rent_yuan,
    industries: [...of.industries],
    free_from: of.free_from,
    note: of.note,
    at: of.at,
  };
}

export function needOrder(of: Need): NewNeed {
  return {
    firm: of.firm,
    credit_code: of.credit_code,
    industry_code: of.industry_code,
    district_code: of.district_code,
    districts: [...of.districts],
    contact: of.contact ?? "",
    area_low_m2: of.area_low_m2,
    area_high_m2: of.area_high_m2,
    height_m: of.height_m,
    load_kn_m2: of.load_kn_m2,
    power_kva: of.power_kva,
    crane_t: of.crane_t,
    ground_floor: of.ground_floor,
    rent_yuan: of.rent_yuan,
    wanted_by: of.wanted_by,
    note: of.note,
  };
}
