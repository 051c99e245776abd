/**
 * One copy of everything that lies in the seven districts, shifted on the Mercator plane so that tiles of the copy look like those
 * of the original. Further north or south the same shape covers another area on the ground: areas on paper follow it.
 * Originals are told by their ids, which are below the step of the first copy.
 */
const moved = (geometry: string) => `ST_Transform(ST_Translate(${geometry}, :dx, :dy), 4326)`;

const DISTRICTS = `
  insert into district (code, name, name_en, group_name, copy_of, profile, outline_source, synthetic, geom)
  select copied.code, d.name || '（副本' || :suffix || '）', d.name_en || ' (copy ' || :suffix || ')', d.group_name, d.code, '{}',
      d.outline_source, true, ST_Multi(ST_CollectionExtract(ST_MakeValid(${moved("d.geom_3857")}), 3))
    from district d
    join copied_district copied on copied.original = d.code and copied.copy = :copy`;

const DISTRICT_YEARS = `
  insert into district_year (district_code, year, urban_construction_land_m2, construction_land_m2, value_added_wan,
      revenue_wan, investment_wan, synthetic, source)
  select copied.code, y.year, y.urban_construction_land_m2 * ratio, y.construction_land_m2 * ratio, y.value_added_wan,
      y.revenue_wan, y.investment_wan, true, y.source
    from district_year y
    join copied_district copied on copied.original = y.district_code and copied.copy = :copy
    join district original on original.code = copied.original
    join district placed on placed.code = copied.code,
    lateral (select placed.measured_area_m2 / original.measured_area_m2 as ratio) as ground`;

const PARKS = `
  insert into park (id, park_code, name, name_en, level, grade, special_type, district_code, district_basis, parent_id,
      leading_industries, note, source, outline_basis, synthetic, geom)
  overriding system value
  select p.id + :park_ids, p.park_code || '-' || :suffix, p.name || '（副本' || :suffix || '）',
      p.name_en || ' (copy ' || :suffix || ')', p.level, p.grade, p.special_type, copied.code, p.district_basis,
      p.parent_id + :park_ids, p.leading_industries, p.note, p.source, p.outline_basis, true, ${moved("p.geom_3857")}
    from park p
    join copied_district copied on copied.original = p.district_code and copied.copy = :copy
   where p.geom is not null`;

const PARCELS = `
  insert into parcel (id, parcel_code, district_code, address, land_use_code, new_industry, control_line, area_m2, area_basis,
      net_area_m2, park_id, park_share, industry_code, holder, supply_mode, contract_no, supply_date, term_years, price_wan,
      agreed_start, extension_days, agreed_completion, agreed_far, agreed_investment_wan, agreed_tax_wan_per_mu, started,
      completed, development_stopped, production_stopped, invested_wan, required_area_m2, developed_area_m2, floor_area_m2,
      base_area_m2, office_area_m2, prohibited_industry, safety_breach, synthetic, geom)
  overriding system value
  select p.id + :parcel_ids, copied.code || substr(p.parcel_code, 7), copied.code, p.address, p.land_use_code, p.new_industry,
      p.control_line, p.area_m2 * ratio, p.area_basis, p.net_area_m2 * ratio, p.park_id + :park_ids, p.park_share,
      p.industry_code, p.holder || '（副本' || :suffix || '）', p.supply_mode, p.contract_no || '-' || :suffix, p.supply_date,
      p.term_years, p.price_wan, p.agreed_start, p.extension_days, p.agreed_completion, p.agreed_far,
      p.agreed_investment_wan, p.agreed_tax_wan_per_mu, p.started, p.completed, p.development_stopped,
      p.production_stopped, p.invested_wan, p.required_area_m2 * ratio, p.developed_area_m2 * ratio,
      p.floor_area_m2 * ratio, p.base_area_m2 * ratio, p.office_area_m2 * ratio, p.prohibited_industry, p.safety_breach,
      true, placed
    from parcel p
    join copied_district copied on copied.original = p.district_code and copied.copy = :copy,
    lateral (select ${moved("p.geom_3857")} as placed offset 0) as outline,
    lateral (select ST_Area(placed::geography) / p.measured_area_m2 as ratio) as ground`;

const ENTERPRISES = `
  insert into enterprise (id, credit_code, name, district_code, park_id, industry_code, chain, above_scale, founded,
      above_scale_since, titles, synthetic, geom)
  overriding system value
  select e.id + :enterprise_ids, first17 || credit_code_check(first17), e.name || '（副本' || :suffix || '）', copied.code,
      e.park_id + :park_ids, e.industry_code, e.chain, e.above_scale, e.founded, e.above_scale_since, e.titles, true,
      ${moved("e.geom_3857")}
    from enterprise e
    join copied_district copied on copied.original = e.district_code and copied.copy = :copy,
    lateral (select left(e.credit_code, 2) || copied.code || substr(e.credit_code, 9, 9) as first17 offset 0) as numbered`;

const ENTERPRISE_YEARS = `
  insert into enterprise_year (enterprise_id, year, above_scale, revenue_wan, tax_wan, value_added_wan, staff, energy_tce,
      rd_wan, investment_wan, emissions_t, vetoes, exemptions, protections)
  select y.enterprise_id + :enterprise_ids, y.year, y.above_scale, y.revenue_wan, y.tax_wan, y.value_added_wan, y.staff,
      y.energy_tce, y.rd_wan, y.investment_wan, y.emissions_t, y.vetoes, y.exemptions, y.protections
    from enterprise_year y
   where y.enterprise_id <= cast(:enterprise_ids as integer) / cast(:copy as integer)`;

const OCCUPATIONS = `
  insert into occupation (id, enterprise_id, parcel_id, tenure, floor_area_m2, counterparty_id, from_date, to_date)
  overriding system value
  select o.id + :occupation_ids, o.enterprise_id + :enterprise_ids, o.parcel_id + :parcel_ids, o.tenure, o.floor_area_m2,
      o.counterparty_id + :enterprise_ids, o.from_date, o.to_date
    from occupation o
   where o.id <= cast(:occupation_ids as integer) / cast(:copy as integer)`;

const LAND_TRANSFERS = `
  insert into land_transfer (id, contract_no, district_code, parcel_id, signed, land_use, supply_mode, area_m2, price_wan,
      synthetic, geom)
  overriding system value
  select t.id + :land_transfer_ids, t.contract_no || '-' || :suffix, copied.code, t.parcel_id + :parcel_ids, t.signed,
      t.land_use, t.supply_mode,
      coalesce((select area_m2 from parcel where id = t.parcel_id + :parcel_ids),
        t.area_m2 * placed.measured_area_m2 / original.measured_area_m2),
      t.price_wan, true, ${moved("t.geom_3857")}
    from land_transfer t
    join copied_district copied on copied.original = t.district_code and copied.copy = :copy
    join district original on original.code = copied.original
    join district placed on placed.code = copied.code`;

/** In the order that references ask for. */
export const COPY_STATEMENTS = [
  DISTRICTS,
  DISTRICT_YEARS,
  PARKS,
  PARCELS,
  ENTERPRISES,
  ENTERPRISE_YEARS,
  OCCUPATIONS,
  LAND_TRANSFERS,
];
