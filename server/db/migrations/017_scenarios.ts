import type { Knex } from "knex";

/** What planners try with land (情景), and the index that land shares are added up from. */
export const up = (knex: Knex) =>
  knex.schema.raw(`
    create index parcel_land on parcel (district_code, land_use_code, new_industry, supply_date) include (net_area_m2, area_m2, synthetic);
    create index land_transfer_sum on land_transfer (district_code, signed, land_use, supply_mode) include (area_m2, synthetic);
    -- The one above begins with the same column.
    drop index land_transfer_district;

    create table scenario (
      id integer generated always as identity primary key,
      name text not null check (name <> ''),
      note text not null default '',
      year integer not null check (year between 2000 and 2100),
      switches jsonb not null,
      steps jsonb not null default '[]' check (jsonb_typeof(steps) = 'array'),
      version integer not null default 1,
      account_id integer references account,
      created_at timestamptz not null default now(),
      changed_at timestamptz not null default now(),
      synthetic boolean not null default false
    );
    create index scenario_account on scenario (account_id);
    comment on table scenario is 'What a planner tries with land (情景): steps that are reckoned anew whenever they are read';
    comment on column scenario.id is 'Number of the scenario inside this database';
    comment on column scenario.name is 'Its name';
    comment on column scenario.note is 'What it is for';
    comment on column scenario.year is 'The year whose land it starts from';
    comment on column scenario.switches is 'What counts as industry and as a transfer';
    comment on column scenario.steps is 'What is done, in order';
    comment on column scenario.version is 'Counts changes; a change names the one it was made on';
    comment on column scenario.account_id is 'Who made it; null for the program';
    comment on column scenario.created_at is 'When it was made';
    comment on column scenario.changed_at is 'When it was last changed';
    comment on column scenario.synthetic is 'Whether it belongs to the demonstration city (演示数据)';

    insert into table_revision (table_name) values ('scenario');
    create trigger scenario_changed after insert or update or delete or truncate on scenario
      for each statement execute function table_changed();
  `);

export const down = (knex: Knex) =>
  knex.schema.raw(`
    drop table if exists scenario cascade;
    delete from table_revision where table_name = 'scenario';
    drop index if exists parcel_land, land_transfer_sum;
    create index if not exists land_transfer_district on land_transfer (district_code)`);
