import type { Knex } from "knex";

/** Land transfers, and the plan: targets, indicators, clusters, links and platforms, each with the clause it comes from. */
export const up = (knex: Knex) =>
  knex.schema.raw(`
    create table land_transfer (
      id integer generated always as identity primary key,
      contract_no text collate "C" not null unique,
      district_code text collate "C" not null references district,
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
    comment on column land_transfer.id is 'Number of the transfer inside this database';
    comment on column land_transfer.contract_no is 'Number of the contract (合同编号)';
    comment on column land_transfer.district_code is 'The district (行政区) the land lies in';
    comment on column land_transfer.parcel_id is 'The parcel that came of it; null where none is recorded';
    comment on column land_transfer.signed is 'Day of signature (签订日期)';
    comment on column land_transfer.land_use is 'Use it was supplied for: industry (工业), new_industry (M0), warehouse (仓储), commerce (商服), housing (住宅), other';
    comment on column land_transfer.supply_mode is 'transfer (出让), negotiated (协议出让), allocation (划拨), lease (租赁), lease_then_transfer (先租后让)';
    comment on column land_transfer.area_m2 is 'Area supplied (出让面积), in m²';
    comment on column land_transfer.price_wan is 'Price (成交价款), in 万元';
    comment on column land_transfer.synthetic is 'Whether the record is demonstration data (演示数据) and not a real one';
    comment on column land_transfer.geom is 'A point inside the land, in degrees (EPSG:4326)';
    comment on column land_transfer.geom_3857 is 'The point as tiles need it (EPSG:3857)';

    create table policy_document (
      id text collate "C" primary key,
      file text not null unique,
      title text not null,
      level text not null,
      horizon text not null,
      draft boolean not null
    );
    comment on table policy_document is 'The policy documents; a draft for comment (征求意见稿) may still change';
    comment on column policy_document.id is 'Number that the documents are cited by, such as 004';
    comment on column policy_document.file is 'Name of the file with its text, in data/policy';
    comment on column policy_document.title is 'Title (文件名)';
    comment on column policy_document.level is 'Who issued it (发文层级): province, city or region, or the press';
    comment on column policy_document.horizon is 'The years it covers';
    comment on column policy_document.draft is 'Whether it is a draft for comment (征求意见稿)';

    create table target (
      id text collate "C" primary key,
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
    comment on column target.id is 'Short name of the target';
    comment on column target.scope is 'What it holds for: a district, the seven (新兴七区), the city (成都市)';
    comment on column target.name is 'What is to be reached (目标名称)';
    comment on column target.unit is 'Unit of both values, as printed';
    comment on column target.operator is 'How the value binds: >= at least, <= at most, and so on';
    comment on column target.base_year is 'Year of the value to start from';
    comment on column target.base_value is 'Value to start from, as printed';
    comment on column target.target_year is 'Year by which it is to be reached';
    comment on column target.target_value is 'Value to reach, as printed';
    comment on column target.cumulative is 'Whether the value sums up the years of the period (累计)';
    comment on column target.source is 'The clause that sets it: file, section, line';

    create table indicator (
      id text collate "C" primary key,
      scope text not null,
      name text not null,
      unit text not null,
      year text not null,
      value text not null,
      note text,
      source jsonb not null
    );
    comment on table indicator is 'Published figures of the base year and before, as printed';
    comment on column indicator.id is 'Short name of the figure';
    comment on column indicator.scope is 'What it holds for: a district, the seven (新兴七区), the city (成都市)';
    comment on column indicator.name is 'What it counts (指标名称)';
    comment on column indicator.unit is 'Unit of the value, as printed';
    comment on column indicator.year is 'Year or period, as printed';
    comment on column indicator.value is 'Value, as printed';
    comment on column indicator.note is 'Remarks, such as how a figure was derived';
    comment on column indicator.source is 'The clause that states it: file, section, line';

    create table cluster (
      id integer generated always as identity primary key,
      name text not null,
      role text not null check (role in ('main', 'cooperating')),
      district_code text collate "C" not null references district,
      fields text[] not null,
      source jsonb not null,
      unique (name, district_code)
    );
    create index cluster_district on cluster (district_code);
    comment on table cluster is '专栏2: national clusters, by district and role';
    comment on column cluster.id is 'Number of the entry inside this database';
    comment on column cluster.name is 'Name of the cluster (集群)';
    comment on column cluster.role is 'Part the district takes: main (主要承载地) or cooperating (协同发展地)';
    comment on column cluster.district_code is 'The district (行政区)';
    comment on column cluster.fields is 'Fields of industry the district takes on (细分领域)';
    comment on column cluster.source is 'The clause that says so: file, section, line';

    create table cooperation_link (
      id integer generated always as identity primary key,
      group_name text not null,
      topic text not null,
      ends jsonb not null,
      platforms text[] not null default '{}',
      source jsonb not null
    );
    comment on table cooperation_link is '专栏6: cooperation between districts and areas';
    comment on column cooperation_link.id is 'Number of the link inside this database';
    comment on column cooperation_link.group_name is 'Kind of cooperation that the document lists it under';
    comment on column cooperation_link.topic is 'What they cooperate in';
    comment on column cooperation_link.ends is 'Who cooperates: from, to, and remarks';
    comment on column cooperation_link.platforms is 'Platforms that carry the cooperation';
    comment on column cooperation_link.source is 'The clause that names it: file, section, line';

    create table platform (
      id integer generated always as identity primary key,
      name text not null unique,
      kind text not null,
      level text,
      district_code text collate "C" references district,
      district_basis text not null,
      source jsonb not null
    );
    create index platform_district on platform (district_code);
    comment on table platform is '专栏5: innovation platforms; without a district where no document states one';
    comment on column platform.id is 'Number of the platform inside this database';
    comment on column platform.name is 'Name of the platform (平台名称)';
    comment on column platform.kind is '研发创新平台, 中试平台 or 功能服务平台';
    comment on column platform.level is 'Grade or stage (级别), as printed; null where none is';
    comment on column platform.district_code is 'The district it stands in; null where no document states one';
    comment on column platform.district_basis is 'How the district is known';
    comment on column platform.source is 'The clause that names it: file, section, line';

    create table policy_tool (
      id text collate "C" primary key,
      name text not null,
      name_en text not null,
      category text not null,
      use text,
      sources jsonb not null
    );
    comment on table policy_tool is 'The instruments the documents give land bureaus';
    comment on column policy_tool.id is 'Short name of the instrument';
    comment on column policy_tool.name is 'Name of the instrument (政策工具) in Chinese';
    comment on column policy_tool.name_en is 'Name in English';
    comment on column policy_tool.category is 'What it serves: 增量 (new land), 盘活 (land in stock), 退出 (withdrawal), 评价 (rating) …';
    comment on column policy_tool.use is 'What this program does with it; null where nothing';
    comment on column policy_tool.sources is 'The clauses that give it: file, section, line of each';
  `);

export const down = (knex: Knex) =>
  knex.schema.raw(
    "drop table if exists policy_tool, platform, cooperation_link, cluster, indicator, target, policy_document, land_transfer cascade",
  );
