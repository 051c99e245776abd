import type { Knex } from "knex";

/** Firms are compared within their industry, which must not take a look at every firm there is. */
export const up = (knex: Knex) =>
  knex.schema.raw("create index enterprise_industry on enterprise (industry_code)");

export const down = (knex: Knex) => knex.schema.raw("drop index if exists enterprise_industry");
