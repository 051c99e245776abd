import type { Knex } from "knex";

/**
 * Firms are compared within their industry, which must not take a look at every firm there is; and the first page of the list takes
 * no sort of all of them.
 */
export const up = (knex: Knex) =>
  knex.schema.raw(`
    create index enterprise_industry on enterprise (industry_code);
    create index rating_run_rank on rating (run_id, rank)`);

export const down = (knex: Knex) =>
  knex.schema.raw("drop index if exists enterprise_industry, rating_run_rank");
