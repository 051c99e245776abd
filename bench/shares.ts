import { once } from "node:events";
import type { Knex } from "knex";
import type { ParcelFactsColumns, ScenarioBase } from "../domain/api/shares.ts";
import { EMERGING } from "../domain/districts.ts";
import { sharesAfter } from "../domain/shares/after.ts";
import { effectOf, NAMED_AT_MOST, type ScenarioParcel, type Step } from "../domain/shares/scenario.ts";
import { DEFAULT_SWITCHES } from "../domain/shares/switches.ts";
import { load } from "../seeds/load.ts";
import { readConfig } from "../server/config.ts";
import { type Database, openDatabase } from "../server/db/connect.ts";
import { migrate } from "../server/db/migrate.ts";
import { LAND, TRANSFERS } from "../server/shares/parts.ts";
import { type Cluster, startCluster } from "../test/setup/cluster.ts";
import { middle } from "./beside-copy.ts";
import type { Table } from "./main.ts";
import { startServer } from "./served.ts";

/**
 * Shares of a city of a million parcels, as a server answers them over HTTP, whichever share of whichever year, of all districts or of one, with
 * M0 or without; and what the first request takes after a parcel was changed, when the sums are read anew. Then what a step of a
 * scenario on a thousand parcels takes, by the function that the page runs.
 */

const DATABASE = "million";
/** The city's 8,900 parcels and some 1,900 transfers over and over, each time under other numbers. */
const COPIES = 113;
const CHANGED = 1000;
const ROUNDS = 20;
const COLD_ROUNDS = 5;
const YEARS = [2021, 2022, 2023, 2024, 2025];
/** A share of any year, warm; and a frame of the page. */
const LIMIT_MS = { share: 200, step: 1000 / 60 };

/** Nothing here looks at outlines on a map; without those indexes a million rows are stored in a fraction of the time. */
const UNASKED = [
  "parcel_geom",
  "parcel_geom_3857",
  "parcel_park",
  "parcel_code_search",
  "land_transfer_geom",
];

const PARCELS = `
  insert into parcel (parcel_code, district_code, land_use_code, new_industry, area_m2, area_basis, net_area_m2, supply_mode,
      supply_date, floor_area_m2, synthetic, geom)
  select p.district_code || (100000 + copy) || 'GB' || lpad(p.number::text, 5, '0'), p.district_code, p.land_use_code, p.new_industry,
      p.area_m2, p.area_basis, p.net_area_m2, p.supply_mode, p.supply_date, p.floor_area_m2, true, p.square
    from generate_series(1, ?) as copy,
         (select *, row_number() over (partition by district_code order by id) as number, ST_Multi(ST_Envelope(geom)) as square
            from parcel) as p`;

const CONTRACTS = `
  insert into land_transfer (contract_no, district_code, signed, land_use, supply_mode, area_m2, synthetic, geom)
  select contract_no || '-' || copy, district_code, signed, land_use, supply_mode, area_m2, true, geom
    from land_transfer, generate_series(1, ?) as copy`;

async function multiply({ knex }: Database): Promise<void> {
  for (const index of [...UNASKED, "land_transfer_geom_3857"]) await knex.raw("drop index ??", [index]);
  await knex.transaction(async (trx) => {
    // Keys were sound when they were laid the first time.
    await trx.raw("set local session_replication_role = replica");
    for (const statement of [PARCELS, CONTRACTS]) await trx.raw(statement, [COPIES - 1]);
    await trx.raw(`update district_year set urban_construction_land_m2 = urban_construction_land_m2 * ${COPIES},
        construction_land_m2 = construction_land_m2 * ${COPIES}`);
  });
  for (const table of ["parcel", "land_transfer", "district_year"]) await knex.raw(`vacuum analyze ${table}`);
}

async function withDatabase<T>(url: string, work: (database: Database) => Promise<T>): Promise<T> {
  const database = await openDatabase(readConfig({ DATABASE_URL: url }));
  return work(database).finally(() => database.close());
}

async function fill(cluster: Cluster) {
  await withDatabase(cluster.url("postgres"), ({ knex }) => knex.raw(`create database ${DATABASE}`));
  await withDatabase(cluster.url(DATABASE), async (database) => {
    await migrate(database.knex);
    await load(database.knex, { scale: 1, demonstration: true, progress: console.error });
    await multiply(database);
  });
}

async function timed(work: () => Promise<unknown> | unknown): Promise<number> {
  const since = performance.now();
  await work();
  return performance.now() - since;
}

type Read = <Answer>(path: string) => Promise<Answer>;

const reading =
  (address: string): Read =>
  async (path) => {
    const response = await fetch(`${address.replace(/\/$/, "")}/api${path}`);
    if (!response.ok) throw new Error(`${path}: ${response.status}`);
    return JSON.parse(await response.text());
  };

const DISTRICTS = ["", "&district=510112", "&district=510114", "&district=510118"];
const SWITCHED = ["", "&m0=false"];
const questions = YEARS.flatMap((year) =>
  DISTRICTS.flatMap((district) => SWITCHED.map((switched) => `/shares?year=${year}${district}${switched}`)),
);

/** The scans of a query, how long it takes, and how often it had to look at the table itself. */
async function planOf(knex: Knex, sql: string, codes: readonly string[]): Promise<string> {
  const { rows } = await knex.raw(`explain (analyze, buffers) ${sql}`, [codes as string[]]);
  const lines = rows.map((row: Record<string, string>) => row["QUERY PLAN"]);
  const parts = lines.flatMap((line: string) => {
    const scan =
      /(?:Parallel )?(?:\w+ )*?Scan(?: using \w+)?|Heap Fetches: \d+|Workers Launched: \d+|Execution Time: .*/.exec(
        line,
      );
    return scan ? [scan[0].trim()] : [];
  });
  return parts.join(", ");
}

const milliseconds = (value: number) => `${value.toFixed(value < 10 ? 1 : 0)} ms`;

function row(what: string, of: string, times: number[], limit: number | null, plan = ""): string[] {
  const slowest = Math.max(...times);
  const judged = limit === null ? ["–", "–"] : [milliseconds(limit), (slowest / limit).toFixed(2)];
  return [what, of, milliseconds(middle(times)), milliseconds(slowest), ...judged, plan];
}

async function warmTimes(read: Read, paths: readonly string[]): Promise<number[]> {
  for (const path of paths) await read(path);
  const times: number[] = [];
  for (const path of paths) times.push(await timed(() => read(path)));
  return times;
}

async function coldTimes(knex: Knex, read: Read): Promise<number[]> {
  const times: number[] = [];
  for (let round = 0; round < COLD_ROUNDS; round++) {
    await knex.raw("update parcel set area_m2 = area_m2 where id = ?", [round + 1]);
    times.push(await timed(() => read("/shares?year=2025")));
  }
  return times;
}

async function knownParcels(knex: Knex, read: Read): Promise<ReadonlyMap<string, ScenarioParcel>> {
  const codes: string[] = await knex("parcel")
    .whereLike("land_use_code", "1001%")
    .orderBy("id")
    .limit(CHANGED)
    .pluck("parcel_code");
  const known = new Map<string, ScenarioParcel>();
  for (let at = 0; at < codes.length; at += NAMED_AT_MOST) {
    const named = codes.slice(at, at + NAMED_AT_MOST).join();
    const { districts, kinds, net_m2, area_m2, output_wan, floor_m2, mean_per_mu, ...told } =
      await read<ParcelFactsColumns>(`/shares/parcels?codes=${named}`);
    for (const [i, code] of told.codes.entries())
      known.set(code, {
        ...{ code, district: districts[i]!, kind: kinds[i]!, net_m2: net_m2[i]!, area_m2: area_m2[i]! },
        ...{ output_wan: output_wan[i]!, floor_m2: floor_m2[i]!, mean_per_mu: mean_per_mu[i]! },
      });
  }
  return known;
}

/** The first round is the first time that anything of it runs. */
async function stepTimes(knex: Knex, read: Read): Promise<number[]> {
  const base = await read<ScenarioBase>("/shares/base?year=2025");
  const known = await knownParcels(knex, read);
  const parcels = [...known.keys()];
  const steps: Step[] = [
    { do: "revive", parcels, per_mu: null },
    { do: "rezone", parcels, to: "m0" },
  ];
  const times: number[] = [];
  for (let round = 0; round < ROUNDS; round++)
    times.push(await timed(() => sharesAfter(base, effectOf(steps, known), DEFAULT_SWITCHES)));
  return times;
}

async function measure({ knex }: Database, read: Read): Promise<string[][]> {
  const count = async (table: string) =>
    Number((await knex(table).count().first())?.count).toLocaleString("en");
  const of = `${await count("parcel")} parcels, ${await count("land_transfer")} transfers`;
  const codes: string[] = await knex("district").where({ group_name: EMERGING }).pluck("code");
  const warm = await warmTimes(read, questions);
  const series = await warmTimes(read, [
    "/shares/series",
    "/shares/series?m0=false",
    "/shares/series?warehouse=true",
  ]);
  const cold = await coldTimes(knex, read);
  const plans = `${await planOf(knex, LAND, codes)}; ${await planOf(knex, TRANSFERS, codes)}`;
  return [
    row("all shares of a year", of, warm, LIMIT_MS.share),
    row("all shares of all years and districts", of, series, LIMIT_MS.share),
    row("all shares, the first time after a parcel was changed", of, cold, null, plans),
    row(
      "two steps of a scenario",
      `${CHANGED.toLocaleString("en")} parcels`,
      await stepTimes(knex, read),
      LIMIT_MS.step,
    ),
  ];
}

export async function shares(): Promise<Table> {
  const cluster = await startCluster("shares-million", fill);
  const { server, address } = await startServer({ DATABASE_URL: cluster.url(DATABASE) });
  try {
    const rows = await withDatabase(cluster.url(DATABASE), (database) => measure(database, reading(address)));
    return {
      title: "Shares of a city of a million parcels",
      columns: ["what", "of", "middle", "slowest", "limit", "ratio", "plans of reading"],
      rows,
    };
  } finally {
    server.kill("SIGTERM");
    await once(server, "exit");
    await cluster.stop();
  }
}
