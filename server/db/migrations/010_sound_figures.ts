import type { Knex } from "knex";

/** Money, people, energy and emissions of a firm in a year. */
const FIGURES = [
  ...["revenue_wan", "tax_wan", "value_added_wan", "staff", "energy_tce", "rd_wan"],
  ...["investment_wan", "emissions_t"],
];

/**
 * A figure that is no number, or larger than any country's, would be everybody's baseline. Firms are compared within their industry,
 * which must not take a look at every firm there is; and the first page of the list takes no sort of all of them.
 */
export const up = (knex: Knex) =>
  knex.schema.raw(`
    ${FIGURES.map(
      (figure) => `
    alter table enterprise_year add constraint enterprise_year_${figure}_sound check (abs(${figure}) < 1e12);`,
    ).join("")}
    create index enterprise_industry on enterprise (industry_code);
    create index rating_run_rank on rating (run_id, rank)`);

export const down = (knex: Knex) =>
  knex.schema.raw(`
    drop index if exists enterprise_industry, rating_run_rank;
    ${FIGURES.map(
      (figure) =>
        `alter table if exists enterprise_year drop constraint if exists enterprise_year_${figure}_sound;`,
    ).join("\n")}`);
