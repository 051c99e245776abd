import type { Knex } from "knex";

/** Standard workshops (标准厂房): floor area on offer, what firms need, and who was brought together. */
export const up = (knex: Knex) =>
  knex.schema.raw(`
    create table workshop (
      id integer generated always as identity primary key,
      name text not null check (name <> ''),
      district_code text collate "C" not null references district,
      park_id integer references park,
      parcel_id integer references parcel on delete set null,
      address text not null default '',
      operator text not null check (operator <> ''),
      contact text not null default '',
      storey text not null default '',
      ground_floor boolean not null default false,
      floor_area_m2 double precision not null check (floor_area_m2 > 0 and floor_area_m2 < 1e7),
      idle_area_m2 double precision not null check (idle_area_m2 >= 0 and idle_area_m2 <= floor_area_m2),
      least_area_m2 double precision check (least_area_m2 > 0 and least_area_m2 <= floor_area_m2),
      height_m double precision check (height_m > 0 and height_m < 100),
      load_kn_m2 double precision check (load_kn_m2 > 0 and load_kn_m2 < 1000),
      power_kva double precision check (power_kva >= 0),
      crane_t double precision check (crane_t >= 0),
      rent_yuan double precision check (rent_yuan >= 0),
      industries text[] not null default '{}',
      free_from date,
      state text not null default 'open' check (state in ('open', 'closed')),
      note text not null default '',
      version integer not null default 1,
      account_id integer references account,
      created_at timestamptz not null default now(),
      changed_at timestamptz not null default now(),
      synthetic boolean not null default false,
      geom geometry(Point, 4326) not null,
      geom_3857 geometry(Point, 3857) generated always as (ST_Transform(geom, 3857)) stored
    );
    create index workshop_geom_3857 on workshop using gist (geom_3857);
    create index workshop_district on workshop (district_code);
    create index workshop_park on workshop (park_id);
    create index workshop_parcel on workshop (parcel_id);
    create index workshop_account on workshop (account_id);
    comment on table workshop is 'Standard workshops (标准厂房) with floor area on offer (供给)';
    comment on column workshop.id is 'Number of the offer inside this database';
    comment on column workshop.name is 'Name of the building (名称)';
    comment on column workshop.district_code is 'The district it stands in';
    comment on column workshop.park_id is 'The park it stands in; null outside parks';
    comment on column workshop.parcel_id is 'The parcel it stands on, where that is known';
    comment on column workshop.address is 'Where it stands (坐落), in words';
    comment on column workshop.operator is 'Who builds and runs it (建设运营主体)';
    comment on column workshop.contact is 'Whom to ask (联系方式)';
    comment on column workshop.storey is 'Which storeys are on offer, in words';
    comment on column workshop.ground_floor is 'Whether some of it is on the ground floor';
    comment on column workshop.floor_area_m2 is 'Floor area of the building (建筑面积), in m²';
    comment on column workshop.idle_area_m2 is 'Floor area on offer (闲置面积), in m²';
    comment on column workshop.least_area_m2 is 'The least that is let by itself (起租面积), in m²; null where it can be divided at will';
    comment on column workshop.height_m is 'Clear height of a storey (层高), in m';
    comment on column workshop.load_kn_m2 is 'What its floor bears (楼面荷载), in kN/m²';
    comment on column workshop.power_kva is 'Power that can be had (供电容量), in kVA';
    comment on column workshop.crane_t is 'What its crane lifts (行车), in t; 0 without one';
    comment on column workshop.rent_yuan is 'Rent asked (租金), in yuan a m² a month';
    comment on column workshop.industries is 'Divisions of GB/T 4754 that it takes; empty takes all';
    comment on column workshop.free_from is 'From when it can be moved into; null at once';
    comment on column workshop.state is 'open, or closed when nothing is on offer any more';
    comment on column workshop.note is 'Remarks';
    comment on column workshop.version is 'Counts changes; a change names the one it was made on';
    comment on column workshop.account_id is 'Who changed it last; null for the program';
    comment on column workshop.created_at is 'When it was listed';
    comment on column workshop.changed_at is 'When it was last changed';
    comment on column workshop.synthetic is 'Whether the record is demonstration data (演示数据) and not a real one';
    comment on column workshop.geom is 'Where it stands, in degrees';
    comment on column workshop.geom_3857 is 'The place as tiles need it';

    create table workshop_need (
      id integer generated always as identity primary key,
      firm text not null check (firm <> ''),
      enterprise_id integer references enterprise on delete set null,
      industry_code text collate "C" not null check (industry_code ~ '^[0-9]{2,4}$'),
      district_code text collate "C" not null references district,
      districts text[] not null default '{}',
      contact text not null default '',
      area_low_m2 double precision not null check (area_low_m2 > 0 and area_low_m2 < 1e7),
      area_high_m2 double precision not null check (area_high_m2 >= area_low_m2 and area_high_m2 < 1e7),
      height_m double precision check (height_m > 0 and height_m < 100),
      load_kn_m2 double precision check (load_kn_m2 > 0 and load_kn_m2 < 1000),
      power_kva double precision check (power_kva >= 0),
      crane_t double precision check (crane_t >= 0),
      ground_floor boolean not null default false,
      rent_yuan double precision check (rent_yuan >= 0),
      wanted_by date,
      state text not null default 'open' check (state in ('open', 'closed')),
      note text not null default '',
      version integer not null default 1,
      account_id integer references account,
      created_at timestamptz not null default now(),
      changed_at timestamptz not null default now(),
      synthetic boolean not null default false
    );
    create index workshop_need_district on workshop_need (district_code);
    create index workshop_need_enterprise on workshop_need (enterprise_id);
    create index workshop_need_account on workshop_need (account_id);
    comment on table workshop_need is 'Workshops that firms look for (需求)';
    comment on column workshop_need.id is 'Number of the need inside this database';
    comment on column workshop_need.firm is 'Who looks for it (企业)';
    comment on column workshop_need.enterprise_id is 'The same firm among the enterprises, where it is there';
    comment on column workshop_need.industry_code is 'What it makes (GB/T 4754), 2 to 4 digits';
    comment on column workshop_need.district_code is 'The district that reported it (报送区)';
    comment on column workshop_need.districts is 'Districts it would go to; empty for any';
    comment on column workshop_need.contact is 'Whom to ask (联系方式)';
    comment on column workshop_need.area_low_m2 is 'The least floor area it needs, in m²';
    comment on column workshop_need.area_high_m2 is 'The most it would take, in m²';
    comment on column workshop_need.height_m is 'The least clear height (层高), in m';
    comment on column workshop_need.load_kn_m2 is 'What the floor must bear (楼面荷载), in kN/m²';
    comment on column workshop_need.power_kva is 'Power it needs (用电容量), in kVA';
    comment on column workshop_need.crane_t is 'What a crane must lift (行车), in t';
    comment on column workshop_need.ground_floor is 'Whether it must be on the ground floor';
    comment on column workshop_need.rent_yuan is 'The most it would pay (租金上限), in yuan a m² a month';
    comment on column workshop_need.wanted_by is 'When it wants to move in at the latest';
    comment on column workshop_need.state is 'open, or closed when it is settled or withdrawn';
    comment on column workshop_need.note is 'Remarks';
    comment on column workshop_need.version is 'Counts changes; a change names the one it was made on';
    comment on column workshop_need.account_id is 'Who changed it last; null for the program';
    comment on column workshop_need.created_at is 'When it was listed';
    comment on column workshop_need.changed_at is 'When it was last changed';
    comment on column workshop_need.synthetic is 'Whether the record is demonstration data (演示数据) and not a real one';

    create table workshop_pairing (
      id integer generated always as identity primary key,
      workshop_id integer not null references workshop,
      need_id integer not null references workshop_need,
      state text not null check (state in ('introduced', 'signed', 'dropped')),
      area_m2 double precision check (area_m2 > 0),
      note text not null default '',
      version integer not null default 1,
      account_id integer references account,
      created_at timestamptz not null default now(),
      changed_at timestamptz not null default now(),
      synthetic boolean not null default false,
      unique (workshop_id, need_id),
      check (state <> 'signed' or area_m2 is not null)
    );
    create index workshop_pairing_need on workshop_pairing (need_id);
    create index workshop_pairing_account on workshop_pairing (account_id);
    comment on table workshop_pairing is 'Firms and workshops that were brought together (对接), and what came of it';
    comment on column workshop_pairing.id is 'Number of the pairing inside this database';
    comment on column workshop_pairing.workshop_id is 'The offer';
    comment on column workshop_pairing.need_id is 'The need';
    comment on column workshop_pairing.state is 'introduced (已推介), signed (已签约) or dropped (未成)';
    comment on column workshop_pairing.area_m2 is 'Floor area taken, in m²; it is no longer on offer once signed';
    comment on column workshop_pairing.note is 'What came of it, in words';
    comment on column workshop_pairing.version is 'Counts changes; a change names the one it was made on';
    comment on column workshop_pairing.account_id is 'Who changed it last; null for the program';
    comment on column workshop_pairing.created_at is 'When they were brought together';
    comment on column workshop_pairing.changed_at is 'When it was last changed';
    comment on column workshop_pairing.synthetic is 'Whether the record is demonstration data (演示数据) and not a real one';

    insert into table_revision (table_name) values ('workshop'), ('workshop_need'), ('workshop_pairing');
    ${["workshop", "workshop_need", "workshop_pairing"]
      .map(
        (table) => `
    create trigger ${table}_changed after insert or update or delete or truncate on ${table}
      for each statement execute function table_changed();`,
      )
      .join("")}
  `);

export const down = (knex: Knex) =>
  knex.schema.raw(`
    drop table if exists workshop_pairing, workshop_need, workshop cascade;
    delete from table_revision where table_name in ('workshop', 'workshop_need', 'workshop_pairing')`);
