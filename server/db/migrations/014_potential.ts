import type { Knex } from "knex";

/** What land could carry and yield: by parcel in a screening, and the output of parcels that it is compared with. */
export const up = (knex: Knex) =>
  knex.schema.raw(`
    alter table parcel_rating add column revenue_per_mu double precision;
    comment on column parcel_rating.revenue_per_mu is 'Revenue per mu (亩均营收) of its firms, weighted by their land on it, in 万元; null where nothing is known';

    create table potential (
      run_id integer not null references screening_run on delete cascade,
      parcel_id integer not null references parcel on delete cascade,
      floor_low_m2 double precision not null check (floor_low_m2 >= 0),
      floor_high_m2 double precision not null check (floor_high_m2 >= floor_low_m2),
      output_low_wan double precision check (output_low_wan >= 0),
      output_high_wan double precision check (output_high_wan >= output_low_wan),
      far double precision,
      far_low double precision not null,
      far_high double precision not null check (far_high >= far_low),
      output_per_mu double precision,
      mean_per_mu double precision,
      pool text check (pool in ('park', 'district', 'city')),
      primary key (run_id, parcel_id),
      check ((output_low_wan is null) = (output_high_wan is null)),
      check ((mean_per_mu is null) = (pool is null))
    );
    create index potential_parcel on potential (parcel_id);
    create index potential_output on potential (run_id, (output_low_wan + output_high_wan) desc nulls last);
    comment on table potential is 'What a parcel could carry and yield beyond today (提容增效), as a range; only parcels that could, of those whose facts are known';
    comment on column potential.run_id is 'The screening that computed it';
    comment on column potential.parcel_id is 'The parcel';
    comment on column potential.floor_low_m2 is 'Floor area to be gained by reaching the lowest ratio of its industry, in m²';
    comment on column potential.floor_high_m2 is 'The same by reaching the ratio agreed on, or that of industry on several storeys (工业上楼), in m²';
    comment on column potential.output_low_wan is 'Output to be gained a year, the lower of two estimates, in 万元; null where neither can be made';
    comment on column potential.output_high_wan is 'The higher of the two, in 万元';
    comment on column potential.far is 'Floor-area ratio today; null where its floor area is not known';
    comment on column potential.far_low is 'The lowest ratio of its industry';
    comment on column potential.far_high is 'The ratio of the high end';
    comment on column potential.output_per_mu is 'Its own output today, in 万元 a mu; null where nothing is known';
    comment on column potential.mean_per_mu is 'Mean output it is compared with, in 万元 a mu; null where no pool is large enough';
    comment on column potential.pool is 'Whose mean that is: of its park, its district, or all';

    insert into table_revision (table_name) values ('potential');
    create trigger potential_changed after insert or update or delete or truncate on potential
      for each statement execute function table_changed();
  `);

export const down = (knex: Knex) =>
  knex.schema.raw(`
    drop table if exists potential cascade;
    delete from table_revision where table_name = 'potential';
    alter table if exists parcel_rating drop column revenue_per_mu`);
