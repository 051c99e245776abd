import type { Knex } from "knex";
import { Refusal } from "../refusal.ts";
import * as places from "./migrations/001_places.ts";
import * as parcels from "./migrations/002_parcels.ts";
import * as enterprises from "./migrations/003_enterprises.ts";
import * as ratings from "./migrations/004_ratings.ts";
import * as plan from "./migrations/005_plan.ts";
import * as accounts from "./migrations/006_accounts.ts";
import * as screening from "./migrations/007_screening.ts";
import * as revisions from "./migrations/008_revisions.ts";
import * as ratingRuns from "./migrations/009_rating_runs.ts";
import * as soundFigures from "./migrations/010_sound_figures.ts";
import * as signIn from "./migrations/011_sign_in.ts";
import * as screeningRuns from "./migrations/012_screening_runs.ts";
import * as caseWork from "./migrations/013_case_work.ts";
import * as potential from "./migrations/014_potential.ts";
import * as workshops from "./migrations/015_workshops.ts";
import * as knownBrowsers from "./migrations/016_known_browsers.ts";
import * as scenarios from "./migrations/017_scenarios.ts";
import * as planWork from "./migrations/018_plan_work.ts";
import * as annualAverages from "./migrations/019_annual_averages.ts";
import * as tiles from "./migrations/020_tiles.ts";

const MIGRATIONS: Readonly<Record<string, Knex.Migration>> = {
  "001_places": places,
  "002_parcels": parcels,
  "003_enterprises": enterprises,
  "004_ratings": ratings,
  "005_plan": plan,
  "006_accounts": accounts,
  "007_screening": screening,
  "008_revisions": revisions,
  "009_rating_runs": ratingRuns,
  "010_sound_figures": soundFigures,
  "011_sign_in": signIn,
  "012_screening_runs": screeningRuns,
  "013_case_work": caseWork,
  "014_potential": potential,
  "015_workshops": workshops,
  "016_known_browsers": knownBrowsers,
  "017_scenarios": scenarios,
  "018_plan_work": planWork,
  "019_annual_averages": annualAverages,
  "020_tiles": tiles,
};

export const MIGRATION_NAMES: readonly string[] = Object.keys(MIGRATIONS);

/** Migrations come from this list and not from a folder, so that what runs is what was type-checked. */
const MIGRATION_SETTINGS: Knex.MigratorConfig = {
  migrationSource: {
    getMigrations: async () => [...MIGRATION_NAMES],
    getMigrationName: (name: string) => name,
    getMigration: async (name: string) => MIGRATIONS[name]!,
  },
  // The caller's transaction holds all of them together.
  disableTransactions: true,
};

/** Brings the schema up to date: all of it or nothing, and one server at a time. */
export const migrate = (knex: Knex): Promise<void> =>
  exclusively(knex, async (trx) => {
    await refuseNewerSchema(trx);
    await trx.migrate.latest(MIGRATION_SETTINGS);
  });

/** Takes the whole schema down again. */
export const unmigrate = (knex: Knex): Promise<void> =>
  exclusively(knex, async (trx) => {
    await trx.migrate.rollback(MIGRATION_SETTINGS, true);
  });

/** "mutu" in ASCII: names the lock under which a database is prepared. */
const PREPARATION_LOCK = 0x6d757475;

/**
 * Runs preparation work in one transaction, while other servers that start on the same database wait. The lock goes
 * with the transaction, so a killed start leaves neither half a schema nor a lock behind.
 */
export async function exclusively(knex: Knex, work: (trx: Knex.Transaction) => Promise<void>): Promise<void> {
  await knex.transaction(async (trx) => {
    await trx.raw("set local statement_timeout = 0");
    await trx.raw("select pg_advisory_xact_lock(?)", [PREPARATION_LOCK]);
    await work(trx);
  });
}

async function refuseNewerSchema(trx: Knex.Transaction): Promise<void> {
  if (!(await trx.schema.hasTable("knex_migrations"))) return;
  const applied = await trx<{ name: string }>("knex_migrations").orderBy("id").pluck("name");
  const unknown = applied.filter((name) => !(name in MIGRATIONS));
  if (unknown.length === 0) return;
  throw new Refusal(
    `This database was prepared by a newer Mutu: it holds ${unknown.join(", ")}, which this version does not know. ` +
      "Start the newer version, or restore a backup from before it.",
  );
}
