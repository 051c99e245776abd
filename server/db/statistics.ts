import type { Knex } from "knex";
import { DATA_TABLES } from "./tables.ts";

/**
 * Trigram indexes tell the planner their size only after a vacuum; until then it takes them for free. What PostgreSQL and PostGIS
 * keep for themselves is left alone: it takes half as long again, and no plan here depends on it.
 */
export async function gatherStatistics(knex: Knex): Promise<void> {
  await knex.raw(`vacuum analyze ${DATA_TABLES.map((table) => `"${table}"`).join(", ")}`);
}

/** Whether a table was filled and never looked at since: by a load that was cut short, or long ago where nobody else does. */
export async function lacksStatistics(knex: Knex): Promise<boolean> {
  const filled = DATA_TABLES.map(
    (table) => `select '${table}' as name where exists (select from "${table}")`,
  );
  const { rows } = await knex.raw<{ rows: [{ lacking: boolean }] }>(`
    select exists (
      select from (${filled.join(" union all ")}) filled
        join pg_class c on c.relname = filled.name and c.relnamespace = 'public'::regnamespace
       where c.reltuples < 0 or not exists (select from pg_stats s where s.tablename = c.relname)
    ) as lacking`);
  return rows[0].lacking;
}
