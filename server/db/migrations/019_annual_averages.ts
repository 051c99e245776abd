import type { Knex } from "knex";

/** Targets that are the mean of a period's years (年均), for which no single year lies on a path. */
export const up = (knex: Knex) =>
  knex.schema.raw(`
    alter table target add column annual_average boolean not null default false;
    comment on column target.annual_average is 'Whether the value is the mean of the years of the period (年均)';
    -- Those that were loaded before the column was there.
    update target set annual_average = true where id in ('plan-145-1a', 'plan-145-2', 'plan-145-6')`);

export const down = (knex: Knex) =>
  knex.schema.raw("alter table if exists target drop column if exists annual_average");
