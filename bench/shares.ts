import type { Knex } from "knex";
import { sharesAfter } from "../domain/shares/after.ts";
import { effectOf, type Step } from "../domain/shares/scenario.ts";
import { DEFAULT_SWITCHES } from "../domain/shares/switches.ts";
import { within } from "../server/asking.ts";
import type { Database } from "../server/db/connect.ts";
import { baseOf } from "../server/shares/base.ts";
import { parcelsNamed } from "../server/shares/facts.ts";
import { createOutputs } from "../server/shares/outputs.ts";
import { createParts, LAND, TRANSFERS } from "../server/shares/parts.ts";
import { presentShares } from "../server/shares/present.ts";
import { regionOf } from "../server/shares/region.ts";
import { measureEach, middle } from "./beside-copy.ts";
import type { Table } from "./main.ts";

/**
 * All shares of a year over all parcels there are, as if every copy of the city belonged to one: with what they are added up from
 * kept, which is how they are answered, and read anew after a parcel has changed. And a step of a scenario on a thousand parcels.
 * What is read should come from the covering indexes alone: of the demonstration city PostgreSQL 15 makes an Index Only Scan using
 * parcel_land and one using land_transfer_sum, neither with a heap fetch, each under a HashAggregate. BENCH_SCALES says with how many
 * cities; 129 of them have a million industrial parcels.
 */

const SCALES = (process.env.BENCH_SCALES ?? "129").split(",").map(Number);
const ROUNDS = 20;
const COLD_ROUNDS = 3;
const CHANGED = 1000;
const YEARS = [2021, 2022, 2023, 2024, 2025];
/** A share of any year, warm; and a frame of the page. */
const LIMIT_MS = { share: 200, step: 16 };

const milliseconds = (value: number) => `${value.toFixed(value < 10 ? 1 : 0)} ms`;

async function timed(work: () => Promise<unknown> | unknown): Promise<number> {
  const since = performance.now();
  await work();
  return performance.now() - since;
}

/** The scans of a query, and how often they had to look at the table itself. */
async function planOf(trx: Knex.Transaction, sql: string, codes: readonly string[]): Promise<string> {
  const rows = await within(trx)<{ "QUERY PLAN": string }>(`explain (analyze, buffers) ${sql}`, [codes]);
  const lines = rows.map((row) => row["QUERY PLAN"]);
  return lines.flatMap((line) => /(\w[\w ]* Scan[\w ]*|Heap Fetches: \d+)/.exec(line)?.[1] ?? []).join(", ");
}

async function sharesOf(trx: Knex.Transaction) {
  const ask = within(trx);
  const parts = createParts();
  const districts = await parts.districts(ask);
  const codes = districts.map(({ code }) => code);
  const scope = { zh: "全部", en: "All" };
  const tell = async (year: number) => {
    const region = { ...(await regionOf(parts, ask, districts)), asked: null, scope };
    return JSON.stringify(presentShares(region, year, DEFAULT_SWITCHES, `${year}-12-31`));
  };
  const cold: number[] = [];
  for (let round = 0; round < COLD_ROUNDS; round++) {
    await trx.raw(
      "update table_revision set revision = revision + 1 where table_name in ('parcel', 'land_transfer')",
    );
    cold.push(await timed(() => tell(2025)));
  }
  const warm: number[] = [];
  for (let round = 0; round < ROUNDS; round++)
    warm.push(await timed(() => tell(YEARS[round % YEARS.length]!)));
  return {
    cold: middle(cold),
    warm: middle(warm),
    slowest: Math.max(...warm),
    plans: `${await planOf(trx, LAND, codes)}; ${await planOf(trx, TRANSFERS, codes)}`,
  };
}

async function stepTimes(trx: Knex.Transaction): Promise<number[]> {
  const ask = within(trx);
  const base = await baseOf(createParts(), ask, 2025);
  const rows = await ask<{ code: string }>(
    "select parcel_code as code from parcel where land_use_code like '1001%' order by parcel_code limit ?",
    [CHANGED],
  );
  const codes = rows.map(({ code }) => code);
  const known = await parcelsNamed(ask, createOutputs(), codes, 2025);
  const steps: Step[] = [
    { do: "revive", parcels: codes, per_mu: null },
    { do: "rezone", parcels: codes, to: "m0" },
  ];
  const times: number[] = [];
  for (let round = 0; round < ROUNDS; round++)
    times.push(await timed(() => sharesAfter(base, effectOf(steps, known), DEFAULT_SWITCHES)));
  return times;
}

async function measure({ knex }: Database): Promise<string[]> {
  for (const table of ["parcel", "land_transfer"]) await knex.raw(`vacuum analyze ${table}`);
  const parcels = Number((await knex("parcel").count().first())?.count);
  return knex.transaction(async (trx) => {
    const { cold, warm, slowest, plans } = await sharesOf(trx);
    const steps = await stepTimes(trx);
    return [
      parcels.toLocaleString("en"),
      ...[milliseconds(warm), milliseconds(slowest), `${LIMIT_MS.share} ms`],
      (slowest / LIMIT_MS.share).toFixed(2),
      milliseconds(cold),
      ...[milliseconds(middle(steps)), milliseconds(Math.max(...steps)), `${LIMIT_MS.step} ms`],
      plans,
    ];
  });
}

export async function shares(): Promise<Table> {
  return {
    title: "Shares of a year",
    columns: [
      "parcels",
      "all four, warm",
      "slowest",
      "limit",
      "ratio",
      "read anew",
      `a step on ${CHANGED.toLocaleString("en")} parcels`,
      "slowest step",
      "a frame",
      "plans of reading",
    ],
    rows: await measureEach(SCALES, measure),
  };
}
