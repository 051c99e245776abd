import type { Ring } from "../ground/polygon.ts";

/** Rows as the tables take them; references are codes, resolved while inserting. Dates are ISO civil dates. */
export type ParcelRow = {
  parcel_code: string;
  district_code: string;
  address: string;
  land_use_code: string;
  new_industry: boolean;
  control_line: "red" | "yellow" | "none";
  area_m2: number;
  area_basis: "certificate" | "contract" | "measured";
  net_area_m2: number;
  park_code: string | null;
  park_share: number;
  industry_code: string | null;
  holder: string | null;
  supply_mode: string | null;
  contract_no: string | null;
  supply_date: string | null;
  term_years: number | null;
  price_wan: number | null;
  agreed_start: string | null;
  extension_days: number;
  agreed_completion: string | null;
  agreed_far: number | null;
  agreed_investment_wan: number | null;
  agreed_tax_wan_per_mu: number | null;
  started: string | null;
  completed: string | null;
  development_stopped: string | null;
  production_stopped: string | null;
  invested_wan: number | null;
  required_area_m2: number | null;
  developed_area_m2: number | null;
  floor_area_m2: number | null;
  base_area_m2: number | null;
  office_area_m2: number | null;
  prohibited_industry: boolean;
  safety_breach: boolean;
  ring: Ring;
};

export type EnterpriseRow = {
  credit_code: string;
  name: string;
  district_code: string;
  park_code: string | null;
  industry_code: string;
  chain: string | null;
  above_scale: boolean;
  founded: string;
  above_scale_since: number | null;
  titles: string[];
  lon: number;
  lat: number;
};

export type EnterpriseYearRow = {
  credit_code: string;
  year: number;
  above_scale: boolean;
  revenue_wan: number | null;
  tax_wan: number | null;
  value_added_wan: number | null;
  staff: number | null;
  energy_tce: number | null;
  rd_wan: number | null;
  investment_wan: number | null;
  emissions_t: number | null;
  vetoes: string[];
  exemptions: string[];
  protections: string[];
};

export type OccupationRow = {
  credit_code: string;
  parcel_code: string;
  tenure: "owned" | "leased_in" | "leased_out";
  floor_area_m2: number | null;
  counterparty: string | null;
  from_date: string;
  to_date: string | null;
};

export type LandTransferRow = {
  contract_no: string;
  district_code: string;
  parcel_code: string | null;
  signed: string;
  land_use: "industry" | "new_industry" | "warehouse" | "commerce" | "housing" | "other";
  supply_mode: "transfer" | "negotiated" | "allocation" | "lease" | "lease_then_transfer";
  area_m2: number;
  price_wan: number | null;
  lon: number;
  lat: number;
};

export type DistrictYearRow = {
  district_code: string;
  year: number;
  urban_construction_land_m2: number;
  construction_land_m2: number;
  value_added_wan: number;
  revenue_wan: number;
  investment_wan: number;
};

export type Dataset = {
  parcels: ParcelRow[];
  enterprises: EnterpriseRow[];
  enterpriseYears: EnterpriseYearRow[];
  occupations: OccupationRow[];
  landTransfers: LandTransferRow[];
  districtYears: DistrictYearRow[];
};
