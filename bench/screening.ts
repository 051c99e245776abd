import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { monitorEventLoopDelay } from "node:perf_hooks";
import type { Knex } from "knex";
import { day } from "../domain/civil-days.ts";
import type { ParcelFacts } from "../domain/screening/facts.ts";
import { type Means, potentialOf } from "../domain/screening/potential.ts";
import { screen } from "../domain/screening/screen.ts";
import { abortableTransaction } from "../server/db/abortable-transaction.ts";
import type { Database } from "../server/db/connect.ts";
import { limitsWith } from "../server/screening/limits.ts";
import { factsQuery } from "../server/screening/making/facts.ts";
import { askedRuns } from "../server/screening/making/ratings.ts";
import { makeScreening, type ScreeningStep } from "../server/screening/making/screening.ts";
import { makeTwins, measureEach, middle, seconds, secondsSince, withPeak } from "./beside-copy.ts";
import type { Table } from "./main.ts";

/**
 * A screening of all parcels: the rules alone on facts made up in memory, and a run from reading to stored beside PostgreSQL's own
 * COPY of the same rows, facts out to a file and findings, groups and potential in from files into tables with the same keys and indexes.
 * BENCH_SCALES says with how many cities; 129 of them have a million industrial parcels.
 */

const SCALES = (process.env.BENCH_SCALES ?? "129").split(",").map(Number);
const PARCELS = 1_000_000;
const PAGE = 20_000;
const ROUNDS = 3;
const REFERENCE_DATE = "2025-12-31";
const LIMITS = limitsWith({});
const RESULTS = ["scattered_group", "finding", "potential"];
/** Every parcel is compared with a mean. */
const MEAN = { per_mu: 250, per_floor_m2: 0.3 };
const MEANS: Means = { parks: new Map([["zone", MEAN]]), districts: new Map([["510114", MEAN]]), city: null };

/** A small generator of its own: the same parcels on every machine. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

function madeUp(random: () => number): ParcelFacts {
  const supplied = day("2008-01-01") + Math.floor(random() * 6000);
  const area = 5000 + random() * 60_000;
  const started = random() < 0.95 ? supplied + 200 + Math.floor(random() * 400) : null;
  const completed = started !== null && random() < 0.9 ? started + 500 : null;
  const rating = (year: number) => ({
    year,
    grade: random() < 0.1 ? ("C" as const) : ("B" as const),
    lowest: random() < 0.1,
    tax_per_mu: random() * 40,
    mean_tax_per_mu: 20,
  });
  return {
    code: "510114001001GB00001",
    district: "510114",
    area_m2: area,
    park: "zone",
    park_share: random(),
    industry: "3911",
    price_wan: 1000,
    supplied,
    agreed_start: supplied + 365,
    extension_days: 0,
    agreed_completion: supplied + 1095,
    agreed_far: 1.2,
    agreed_investment_wan: 10_000,
    started,
    completed,
    development_stopped: started !== null && completed === null && random() < 0.3 ? started + 100 : null,
    production_stopped: completed !== null && random() < 0.02 ? completed + 900 : null,
    invested_wan: random() * 15_000,
    required_area_m2: area,
    developed_area_m2: random() * area,
    floor_area_m2: random() * 2 * area,
    base_area_m2: random() * area,
    office_area_m2: random() * 0.1 * area,
    prohibited_industry: random() < 0.005,
    safety_breach: random() < 0.005,
    output_wan: random() * 20_000,
    ratings: [rating(2025), rating(2024)],
  };
}

/** Only the rules are timed, not the making up. */
function rulesAlone(): string[] {
  const random = seeded(20261121);
  const on = day(REFERENCE_DATE);
  let spent = 0;
  let found = 0;
  for (let done = 0; done < PARCELS; done += PAGE) {
    const parcels = Array.from({ length: PAGE }, () => madeUp(random));
    const since = performance.now();
    for (const facts of parcels) {
      const findings = screen(facts, on, LIMITS);
      found += findings.length;
      potentialOf(facts, on, findings, MEANS, LIMITS);
    }
    spent += secondsSince(since);
  }
  return [
    "the rules alone, in memory",
    PARCELS.toLocaleString("en"),
    found.toLocaleString("en"),
    seconds(spent),
    ...["–", "–", "–", "–", "–"],
  ];
}

type Ours = { total: number; grouping: number; longestBlock: number; peakMiB: number };
type Copies = { out: number; in: number };

async function ourTime(database: Database): Promise<Ours & { run: number }> {
  const delay = monitorEventLoopDelay({ resolution: 2 });
  let begun = 0;
  let screened = 0;
  const progress = (step: ScreeningStep) => {
    if (step === "screening") screened = secondsSince(begun);
  };
  const { result, peakMiB } = await withPeak(async () => {
    delay.enable();
    begun = performance.now();
    const { signal } = new AbortController();
    const order = { referenceDate: REFERENCE_DATE, limits: LIMITS, account: null, note: "bench" };
    const run = await abortableTransaction(
      database,
      signal,
      (trx) => makeScreening(trx, order, { signal, progress }),
      { isolationLevel: "repeatable read" },
    );
    return { run, total: secondsSince(begun) };
  });
  delay.disable();
  return { ...result, grouping: result.total - screened, longestBlock: delay.max / 1e6, peakMiB };
}

/** Columns that the database fills itself are left out, for COPY may not. */
async function columnsOf(knex: Knex, table: string): Promise<string> {
  const { rows } = await knex.raw<{ rows: { name: string }[] }>(
    "select attname::text as name from pg_attribute where attrelid = ?::regclass and attnum > 0 and attgenerated = '' and not attisdropped order by attnum",
    [table],
  );
  return rows.map(({ name }) => name).join(", ");
}

async function copyTime(knex: Knex, folder: string, run: number): Promise<Copies> {
  const columns = new Map<string, string>();
  for (const table of RESULTS) {
    columns.set(table, await columnsOf(knex, table));
    await knex.raw(
      `copy (select ${columns.get(table)} from ${table} where run_id = ${run}) to '${folder}/${table}' (format binary)`,
    );
  }
  const asked = await knex.transaction((trx) => askedRuns(trx, Number(REFERENCE_DATE.slice(0, 4))));
  let since = performance.now();
  await knex.raw(`copy (${factsQuery(asked, 0)}) to '${folder}/facts' (format binary)`);
  const out = secondsSince(since);
  since = performance.now();
  await knex.transaction(async (trx) => {
    for (const table of RESULTS)
      await trx.raw(`copy ${table}_twin (${columns.get(table)}) from '${folder}/${table}' (format binary)`);
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
  let [parcels, findings] = [0, 0];
  try {
    await makeTwins(knex, RESULTS);
    for (let round = 0; round < ROUNDS; round++) {
      const { run, ...time } = await ourTime(database);
      ours.push(time);
      parcels = (await knex("screening_run").where({ id: run }).first("parcels"))?.parcels;
      findings = Number((await knex("finding").where({ run_id: run }).count().first())?.count);
      copies.push(await copyTime(knex, folder, run));
      await knex("screening_run").where({ id: run }).delete();
      await knex.raw(`vacuum analyze ${RESULTS.join(", ")}`);
    }
  } finally {
    await knex.raw(`drop table if exists ${RESULTS.map((table) => `${table}_twin`).join(", ")}`);
    rmSync(folder, { recursive: true, force: true });
  }
  return row(parcels, findings, ours, copies);
}

function row(parcels: number, findings: number, ours: Ours[], copies: Copies[]): string[] {
  const total = middle(ours.map((time) => time.total));
  const copy = { out: middle(copies.map(({ out }) => out)), in: middle(copies.map((each) => each.in)) };
  return [
    "a run, from reading to stored",
    parcels.toLocaleString("en"),
    findings.toLocaleString("en"),
    seconds(total),
    seconds(middle(ours.map(({ grouping }) => grouping))),
    `${seconds(copy.out)} + ${seconds(copy.in)}`,
    (total / (copy.out + copy.in)).toFixed(2),
    `${middle(ours.map(({ longestBlock }) => longestBlock)).toFixed(0)} ms`,
    `${Math.max(...ours.map(({ peakMiB }) => peakMiB)).toFixed(0)} MiB`,
  ];
}

export async function screening(): Promise<Table> {
  return {
    title: "A screening",
    columns: [
      "what",
      "parcels",
      "findings",
      "time",
      "of that grouping",
      "COPY out + in",
      "ratio",
      "longest block",
      "peak memory",
    ],
    rows: [rulesAlone(), ...(await measureEach(SCALES, measure))],
  };
}
