import type { Knex } from "knex";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { readConfig } from "../../server/config.ts";
import { type Database, openDatabase } from "../../server/db/connect.ts";
import { gatherStatistics, lacksStatistics } from "../../server/db/statistics.ts";
import { prepare } from "../../server/preparation.ts";
import { databaseKind, freshPlace, type Place } from "../setup/place.ts";

let place: Place;
let database: Database;
let fills: number;

beforeAll(async () => {
  place = await freshPlace("tables");
  database = await openDatabase(readConfig(place.environment));
});
beforeEach(() => {
  fills = 0;
});

/** As empty as before, and nothing known of it. */
afterEach(async () => {
  await database.knex("district").delete();
  await database.knex.raw("delete from pg_statistic where starelid = 'district'::regclass");
});
afterAll(async () => {
  await database.close();
  await place.remove();
});

async function fill(trx: Knex): Promise<void> {
  fills++;
  await trx.raw(`
    insert into district (code, name, name_en, group_name, outline_source, geom)
    values ('510112', '龙泉驿区', 'Longquanyi', '新兴七区', 'test', ST_Multi(ST_MakeEnvelope(104, 30, 104.1, 30.1, 4326)))`);
}

test("an empty database is filled once, and its planner told", async () => {
  expect(await lacksStatistics(database.knex)).toBe(false);
  for (let start = 0; start < 2; start++) {
    await prepare(database, fill, () => {});
    expect(await lacksStatistics(database.knex)).toBe(false);
  }
  expect(fills).toBe(1);
});

test("a start that was cut short after its load is made good by the next one, and only by that", async () => {
  await fill(database.knex);
  expect(await lacksStatistics(database.knex)).toBe(true);
  const said: string[] = [];
  await prepare(database, fill, (line) => said.push(line));
  expect(await lacksStatistics(database.knex)).toBe(false);
  expect([fills, said.at(-1)]).toEqual([1, "The query planner knows the data"]);
  await prepare(database, fill, (line) => said.push(line));
  expect(said.at(-1)).toBe("Tables are up to date");
});

test("a table that was emptied lacks nothing", async () => {
  await fill(database.knex);
  await gatherStatistics(database.knex);
  await database.knex("district").delete();
  await gatherStatistics(database.knex);
  expect(await lacksStatistics(database.knex)).toBe(false);
});

test.runIf(databaseKind === "postgres")("of two servers that start at once, one fills", async () => {
  const other = await openDatabase(readConfig(place.environment));
  await Promise.all([database, other].map((each) => prepare(each, fill, () => {})));
  await other.close();
  expect(fills).toBe(1);
});
