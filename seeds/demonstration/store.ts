import type { Knex } from "knex";
import { insertRows, multiPolygonText } from "../bulk.ts";
import type { Dataset } from "./records.ts";

const PARCELS = `
  insert into parcel (parcel_code, district_code, address, land_use_code, new_industry, control_line, area_m2, area_basis,
      net_area_m2, park_id, park_share, industry_code, holder, supply_mode, contract_no, supply_date, term_years, price_wan,
      agreed_start, extension_days, agreed_completion, agreed_far, agreed_investment_wan, agreed_tax_wan_per_mu, started,
      completed, development_stopped, production_stopped, invested_wan, required_area_m2, developed_area_m2, floor_area_m2,
      base_area_m2, office_area_m2, prohibited_industry, safety_breach, synthetic, geom)
  select r.parcel_code, r.district_code, r.address, r.land_use_code, r.new_industry, r.control_line, r.area_m2, r.area_basis,
      r.net_area_m2, park.id, r.park_share, r.industry_code, r.holder, r.supply_mode, r.contract_no, r.supply_date, r.term_years,
      r.price_wan, r.agreed_start, r.extension_days, r.agreed_completion, r.agreed_far, r.agreed_investment_wan,
      r.agreed_tax_wan_per_mu, r.started, r.completed, r.development_stopped, r.production_stopped, r.invested_wan,
      r.required_area_m2, r.developed_area_m2, r.floor_area_m2, r.base_area_m2, r.office_area_m2, r.prohibited_industry,
      r.safety_breach, true, ST_GeomFromText(r.outline, 4326)
    from json_to_recordset(?) as r (parcel_code text, district_code text, address text, land_use_code text,
      new_industry boolean, control_line text, area_m2 float8, area_basis text, net_area_m2 float8, park_code text,
      park_share float8, industry_code text, holder text, supply_mode text, contract_no text, supply_date date,
      term_years integer, price_wan float8, agreed_start date, extension_days integer, agreed_completion date,
      agreed_far float8, agreed_investment_wan float8, agreed_tax_wan_per_mu float8, started date, completed date,
      development_stopped date, production_stopped date, invested_wan float8, required_area_m2 float8,
      developed_area_m2 float8, floor_area_m2 float8, base_area_m2 float8, office_area_m2 float8,
      prohibited_industry boolean, safety_breach boolean, outline text)
    left join park on park.park_code = r.park_code`;

const ENTERPRISES = `
  insert into enterprise (credit_code, name, district_code, park_id, industry_code, chain, above_scale, founded,
      above_scale_since, titles, synthetic, geom)
  select r.credit_code, r.name, r.district_code, park.id, r.industry_code, r.chain, r.above_scale, r.founded,
      r.above_scale_since, array(select json_array_elements_text(r.titles)), true,
      ST_SetSRID(ST_MakePoint(r.lon, r.lat), 4326)
    from json_to_recordset(?) as r (credit_code text, name text, district_code text, park_code text, industry_code text,
      chain text, above_scale boolean, founded date, above_scale_since integer, titles json, lon float8, lat float8)
    left join park on park.park_code = r.park_code`;

const ENTERPRISE_YEARS = `
  insert into enterprise_year (enterprise_id, year, above_scale, revenue_wan, tax_wan, value_added_wan, staff, energy_tce,
      rd_wan, investment_wan, emissions_t, vetoes, exemptions, protections)
  select r.enterprise_id, r.year, r.above_scale, r.revenue_wan, r.tax_wan, r.value_added_wan, r.staff, r.energy_tce,
      r.rd_wan, r.investment_wan, r.emissions_t, array(select json_array_elements_text(r.vetoes)),
      array(select json_array_elements_text(r.exemptions)), array(select json_array_elements_text(r.protections))
    from json_to_recordset(?) as r (enterprise_id integer, year integer, above_scale boolean, revenue_wan float8,
      tax_wan float8, value_added_wan float8, staff float8, energy_tce float8, rd_wan float8, investment_wan float8,
      emissions_t float8, vetoes json, exemptions json, protections json)`;

const OCCUPATIONS = `
  insert into occupation (enterprise_id, parcel_id, tenure, floor_area_m2, counterparty_id, from_date, to_date)
  select *
    from json_to_recordset(?) as r (enterprise_id integer, parcel_id integer, tenure text, floor_area_m2 float8,
      counterparty_id integer, from_date date, to_date date)`;

const LAND_TRANSFERS = `
  insert into land_transfer (contract_no, district_code, parcel_id, signed, land_use, supply_mode, area_m2, price_wan,
      synthetic, geom)
  select r.contract_no, r.district_code, r.parcel_id, r.signed, r.land_use, r.supply_mode, r.area_m2, r.price_wan, true,
      ST_SetSRID(ST_MakePoint(r.lon, r.lat), 4326)
    from json_to_recordset(?) as r (contract_no text, district_code text, parcel_id integer, signed date, land_use text,
      supply_mode text, area_m2 float8, price_wan float8, lon float8, lat float8)`;

const DISTRICT_YEARS = `
  insert into district_year (district_code, year, urban_construction_land_m2, construction_land_m2, value_added_wan,
      revenue_wan, investment_wan, synthetic, source)
  select r.*, true, '演示数据（合成）'
    from json_to_recordset(?) as r (district_code text, year integer, urban_construction_land_m2 float8,
      construction_land_m2 float8, value_added_wan float8, revenue_wan float8, investment_wan float8)`;

/**
 * Ids by code. Looked up here once rather than joined in every insert: on tables just filled the planner would take the trigram
 * index for the join, which is a hundred times slower.
 */
async function idsBy(
  trx: Knex,
  table: "parcel" | "enterprise",
  code: string,
): Promise<(code: string) => number> {
  const rows = await trx<Record<string, string | number>>(table).select("id", code);
  const ids = new Map(rows.map((row) => [String(row[code]), Number(row.id)]));
  return (wanted) => {
    const id = ids.get(wanted);
    if (id === undefined) throw new Error(`${table} ${wanted} is not stored`);
    return id;
  };
}

/** Writes the dataset into empty tables. */
export async function storeDataset(
  trx: Knex,
  dataset: Dataset,
  progress: (line: string) => void,
): Promise<void> {
  progress(`${dataset.parcels.length} parcels`);
  const parcels = dataset.parcels.map(({ ring, ...parcel }) => ({
    ...parcel,
    outline: multiPolygonText([ring]),
  }));
  await insertRows(trx, PARCELS, parcels);
  progress(`${dataset.enterprises.length} enterprises and their figures`);
  await insertRows(trx, ENTERPRISES, dataset.enterprises);
  const parcelId = await idsBy(trx, "parcel", "parcel_code");
  const enterpriseId = await idsBy(trx, "enterprise", "credit_code");
  await insertRows(
    trx,
    ENTERPRISE_YEARS,
    dataset.enterpriseYears.map(({ credit_code, ...row }) => ({
      ...row,
      enterprise_id: enterpriseId(credit_code),
    })),
  );
  await insertRows(
    trx,
    OCCUPATIONS,
    dataset.occupations.map(({ credit_code, parcel_code, counterparty, ...row }) => ({
      ...row,
      enterprise_id: enterpriseId(credit_code),
      parcel_id: parcelId(parcel_code),
      counterparty_id: counterparty && enterpriseId(counterparty),
    })),
  );
  await insertRows(
    trx,
    LAND_TRANSFERS,
    dataset.landTransfers.map(({ parcel_code, ...row }) => ({
      ...row,
      parcel_id: parcel_code && parcelId(parcel_code),
    })),
  );
  await insertRows(trx, DISTRICT_YEARS, dataset.districtYears);
}
