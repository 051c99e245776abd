import type { Knex } from "knex";
import { type Columns, copyRows } from "../copied.ts";
import type {
  Dataset,
  DistrictYearRow,
  EnterpriseRow,
  EnterpriseYearRow,
  LandTransferRow,
  OccupationRow,
  ParcelRow,
} from "./records.ts";

/** Writes the demonstration city down. In place of codes the tables take the numbers of what these name. */

type Place = { geom: readonly [number, number] };
type Synthetic = { synthetic: boolean };
type InPark = { park_id: number | null };

const PARCEL: Columns<
  Omit<ParcelRow, "park_code" | "ring"> & InPark & Synthetic & { geom: ParcelRow["ring"] }
> = {
  parcel_code: "text",
  district_code: "text",
  address: "text",
  land_use_code: "text",
  new_industry: "boolean",
  control_line: "text",
  area_m2: "float",
  area_basis: "text",
  net_area_m2: "float",
  park_id: "integer",
  park_share: "float",
  industry_code: "text",
  holder: "text",
  supply_mode: "text",
  contract_no: "text",
  supply_date: "day",
  term_years: "integer",
  price_wan: "float",
  agreed_start: "day",
  extension_days: "integer",
  agreed_completion: "day",
  agreed_far: "float",
  agreed_investment_wan: "float",
  agreed_tax_wan_per_mu: "float",
  started: "day",
  completed: "day",
  development_stopped: "day",
  production_stopped: "day",
  invested_wan: "float",
  required_area_m2: "float",
  developed_area_m2: "float",
  floor_area_m2: "float",
  base_area_m2: "float",
  office_area_m2: "float",
  prohibited_industry: "boolean",
  safety_breach: "boolean",
  synthetic: "boolean",
  geom: "outline",
};

const ENTERPRISE: Columns<Omit<EnterpriseRow, "park_code" | "lon" | "lat"> & InPark & Synthetic & Place> = {
  credit_code: "text",
  name: "text",
  district_code: "text",
  park_id: "integer",
  industry_code: "text",
  chain: "text",
  above_scale: "boolean",
  founded: "day",
  above_scale_since: "integer",
  titles: "texts",
  synthetic: "boolean",
  geom: "place",
};

const ENTERPRISE_YEAR: Columns<Omit<EnterpriseYearRow, "credit_code"> & { enterprise_id: number }> = {
  enterprise_id: "integer",
  year: "integer",
  above_scale: "boolean",
  revenue_wan: "float",
  tax_wan: "float",
  value_added_wan: "float",
  staff: "float",
  energy_tce: "float",
  rd_wan: "float",
  investment_wan: "float",
  emissions_t: "float",
  vetoes: "texts",
  exemptions: "texts",
  protections: "texts",
};

type Occupying = { enterprise_id: number; parcel_id: number; counterparty_id: number | null };

const OCCUPATION: Columns<Omit<OccupationRow, "credit_code" | "parcel_code" | "counterparty"> & Occupying> = {
  enterprise_id: "integer",
  parcel_id: "integer",
  tenure: "text",
  floor_area_m2: "float",
  counterparty_id: "integer",
  from_date: "day",
  to_date: "day",
};

type Supplied = { parcel_id: number | null };

const LAND_TRANSFER: Columns<
  Omit<LandTransferRow, "parcel_code" | "lon" | "lat"> & Supplied & Synthetic & Place
> = {
  contract_no: "text",
  district_code: "text",
  parcel_id: "integer",
  signed: "day",
  land_use: "text",
  supply_mode: "text",
  area_m2: "float",
  price_wan: "float",
  synthetic: "boolean",
  geom: "place",
};

const DISTRICT_YEAR: Columns<DistrictYearRow & Synthetic & { source: string }> = {
  district_code: "text",
  year: "integer",
  urban_construction_land_m2: "float",
  construction_land_m2: "float",
  value_added_wan: "float",
  revenue_wan: "float",
  investment_wan: "float",
  synthetic: "boolean",
  source: "text",
};

const CODES = { park: "park_code", parcel: "parcel_code", enterprise: "credit_code" } as const;

async function numbering(trx: Knex, table: keyof typeof CODES): Promise<(code: string) => number> {
  const code = CODES[table];
  const rows = await trx<Record<string, string | number>>(table).select("id", code);
  const ids = new Map(rows.map((row) => [String(row[code]), Number(row.id)]));
  return (wanted) => {
    const id = ids.get(wanted);
    if (id === undefined) throw new Error(`${table} ${wanted} is not stored`);
    return id;
  };
}

const synthetic = true;

/** Writes the dataset into empty tables. */
export async function storeDataset(
  trx: Knex.Transaction,
  dataset: Dataset,
  progress: (line: string) => void,
): Promise<void> {
  const parkId = await numbering(trx, "park");
  progress(`${dataset.parcels.length} parcels`);
  const parcels = dataset.parcels.map(({ ring, park_code, ...parcel }) => ({
    ...parcel,
    ...{ park_id: park_code && parkId(park_code), geom: ring, synthetic },
  }));
  await copyRows(trx, "parcel", PARCEL, parcels);
  progress(`${dataset.enterprises.length} enterprises and their figures`);
  const enterprises = dataset.enterprises.map(({ park_code, lon, lat, ...enterprise }) => ({
    ...enterprise,
    ...{ park_id: park_code && parkId(park_code), geom: [lon, lat] as const, synthetic },
  }));
  await copyRows(trx, "enterprise", ENTERPRISE, enterprises);
  await storeWhatBelongs(trx, dataset);
}

/** Rows that name parcels and enterprises. */
async function storeWhatBelongs(trx: Knex.Transaction, dataset: Dataset): Promise<void> {
  const parcelId = await numbering(trx, "parcel");
  const enterpriseId = await numbering(trx, "enterprise");
  const years = dataset.enterpriseYears.map(({ credit_code, ...row }) => ({
    ...row,
    enterprise_id: enterpriseId(credit_code),
  }));
  await copyRows(trx, "enterprise_year", ENTERPRISE_YEAR, years);
  const occupations = dataset.occupations.map(({ credit_code, parcel_code, counterparty, ...row }) => ({
    ...row,
    enterprise_id: enterpriseId(credit_code),
    parcel_id: parcelId(parcel_code),
    counterparty_id: counterparty && enterpriseId(counterparty),
  }));
  await copyRows(trx, "occupation", OCCUPATION, occupations);
  const transfers = dataset.landTransfers.map(({ parcel_code, lon, lat, ...row }) => ({
    ...row,
    ...{ parcel_id: parcel_code && parcelId(parcel_code), geom: [lon, lat] as const, synthetic },
  }));
  await copyRows(trx, "land_transfer", LAND_TRANSFER, transfers);
  const districtYears = dataset.districtYears.map((row) => ({
    ...row,
    synthetic,
    source: "演示数据（合成）",
  }));
  await copyRows(trx, "district_year", DISTRICT_YEAR, districtYears);
}
