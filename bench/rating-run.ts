import { chmodSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { monitorEventLoopDelay } from "node:perf_hooks";
import type { Knex } from "knex";
import { Scheme } from "../domain/rating/scheme.ts";
import { abortableTransaction } from "../server/db/abortable-transaction.ts";
import type { Database } from "../server/db/connect.ts";
import { firmQuery, occupationQuery, PARCEL_QUERY } from "../server/ratings/making/queries.ts";
import { type RateStep, rate } from "../server/ratings/making/rate.ts";
import { addVersion, storedScheme } from "../server/ratings/scheme-store.ts";
import { makeTwins, measureEach, middle, seconds, secondsSince, withPeak } from "./beside-copy.ts";
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
  const progress = (step: RateStep) => {
    ended[step] = secondsSince(begun);
  };
  let begun = 0;
  const { result, peakMiB } = await withPeak(async () => {
    delay.enable();
    begun = performance.now();
    const run = await abortableTransaction(database, new AbortController().signal, async (trx) => {
      const scheme = await storedScheme(trx, KEY);
      if (!scheme) throw new Error("The scheme is not stored");
      const watch = { signal: new AbortController().signal, progress };
      return rate(trx, { year: YEAR, scheme, by: "bench", note: null }, watch);
    });
    return { run, total: secondsSince(begun) };
  });
  delay.disable();
  return {
    ...result,
    reading: ended.reading,
    rating: ended.rating - ended.reading,
    storing: result.total - ended.rating,
    longestBlock: delay.max / 1e6,
    peakMiB,
  };
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
    await makeTwins(knex, RESULTS);
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

export async function ratingRun(): Promise<Table> {
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
    rows: await measureEach(SCALES, measure),
  };
}
