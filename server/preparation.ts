import type { Knex } from "knex";
import type { Database } from "./db/connect.ts";
import { exclusively, migrate } from "./db/migrate.ts";
import { gatherStatistics, lacksStatistics } from "./db/statistics.ts";

/** Brings tables up to date, and fills them when there is nothing in them yet. */
export async function prepare(
  { knex, kind }: Database,
  fill: (trx: Knex.Transaction) => Promise<void>,
  progress: (line: string) => void,
): Promise<void> {
  progress(kind === "embedded" ? "The embedded database runs" : "Connected to the database");
  await migrate(knex);
  progress("Tables are up to date");
  await exclusively(knex, async (trx) => {
    if (await trx("district").first("code")) return;
    progress("Loading data for the first time");
    await fill(trx);
    progress("Data is loaded");
  });
  // Asked at every start, because one that was cut short after its load did not get here.
  if (!(await lacksStatistics(knex))) return;
  await gatherStatistics(knex);
  progress("The query planner knows the data");
}
