import type { Knex } from "knex";

/**
 * Districts, their yearly figures, and parks.
 *
 * Geometry is stored in degrees (EPSG:4326, which CGCS2000 equals at this scale); what tiles need in EPSG:3857 and what
 * figures need in m² are generated columns, so that no writer can let them drift apart.
 *
 * Codes and short names are compared byte by byte (collate "C"), here and in all tables: lists and pages come in one order
 * whatever the language of the database, and an index on a code finds those that begin alike.
 */
export const up = (knex: Knex) =>
  knex.schema.raw(`
    create extension if not exists postgis;
    create extension if not exists pg_trgm;

    create function current_district_code(code text) returns text language sql immutable strict parallel safe as $$
      select case code
               when '510125' then '510114'
               when '510123' then '510115'
               when '510122' then '510116'
               when '510124' then '510117'
               when '510132' then '510118'
               else code
             end
    $$;
    comment on function current_district_code is 'Today''s code for a district code of any age, as in domain/districts.ts';

    create table district (
      code text collate "C" primary key check (code ~ '^[0-9]{6}$'),
      name text not null check (name <> ''),
      name_en text not null check (name_en <> ''),
      group_name text not null check (group_name in ('中心五区', '新兴七区', '县市新城')),
      copy_of text collate "C" references district,
      profile jsonb not null default '{}',
      outline_source text not null,
      synthetic boolean not null default false,
      geom geometry(MultiPolygon, 4326) not null check (ST_IsValid(geom) and not ST_IsEmpty(geom)),
      geom_3857 geometry(MultiPolygon, 3857) generated always as (ST_Transform(geom, 3857)) stored,
      label_point geometry(Point, 4326) generated always as ((ST_MaximumInscribedCircle(geom)).center) stored,
      measured_area_m2 double precision generated always as (ST_Area(geom::geography)) stored
    );
    create index district_copy_of on district (copy_of);
    create index district_geom on district using gist (geom);
    create index district_geom_3857 on district using gist (geom_3857);
    comment on table district is 'The 20 districts of Chengdu; the seven emerging ones (新兴七区) carry parcels';
    comment on column district.code is 'GB/T 2260; copies laid out for measurements use codes that begin with 9';
    comment on column district.name is 'Name (名称) in Chinese';
    comment on column district.name_en is 'Name in English';
    comment on column district.group_name is '中心五区, 新兴七区 (the seven emerging districts) or 县市新城';
    comment on column district.copy_of is 'Set only on copies of the city laid out for measurements';
    comment on column district.profile is 'Positioning, industries, belt and targets from the policy documents, each with its source';
    comment on column district.outline_source is 'Where the outline comes from and what it is good for';
    comment on column district.synthetic is 'Whether the record is demonstration data (演示数据) and not a real one';
    comment on column district.geom is 'Outline in degrees (EPSG:4326)';
    comment on column district.geom_3857 is 'The outline as tiles need it (EPSG:3857)';
    comment on column district.label_point is 'Where a label stands: centre of the largest circle inside the outline';
    comment on column district.measured_area_m2 is 'Area of the outline on the ellipsoid, in m²';

    create table district_year (
      district_code text collate "C" not null references district,
      year integer not null check (year between 2000 and 2100),
      urban_construction_land_m2 double precision check (urban_construction_land_m2 > 0),
      construction_land_m2 double precision check (construction_land_m2 > 0),
      value_added_wan double precision check (value_added_wan >= 0),
      revenue_wan double precision check (revenue_wan >= 0),
      investment_wan double precision check (investment_wan >= 0),
      synthetic boolean not null,
      source text not null,
      primary key (district_code, year),
      check (urban_construction_land_m2 <= construction_land_m2)
    );
    comment on table district_year is 'Yearly statistics of a district; money in 万元 (ten thousand yuan)';
    comment on column district_year.district_code is 'The district (行政区)';
    comment on column district_year.year is 'Calendar year of the figures';
    comment on column district_year.urban_construction_land_m2 is '城市建设用地 at the end of the year, in m²: the denominator of the 23 % share';
    comment on column district_year.construction_land_m2 is '建设用地 at the end of the year, in m²: the denominator of the 20 % share of 2025';
    comment on column district_year.value_added_wan is 'Industrial value added (工业增加值) of the year, in 万元';
    comment on column district_year.revenue_wan is 'Revenue of industry above the designated size (规上工业营业收入), in 万元';
    comment on column district_year.investment_wan is 'Industrial investment (工业投资) of the year, in 万元';
    comment on column district_year.synthetic is 'Whether the record is demonstration data (演示数据) and not a real one';
    comment on column district_year.source is 'Where the figures come from';

    create table park (
      id integer generated always as identity primary key,
      park_code text collate "C" not null unique check (park_code ~ '^[a-z0-9-]+$'),
      name text not null check (name <> ''),
      name_en text not null check (name_en <> ''),
      level text not null check (level in ('development_zone', 'special_park', 'named_place')),
      grade text check (grade in ('national', 'provincial')),
      special_type text check (special_type in ('chain_leader', 'innovation', 'small_firms', 'scenario')),
      district_code text collate "C" references district,
      district_basis text not null check (district_basis in ('stated', 'name', 'cross_document', 'general_knowledge', 'unknown')),
      parent_id integer references park,
      leading_industries text[] not null default '{}',
      note text,
      source jsonb not null,
      outline_basis text check (outline_basis in ('surveyed', 'schematic')),
      synthetic boolean not null default false,
      geom geometry(MultiPolygon, 4326) check (ST_IsValid(geom) and not ST_IsEmpty(geom)),
      geom_3857 geometry(MultiPolygon, 3857) generated always as (ST_Transform(geom, 3857)) stored,
      label_point geometry(Point, 4326) generated always as ((ST_MaximumInscribedCircle(geom)).center) stored,
      measured_area_m2 double precision generated always as (ST_Area(geom::geography)) stored,
      check ((geom is null) = (outline_basis is null)),
      check ((special_type is not null) = (level = 'special_park')),
      check ((district_code is null) = (district_basis = 'unknown')),
      check (district_code is not null or geom is null)
    );
    create index park_geom on park using gist (geom);
    create index park_geom_3857 on park using gist (geom_3857);
    create index park_district on park (district_code);
    create index park_parent on park (parent_id);
    comment on table park is 'Development zones (开发区), special parks (特色产业园) and other places the documents name';
    comment on column park.id is 'Number of the park inside this database';
    comment on column park.park_code is 'Short name that addresses use, in Latin letters';
    comment on column park.name is 'Name (名称) in Chinese, as the documents print it';
    comment on column park.name_en is 'Name in English';
    comment on column park.level is 'development_zone (开发区), special_park (特色产业园) or named_place (文件点名的其他承载地)';
    comment on column park.grade is 'Grade of a development zone: national (国家级) or provincial (省级)';
    comment on column park.special_type is '专栏3: 链主企业带动型, 创新成果转化型, 中小企业集聚型, 场景开放驱动型';
    comment on column park.district_code is 'The district it lies in; null where no document says';
    comment on column park.district_basis is 'How the district is known; unknown means that no document says, and the park is only listed';
    comment on column park.parent_id is 'The development zone that the park stands in';
    comment on column park.leading_industries is 'Leading industries (主导产业), as the documents name them';
    comment on column park.note is 'Remarks, and other names that the documents use for it';
    comment on column park.source is 'The clause that names it: file, section, line';
    comment on column park.outline_basis is 'surveyed, or schematic: drawn near the real place because no outline is public; null without an outline';
    comment on column park.synthetic is 'Whether the record is demonstration data (演示数据) and not a real one';
    comment on column park.geom is 'Outline in degrees (EPSG:4326); null where its place is not known';
    comment on column park.geom_3857 is 'The outline as tiles need it (EPSG:3857)';
    comment on column park.label_point is 'Where a label stands: centre of the largest circle inside the outline';
    comment on column park.measured_area_m2 is 'Area of the outline on the ellipsoid, in m²';
  `);

export const down = (knex: Knex) =>
  knex.schema.raw(
    "drop table if exists park, district_year, district cascade; drop function if exists current_district_code(text)",
  );
