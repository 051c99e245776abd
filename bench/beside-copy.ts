import type { Knex } from "knex";
import { load } from "../seeds/load.ts";
import { readConfig } from "../server/config.ts";
import { type Database, openDatabase } from "../server/db/connect.ts";
import { migrate } from "../server/db/migrate.ts";
import { gatherStatistics } from "../server/db/statistics.ts";
import { startCluster } from "../test/setup/cluster.ts";

/** What measurements of runs share: databases of many cities, and tables that PostgreSQL's own COPY fills like ours. */

export const secondsSince = (since: number) => (performance.now() - since) / 1000;
export const middle = (values: number[]) =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
export const seconds = (value: number) => `${value.toFixed(1)} s`;

const MEMORY_EVERY_MS = 50;

/** Runs the work, and tells the most memory that this process had meanwhile, in MiB. */
export async function withPeak<T>(work: () => Promise<T>): Promise<{ result: T; peakMiB: number }> {
  let peak = 0;
  const look = () => {
    peak = Math.max(peak, process.memoryUsage.rss());
  };
  globalThis.gc?.();
  look();
  const sample = setInterval(look, MEMORY_EVERY_MS);
  try {
    const result = await work();
    look();
    return { result, peakMiB: peak / 2 ** 20 };
  } finally {
    clearInterval(sample);
  }
}

/** Tables like those of the results, with everything that makes storing a row slow. */
export async function makeTwins(knex: Knex, tables: readonly string[]): Promise<void> {
  for (const table of tables) {
    await knex.raw(`create table ${table}_twin (like ${table} including all)`);
    const { rows } = await knex.raw<{ rows: { definition: string }[] }>(
      "select pg_get_constraintdef(oid) as definition from pg_constraint where conrelid = ?::regclass and contype = 'f'",
      [table],
    );
    for (const { definition } of rows) await knex.raw(`alter table ${table}_twin add ${definition}`);
    await knex.raw(`create trigger ${table}_twin_changed after insert on ${table}_twin
      for each statement execute function table_changed()`);
  }
}

type Measure<T> = (database: Database, url: string, scale: number) => Promise<T>;

async function withDatabase<T>(url: string, work: (database: Database) => Promise<T>): Promise<T> {
  const database = await openDatabase(readConfig({ DATABASE_URL: url }));
  return work(database).finally(() => database.close());
}

async function onOwnCluster<T>(scales: readonly number[], measure: Measure<T>): Promise<T[]> {
  const cluster = await startCluster("bench", async () => {});
  const results: T[] = [];
  try {
    for (const scale of scales) {
      await withDatabase(cluster.url("postgres"), ({ knex }) => knex.raw(`create database scale_${scale}`));
      const url = cluster.url(`scale_${scale}`);
      const result = await withDatabase(url, async (database) => {
        await migrate(database.knex);
        await load(database.knex, { scale, demonstration: true, progress: console.error });
        await gatherStatistics(database.knex);
        return measure(database, url, scale);
      });
      results.push(result);
    }
  } finally {
    await cluster.stop();
  }
  return results;
}

/**
 * A result for each database: those that BENCH_DATABASES names, with commas, which `npm run seed` has filled, for loading many cities
 * takes long; or else of a cluster of our own, with so many cities.
 */
export async function measureEach<T>(scales: readonly number[], measure: Measure<T>): Promise<T[]> {
  const urls = process.env.BENCH_DATABASES?.split(",") ?? [];
  if (urls.length === 0) return onOwnCluster(scales, measure);
  const results: T[] = [];
  for (const [i, url] of urls.entries())
    results.push(await withDatabase(url, (database) => measure(database, url, scales[i] ?? 1)));
  return results;
}
