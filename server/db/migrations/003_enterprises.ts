import type { Knex } from "knex";

/** Enterprises, the land they use, and their figures by year. */
export const up = (knex: Knex) =>
  knex.schema.raw(`
    create function credit_code_check(first17 text) returns text language sql immutable strict parallel safe as $$
      select substr('0123456789ABCDEFGHJKLMNPQRTUWXY', ((31 - sum((position(substr(first17, i, 1) in '0123456789ABCDEFGHJKLMNPQRTUWXY') - 1)
               * (array[1,3,9,27,19,26,16,17,20,29,25,13,8,24,10,30,28])[i]) % 31) % 31 + 1)::integer, 1)
        from generate_series(1, 17) i
    $$;
    comment on function credit_code_check is 'The 18th character of a 统一社会信用代码 (GB 32100), as in domain/codes.ts';

    create table enterprise (
      id integer generated always as identity primary key,
      credit_code text collate "C" not null unique
        check (credit_code ~ '^[0-9A-HJ-NPQRTUWXY]{18}$' and right(credit_code, 1) = credit_code_check(left(credit_code, 17))),
      name text not null check (name <> ''),
      district_code text collate "C" not null references district,
      park_id integer references park,
      industry_code text collate "C" not null check (industry_code ~ '^[0-9]{2,4}$'),
      chain text,
      above_scale boolean not null,
      founded date,
      above_scale_since integer check (above_scale_since between 1980 and 2100),
      titles text[] not null default '{}',
      synthetic boolean not null,
      updated_at timestamptz not null default now(),
      geom geometry(Point, 4326) not null,
      geom_3857 geometry(Point, 3857) generated always as (ST_Transform(geom, 3857)) stored
    );
    create index enterprise_geom on enterprise using gist (geom);
    create index enterprise_geom_3857 on enterprise using gist (geom_3857);
    create index enterprise_district on enterprise (district_code);
    create index enterprise_park on enterprise (park_id);
    create index enterprise_name_search on enterprise using gin (name gin_trgm_ops);
    create index enterprise_code_search on enterprise using gin (credit_code gin_trgm_ops);
    comment on table enterprise is 'Industrial enterprises, above the designated size (规上) and below';
    comment on column enterprise.id is 'Number of the enterprise inside this database';
    comment on column enterprise.credit_code is '统一社会信用代码 with its check character (GB 32100)';
    comment on column enterprise.name is 'Registered name (企业名称)';
    comment on column enterprise.district_code is 'The district (行政区) it works in';
    comment on column enterprise.park_id is 'The park it stands in, the smallest where several hold it; null outside parks';
    comment on column enterprise.industry_code is 'GB/T 4754 division (2 digits) or finer';
    comment on column enterprise.chain is 'Industry chain (产业链) it belongs to';
    comment on column enterprise.above_scale is 'Whether it is above the designated size (规上) today';
    comment on column enterprise.founded is 'Day of its registration (成立日期)';
    comment on column enterprise.above_scale_since is 'Year it first counted as above the designated size (小升规)';
    comment on column enterprise.titles is '链主, 镇园之宝, 专精特新小巨人, 单项冠军 …';
    comment on column enterprise.synthetic is 'Whether the record is demonstration data (演示数据) and not a real one';
    comment on column enterprise.updated_at is 'When the record was last written';
    comment on column enterprise.geom is 'Where it works, in degrees (EPSG:4326)';
    comment on column enterprise.geom_3857 is 'The place as tiles need it (EPSG:3857)';

    create table enterprise_year (
      enterprise_id integer not null references enterprise on delete cascade,
      year integer not null check (year between 2000 and 2100),
      above_scale boolean not null,
      revenue_wan double precision check (revenue_wan >= 0),
      tax_wan double precision,
      value_added_wan double precision,
      staff double precision check (staff >= 0),
      energy_tce double precision check (energy_tce >= 0),
      rd_wan double precision check (rd_wan >= 0),
      investment_wan double precision check (investment_wan >= 0),
      emissions_t double precision check (emissions_t >= 0),
      vetoes text[] not null default '{}',
      exemptions text[] not null default '{}',
      protections text[] not null default '{}',
      primary key (enterprise_id, year)
    );
    create index enterprise_year_year on enterprise_year (year);
    comment on table enterprise_year is 'A firm in a year; money in 万元; null means the figure was not reported, which is not zero';
    comment on column enterprise_year.enterprise_id is 'The enterprise';
    comment on column enterprise_year.year is 'Calendar year of the figures';
    comment on column enterprise_year.above_scale is 'Whether it was above the designated size (规上) in that year';
    comment on column enterprise_year.revenue_wan is 'Revenue (营业收入), in 万元';
    comment on column enterprise_year.tax_wan is 'Tax actually paid (实缴税收), in 万元; less than nothing after a refund';
    comment on column enterprise_year.value_added_wan is 'Industrial value added (工业增加值), in 万元; less than nothing in a year of losses';
    comment on column enterprise_year.staff is 'Average number of people employed (年均从业人数)';
    comment on column enterprise_year.energy_tce is 'Energy used (综合能耗), in tonnes of standard coal';
    comment on column enterprise_year.rd_wan is 'Spending on research and development (研发费用), in 万元';
    comment on column enterprise_year.investment_wan is 'Fixed-asset investment (固定资产投资), accumulated to the end of the year, in 万元';
    comment on column enterprise_year.emissions_t is 'Pollutants emitted (污染物排放), in tonnes';
    comment on column enterprise_year.vetoes is 'safety_accident, environment, food_safety, saving_target, standards: facts that bar A and B';
    comment on column enterprise_year.exemptions is 'new_production, utility, major_project, start_up: facts that leave the firm ungraded (T)';
    comment on column enterprise_year.protections is 'newly_founded, newly_above_scale: facts that keep it from the lowest grade';

    create table occupation (
      id integer generated always as identity primary key,
      enterprise_id integer not null references enterprise on delete cascade,
      parcel_id integer not null references parcel on delete cascade,
      tenure text not null check (tenure in ('owned', 'leased_in', 'leased_out')),
      floor_area_m2 double precision check (floor_area_m2 > 0),
      counterparty_id integer references enterprise,
      from_date date not null,
      to_date date check (to_date >= from_date),
      check (counterparty_id <> enterprise_id),
      check (tenure <> 'owned' or counterparty_id is null)
    );
    create index occupation_enterprise on occupation (enterprise_id);
    create index occupation_parcel on occupation (parcel_id);
    create index occupation_counterparty on occupation (counterparty_id);
    comment on table occupation is 'Who uses which parcel: owned, leased in, leased out, with the floor area that the lease covers';
    comment on column occupation.id is 'Number of the occupation inside this database';
    comment on column occupation.enterprise_id is 'Who uses the land';
    comment on column occupation.parcel_id is 'The parcel that is used';
    comment on column occupation.tenure is 'owned (自有), leased_in (租入) or leased_out (租出)';
    comment on column occupation.floor_area_m2 is 'Floor area of the lease in m²; null where the lease does not state it';
    comment on column occupation.counterparty_id is 'The tenant of a leased_out row, the landlord of a leased_in row, where known';
    comment on column occupation.from_date is 'First day of use';
    comment on column occupation.to_date is 'Last day of use; null while no end is agreed';
  `);

export const down = (knex: Knex) =>
  knex.schema.raw(
    "drop table if exists occupation, enterprise_year, enterprise cascade; drop function if exists credit_code_check(text)",
  );
