import { chmodSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { monitorEventLoopDelay } from "node:perf_hooks";
import type { Knex } from "knex";
import { Scheme } from "../domain/rating/scheme.ts";
import { load } from "../seeds/load.ts";
import { readConfig } from "../server/config.ts";
import { abortableTransaction } from "../server/db/abortable-transaction.ts";
import { type Database, openDatabase } from "../server/db/connect.ts";
import { migrate } from "../server/db/migrate.ts";
import { gatherStatistics } from "../server/db/statistics.ts";
import { firmQuery, occupationQuery, PARCEL_QUERY } from "../server/ratings/making/queries.ts";
import { type RateStep, rate } from "../server/ratings/making/rate.ts";
import { addVersion, storedScheme } from "../server/ratings/scheme-store.ts";
import { startCluster } from "../test/setup/cluster.ts";
import type { Table } from "./main.ts";

/**
 * A run from reading to stored, beside PostgreSQL's own COPY of the same rows: inputs out to files, ratings from files into
 * tables with the same keys, references and indexes. Both take turns, and the middle one of the rounds counts.
 */

const SCALES = [13, 125];
const YEAR = 2025;
const ROUNDS = 3;
const KEY = "bench-eight-indicators";
const RESULTS = ["rating", "parcel_rating", "park_rating"];

type Copies = { out: number; in: number };
type Ours = Record<RateStep, number> & { total: number; longestBlock: number; peakMiB: number };

const secondsSince = (since: number) => (performance.now() - since) / 1000;
const middle = (values: number[]) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

/** The shipped scheme of eight indicators, for the many small firms of the copies. */
async function storeScheme(knex: Knex): Promise<void> {
  const file = join(import.meta.dirname, "../data/rating-schemes/sichuan-2020.json");
  const scheme = Scheme.parse(JSON.parse(readFileSync(file, "utf8")));
  const definition: Scheme = { ...scheme, object: { size: "below_scale", leastLand_mu: 0 } };
  await addVersion(knex, { key: KEY, definition, shipped: false, by: "bench", basedOnId: null });
}

async function ourTime(database: Database): Promise<Ours & { run: number }> {
  const ended = { reading: 0, rating: 0, storing: 0 };
  const delay = monitorEventLoopDelay({ resolution: 2 });
  let peak = 0;
  const sample = setInterval(() => {
    peak = Math.max(peak, process.memoryUsage.rss());
  }, 50);
  globalThis.gc?.();
  delay.enable();
  const begun = performance.now();
  const progress = (step: RateStep) => {
    ended[step] = secondsSince(begun);
  };
  const run = await abortableTransaction(database, new AbortController().signal, async (trx) => {
    const scheme = await storedScheme(trx, KEY);
    if (!scheme) throw new Error("The scheme is not stored");
    const watch = { signal: new AbortController().signal, progress };
    return rate(trx, { year: YEAR, scheme, by: "bench", note: null }, watch);
  });
  const total = secondsSince(begun);
  delay.disable();
  clearInterval(sample);
  return {
    run,
    total,
    reading: ended.reading,
    rating: ended.rating - ended.reading,
    storing: total - ended.rating,
    longestBlock: delay.max / 1e6,
    peakMiB: peak / 2 ** 20,
  };
}

/** Tables like those of the results, with everything that makes storing a row slow. */
async function makeTwins(knex: Knex): Promise<void> {
  for (const table of RESULTS) {
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

async function copyTime(knex: Knex, folder: string, run: number): Promise<Copies> {
  for (const table of RESULTS)
    await knex.raw(
      `copy (select * from ${table} where run_id = ${run}) to '${folder}/${table}' (format binary)`,
    );
  const firms = { size: "below_scale", titles: [] } as const;
  const queries = [
    firmQuery({ ...firms, year: YEAR }),
    firmQuery({ ...firms, year: YEAR - 1 }),
    PARCEL_QUERY,
    occupationQuery(YEAR, true),
  ];
  let since = performance.now();
  for (const [i, query] of queries.entries())
    await knex.raw(`copy (${query}) to '${folder}/inputs-${i}' (format binary)`);
  const out = secondsSince(since);
  since = performance.now();
  await knex.transaction(async (trx) => {
    for (const table of RESULTS)
      await trx.raw(`copy ${table}_twin from '${folder}/${table}' (format binary)`);
    // What a trigger notes of the twins is no table that anyone counts.
    await trx.raw("delete from table_change where table_name like '%_twin'");
  });
  const into = secondsSince(since);
  await knex.raw(`truncate ${RESULTS.map((table) => `${table}_twin`).join(", ")}`);
  return { out, in: into };
}

async function measure(database: Database): Promise<string[]> {
  const { knex } = database;
  const folder = mkdtempSync(join(tmpdir(), "mutu-bench-"));
  chmodSync(folder, 0o777);
  const [ours, copies]: [Ours[], Copies[]] = [[], []];
  let firms = 0;
  try {
    await storeScheme(knex);
    await makeTwins(knex);
    for (let round = 0; round < ROUNDS; round++) {
      const { run, ...time } = await ourTime(database);
      ours.push(time);
      firms = (await knex("rating_run").where({ id: run }).first("firms"))?.firms;
      copies.push(await copyTime(knex, folder, run));
      await knex("rating_run").where({ id: run }).delete();
      await knex.raw("vacuum analyze rating, parcel_rating, park_rating");
    }
  } finally {
    await knex.raw(`drop table if exists ${RESULTS.map((table) => `${table}_twin`).join(", ")}`);
    rmSync(folder, { recursive: true, force: true });
  }
  return row(firms, ours, copies);
}

function row(firms: number, ours: Ours[], copies: Copies[]): string[] {
  const of = (part: (time: Ours) => number) => middle(ours.map(part));
  const seconds = (value: number) => `${value.toFixed(1)} s`;
  const copy = { out: middle(copies.map(({ out }) => out)), in: middle(copies.map((each) => each.in)) };
  const total = of((time) => time.total);
  return [
    firms.toLocaleString("en"),
    [of((time) => time.reading), of((time) => time.rating), of((time) => time.storing)]
      .map(seconds)
      .join(" + "),
    seconds(total),
    `${seconds(copy.out)} + ${seconds(copy.in)}`,
    (total / (copy.out + copy.in)).toFixed(2),
    "3",
    `${of((time) => time.longestBlock).toFixed(0)} ms`,
    `${Math.max(...ours.map(({ peakMiB }) => peakMiB)).toFixed(0)} MiB`,
  ];
}

async function withDatabase<T>(url: string, work: (database: Database) => Promise<T>): Promise<T> {
  const database = await openDatabase(readConfig({ DATABASE_URL: url }));
  return work(database).finally(() => database.close());
}

async function onOwnCluster(): Promise<string[][]> {
  const cluster = await startCluster("bench", async () => {});
  const rows: string[][] = [];
  try {
    for (const scale of SCALES) {
      await withDatabase(cluster.url("postgres"), ({ knex }) => knex.raw(`create database scale_${scale}`));
      const row = await withDatabase(cluster.url(`scale_${scale}`), async (database) => {
        await migrate(database.knex);
        await load(database.knex, { scale, demonstration: true, progress: console.error });
        await gatherStatistics(database.knex);
        return measure(database);
      });
      rows.push(row);
    }
  } finally {
    await cluster.stop();
  }
  return rows;
}

/** Loading a million firms takes long: BENCH_DATABASES may name databases, with commas, that `npm run seed` has filled. */
export async function ratingRun(): Promise<Table> {
  const urls = process.env.BENCH_DATABASES?.split(",") ?? [];
  const rows: string[][] = [];
  for (const url of urls) rows.push(await withDatabase(url, measure));
  return {
    title: "A rating run, from reading to stored",
    columns: [
      "firms",
      "read + rate + store",
      "run",
      "COPY out + in",
      "ratio",
      "limit",
      "longest block",
      "peak memory",
    ],
    rows: urls.length > 0 ? rows : await onOwnCluster(),
  };
}
