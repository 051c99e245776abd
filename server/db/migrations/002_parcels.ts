import type { Knex } from "knex";

/** Industrial land parcels (宗地): the right, the contract, and what became of it. */
export const up = (knex: Knex) =>
  knex.schema.raw(`
    create table parcel (
      id integer generated always as identity primary key,
      parcel_code text collate "C" not null unique check (parcel_code ~ '^[0-9]{12}[GJZ][ABSXCDEFHGWY][0-9]{5}$'),
      district_code text collate "C" not null references district,
      address text not null default '',
      land_use_code text collate "C" not null check (land_use_code ~ '^[0-9]{4,6}$'),
      new_industry boolean not null default false,
      control_line text not null default 'none' check (control_line in ('red', 'yellow', 'none')),
      area_m2 double precision not null check (area_m2 > 0 and area_m2 < 1e8),
      area_basis text not null check (area_basis in ('certificate', 'contract', 'measured')),
      net_area_m2 double precision not null check (net_area_m2 > 0),
      park_id integer references park,
      park_share double precision not null default 0 check (park_share between 0 and 1),
      industry_code text collate "C" check (industry_code ~ '^[0-9]{2,4}$'),
      holder text,

      supply_mode text check (supply_mode in ('transfer', 'negotiated', 'allocation', 'lease', 'lease_then_transfer')),
      contract_no text collate "C",
      supply_date date,
      term_years integer check (term_years between 1 and 70),
      price_wan double precision check (price_wan >= 0),
      agreed_start date,
      extension_days integer not null default 0 check (extension_days between 0 and 3650),
      agreed_completion date,
      agreed_far double precision check (agreed_far > 0 and agreed_far < 20),
      agreed_investment_wan double precision check (agreed_investment_wan > 0),
      agreed_tax_wan_per_mu double precision check (agreed_tax_wan_per_mu >= 0),

      started date,
      completed date,
      development_stopped date,
      production_stopped date,
      invested_wan double precision check (invested_wan >= 0),
      required_area_m2 double precision check (required_area_m2 > 0),
      developed_area_m2 double precision check (developed_area_m2 >= 0),
      floor_area_m2 double precision check (floor_area_m2 >= 0),
      base_area_m2 double precision check (base_area_m2 >= 0),
      office_area_m2 double precision check (office_area_m2 >= 0),
      prohibited_industry boolean not null default false,
      safety_breach boolean not null default false,

      synthetic boolean not null,
      updated_at timestamptz not null default now(),
      geom geometry(MultiPolygon, 4326) not null check (ST_IsValid(geom) and not ST_IsEmpty(geom)),
      geom_3857 geometry(MultiPolygon, 3857) generated always as (ST_Transform(geom, 3857)) stored,
      measured_area_m2 double precision generated always as (ST_Area(geom::geography)) stored,

      check (current_district_code(left(parcel_code, 6)) = district_code),
      check (net_area_m2 <= area_m2),
      check (developed_area_m2 <= required_area_m2),
      check (base_area_m2 <= area_m2),
      check (office_area_m2 <= area_m2),
      check (agreed_start >= supply_date),
      check (agreed_completion >= agreed_start),
      check (started >= supply_date),
      check (completed >= started),
      check (development_stopped is null or (started is not null and development_stopped >= started and completed is null)),
      check (production_stopped is null or (completed is not null and production_stopped >= completed)),
      check (completed is null or started is not null),
      check (park_id is not null or park_share = 0)
    );
    create index parcel_geom on parcel using gist (geom);
    create index parcel_geom_3857 on parcel using gist (geom_3857);
    create index parcel_district on parcel (district_code);
    create index parcel_park on parcel (park_id);
    create index parcel_code_search on parcel using gin (parcel_code gin_trgm_ops);
    comment on table parcel is 'Land parcels (宗地) of industrial use and what belongs to it; money in 万元';
    comment on column parcel.id is 'Number of the parcel inside this database';
    comment on column parcel.parcel_code is '宗地代码 (GB/T 37346), 19 characters; begins with the district code of the day it was given, which a former county may have had';
    comment on column parcel.district_code is 'The district (行政区) it lies in, by its code of today';
    comment on column parcel.address is 'Where it lies (坐落), in words';
    comment on column parcel.land_use_code is '用地用海分类: 1001 industry (100101–100103 by class), 1101 warehouses, …';
    comment on column parcel.new_industry is 'M0, new-type industrial land (新型产业用地): a local flag beside the national code';
    comment on column parcel.control_line is '工业控制线: red keeps industry, yellow may be exchanged, none lies outside';
    comment on column parcel.area_m2 is 'Legal area (宗地面积) in m², from the document that area_basis names; never measured on the map';
    comment on column parcel.area_basis is 'Document of the area: certificate (不动产权证), contract (合同) or measured where there is neither';
    comment on column parcel.net_area_m2 is '净用地 in m²: legal area less roads and green that were taken along (代征)';
    comment on column parcel.park_id is 'The park that holds most of it; the smallest where several do';
    comment on column parcel.park_share is 'Part of the outline inside any park; below 0.5 the parcel counts as scattered (园外零散)';
    comment on column parcel.industry_code is 'Industry that the land was supplied for (GB/T 4754), 2 to 4 digits';
    comment on column parcel.holder is 'Who holds the right of use (使用权人)';
    comment on column parcel.supply_mode is 'How it was supplied: transfer (出让), negotiated (协议出让), allocation (划拨), lease (租赁), lease_then_transfer (先租后让)';
    comment on column parcel.contract_no is 'Number of the supply contract (合同编号)';
    comment on column parcel.supply_date is 'Day of the contract or of the allocation (供应日期)';
    comment on column parcel.term_years is 'Years that the right of use lasts (使用年限)';
    comment on column parcel.price_wan is 'Price paid for the land (成交价款), in 万元';
    comment on column parcel.agreed_start is 'Day by which building was to start (约定动工日)';
    comment on column parcel.extension_days is 'Approved extension of the agreed start (批准延期), in days';
    comment on column parcel.agreed_completion is 'Day by which building was to be complete (约定竣工日)';
    comment on column parcel.agreed_far is 'Agreed floor-area ratio (约定容积率)';
    comment on column parcel.agreed_investment_wan is 'Agreed investment in fixed assets (约定投资), in 万元';
    comment on column parcel.agreed_tax_wan_per_mu is 'Agreed tax a year (约定亩均税收), in 万元 per mu';
    comment on column parcel.started is 'Day on which building started (实际动工日)';
    comment on column parcel.completed is 'Day on which building was complete (竣工日)';
    comment on column parcel.development_stopped is '中止开发: building stopped on this day and the parcel is not complete';
    comment on column parcel.production_stopped is '停产、半停产 since this day';
    comment on column parcel.invested_wan is 'Invested so far (已投资), in 万元';
    comment on column parcel.required_area_m2 is '应动工开发面积: area that had to be under development, in m²';
    comment on column parcel.developed_area_m2 is '已动工开发面积: area that is under development, in m²';
    comment on column parcel.floor_area_m2 is 'Floor area of its buildings (建筑面积), in m²';
    comment on column parcel.base_area_m2 is 'Ground under buildings, structures and yards, in m², for 建筑系数';
    comment on column parcel.office_area_m2 is 'Ground of offices and living quarters (行政办公及生活服务设施), in m²';
    comment on column parcel.prohibited_industry is 'Whether it is used for an industry that the catalogue prohibits or phases out (禁止类、淘汰类)';
    comment on column parcel.safety_breach is 'Whether its use breaks rules of safety or environment and cannot be put right (安全、环保不达标)';
    comment on column parcel.synthetic is 'Whether the record is demonstration data (演示数据) and not a real one';
    comment on column parcel.updated_at is 'When the record was last written';
    comment on column parcel.geom is 'Outline in degrees (EPSG:4326)';
    comment on column parcel.geom_3857 is 'The outline as tiles need it (EPSG:3857)';
    comment on column parcel.measured_area_m2 is 'Area of the outline on the ellipsoid in m², to check the legal area against';

    -- No parcel outside the district it names. Outlines of districts are public ones on a grid of about 100 m, so the
    -- test is that a point well inside the parcel lies in the district.
    create function parcel_stays_in_district() returns trigger language plpgsql as $$
    declare stray text;
    begin
      select p.parcel_code into stray
        from placed p join district d on d.code = p.district_code
       where not ST_Intersects(d.geom, ST_PointOnSurface(p.geom))
       limit 1;
      if stray is not null then
        raise exception 'parcel % lies outside its district', stray
          using errcode = 'check_violation', constraint = 'parcel_stays_in_district', table = 'parcel';
      end if;
      return null;
    end $$;
    create trigger parcel_inserted after insert on parcel
      referencing new table as placed for each statement execute function parcel_stays_in_district();
    create trigger parcel_updated after update on parcel
      referencing new table as placed for each statement execute function parcel_stays_in_district();
  `);

export const down = (knex: Knex) =>
  knex.schema.raw("drop table if exists parcel cascade; drop function if exists parcel_stays_in_district()");
