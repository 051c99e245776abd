import type { Knex } from "knex";

/** Screening runs that can be published and repeated, groups of scattered land, and what a rating says of a parcel's tax. */
export const up = (knex: Knex) =>
  knex.schema.raw(`
    alter table parcel_rating add column tax_per_mu double precision;
    comment on column parcel_rating.tax_per_mu is 'Tax per mu (亩均税收) of its firms, weighted by their land on it, in 万元; null where nothing is known';

    alter table screening_run
      add column rule_version text not null default '',
      add column parcels integer not null default 0 check (parcels >= 0),
      add column summary jsonb not null default '{}',
      add column synthetic boolean not null default false,
      add column account_id integer references account,
      add column note text,
      add column published_at timestamptz,
      add column withdrawn_at timestamptz,
      add check ((state = 'draft') = (published_at is null)),
      add check ((state = 'withdrawn') = (withdrawn_at is not null));
    create index screening_run_account on screening_run (account_id);
    comment on column screening_run.rule_version is 'Version of the rules it was made with';
    comment on column screening_run.parcels is 'How many parcels it looked at';
    comment on column screening_run.summary is 'Findings by kind, district and rule';
    comment on column screening_run.synthetic is 'Whether demonstration data (演示数据) went into it';
    comment on column screening_run.account_id is 'Who had it made; null for the program';
    comment on column screening_run.note is 'What it was made for';
    comment on column screening_run.published_at is 'When it was published; null for a draft';
    comment on column screening_run.withdrawn_at is 'When it was withdrawn; null while it stands';

    create view shown_screening as
      select id, reference_date from screening_run
       where state = 'published' order by reference_date desc, published_at desc, id desc limit 1;
    comment on view shown_screening is 'The screening that counts: the published one of the latest reference date';

    create table scattered_group (
      id integer generated always as identity primary key,
      run_id integer not null references screening_run on delete cascade,
      number integer not null check (number >= 1),
      district_code text collate "C" not null references district,
      parcels integer not null check (parcels >= 1),
      area_m2 double precision not null check (area_m2 > 0),
      owners integer not null check (owners >= 0),
      control_lines jsonb not null,
      nearest_park_id integer references park,
      park_distance_m double precision check (park_distance_m >= 0),
      park_room_m2 double precision check (park_room_m2 >= 0),
      gain jsonb not null default '{}',
      synthetic boolean not null,
      geom geometry(MultiPolygon, 4326) not null,
      geom_3857 geometry(MultiPolygon, 3857) generated always as (ST_Transform(geom, 3857)) stored,
      unique (run_id, number)
    );
    create index scattered_group_geom_3857 on scattered_group using gist (geom_3857);
    create index scattered_group_district on scattered_group (district_code);
    create index scattered_group_park on scattered_group (nearest_park_id);
    comment on table scattered_group is 'Scattered parcels (园外零散) that lie together and can be worked on as one';
    comment on column scattered_group.id is 'Number of the group inside this database';
    comment on column scattered_group.run_id is 'The screening that found it';
    comment on column scattered_group.number is 'Its number in that screening, the largest first';
    comment on column scattered_group.district_code is 'The district that holds most of it';
    comment on column scattered_group.parcels is 'How many parcels it has';
    comment on column scattered_group.area_m2 is 'Sum of their legal areas, in m²';
    comment on column scattered_group.owners is 'How many holders they have';
    comment on column scattered_group.control_lines is 'Area in m² by control line (工业控制线): red, yellow, none';
    comment on column scattered_group.nearest_park_id is 'The nearest park with room for it, of the same district where there is one';
    comment on column scattered_group.park_distance_m is 'How far that park is, in m';
    comment on column scattered_group.park_room_m2 is 'Idle land in that park, in m²';
    comment on column scattered_group.gain is 'What joining its land would give, as a range with its assumptions';
    comment on column scattered_group.synthetic is 'Whether demonstration data (演示数据) went into it';
    comment on column scattered_group.geom is 'Outlines of its parcels, in degrees';
    comment on column scattered_group.geom_3857 is 'The same as tiles need it';

    alter table finding add column group_id integer references scattered_group on delete set null;
    create index finding_group on finding (group_id);
    comment on column finding.group_id is 'The group of scattered land it belongs to';

    insert into table_revision (table_name) values ('scattered_group');
    create trigger scattered_group_changed after insert or update or delete or truncate on scattered_group
      for each statement execute function table_changed();
  `);

export const down = (knex: Knex) =>
  knex.schema.raw(`
    alter table if exists finding drop column group_id;
    drop table if exists scattered_group cascade;
    delete from table_revision where table_name = 'scattered_group';
    drop view if exists shown_screening;
    alter table if exists screening_run drop column rule_version, drop column parcels, drop column summary, drop column synthetic,
      drop column account_id, drop column note, drop column published_at, drop column withdrawn_at;
    alter table if exists parcel_rating drop column tax_per_mu`);
