import type { Knex } from "knex";

/** Land transfers, and the plan: targets, indicators, clusters, links and platforms, each with the clause it comes from. */
export const up = (knex: Knex) =>
  knex.schema.raw(`
    create table land_transfer (
      id integer generated always as identity primary key,
      contract_no text not null unique,
      district_code text not null references district,
      parcel_id integer references parcel on delete set null,
      signed date not null,
      land_use text not null check (land_use in ('industry', 'new_industry', 'warehouse', 'commerce', 'housing', 'other')),
      supply_mode text not null check (supply_mode in ('transfer', 'negotiated', 'allocation', 'lease', 'lease_then_transfer')),
      area_m2 double precision not null check (area_m2 > 0),
      price_wan double precision check (price_wan >= 0),
      synthetic boolean not null,
      geom geometry(Point, 4326) not null,
      geom_3857 geometry(Point, 3857) generated always as (ST_Transform(geom, 3857)) stored
    );
    create index land_transfer_signed on land_transfer (signed);
    create index land_transfer_district on land_transfer (district_code);
    create index land_transfer_parcel on land_transfer (parcel_id);
    create index land_transfer_geom on land_transfer using gist (geom);
    create index land_transfer_geom_3857 on land_transfer using gist (geom_3857);
    comment on table land_transfer is 'Signed land transfers (出让合同), by the day of signature';

    create table policy_document (
      id text primary key,
      file text not null unique,
      title text not null,
      level text not null,
      horizon text not null,
      draft boolean not null
    );
    comment on table policy_document is 'The policy documents; a draft for comment (征求意见稿) may still change';

    create table target (
      id text primary key,
      scope text not null,
      name text not null,
      unit text not null,
      operator text not null default '>=',
      base_year integer,
      base_value text,
      target_year integer,
      target_value text not null,
      cumulative boolean not null default false,
      source jsonb not null
    );
    comment on table target is 'What a document wants by a year; values are text because some read "7-9" or "100以上"';

    create table indicator (
      id text primary key,
      scope text not null,
      name text not null,
      unit text not null,
      year text not null,
      value text not null,
      note text,
      source jsonb not null
    );
    comment on table indicator is 'Published figures of the base year and before, as printed';

    create table cluster (
      id integer generated always as identity primary key,
      name text not null,
      role text not null check (role in ('main', 'cooperating')),
      district_code text not null references district,
      fields text[] not null,
      source jsonb not null,
      unique (name, district_code)
    );
    comment on table cluster is '专栏2: national clusters, by district and role';

    create table cooperation_link (
      id integer generated always as identity primary key,
      group_name text not null,
      topic text not null,
      ends jsonb not null,
      platforms text[] not null default '{}',
      source jsonb not null
    );
    comment on table cooperation_link is '专栏6: cooperation between districts and areas';

    create table platform (
      id integer generated always as identity primary key,
      name text not null unique,
      kind text not null,
      level text,
      district_code text references district,
      district_basis text not null,
      source jsonb not null
    );
    comment on table platform is '专栏5: innovation platforms; without a district where no document states one';

    create table policy_tool (
      id text primary key,
      name text not null,
      name_en text not null,
      category text not null,
      use text,
      sources jsonb not null
    );
    comment on table policy_tool is 'The instruments the documents give land bureaus';
  `);

export const down = (knex: Knex) =>
  knex.schema.raw(
    "drop table if exists policy_tool, platform, cooperation_link, cluster, indicator, target, policy_document, land_transfer cascade",
  );
