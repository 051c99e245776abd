import type { Knex } from "knex";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { readConfig } from "../../../server/config.ts";
import { type Database, openDatabase } from "../../../server/db/connect.ts";
import { followRevisions, type Revisions } from "../../../server/db/revisions.ts";
import { databaseKind, freshPlace, type Place } from "../../setup/place.ts";

let place: Place;
let database: Database;
let revisions: Revisions;

beforeEach(async () => {
  place = await freshPlace("tables");
  database = await openDatabase(readConfig(place.environment));
  revisions = await followRevisions(database);
});

afterEach(async () => {
  await revisions.close();
  await database.close();
  await place.remove();
});

const addDistrict = (knex: Knex) =>
  knex.raw(`
    insert into district (code, name, name_en, group_name, outline_source, geom)
    values ('510112', '龙泉驿区', 'Longquanyi', '新兴七区', 'test', ST_Multi(ST_MakeEnvelope(104, 30, 104.1, 30.1, 4326)))`);

test("a layer that nothing was written to is at 0", () => {
  expect(revisions.of("districts")).toBe(0);
});

test("a write of this process raises every layer that shows it", async () => {
  const heard: string[] = [];
  revisions.onChange((layer, revision) => heard.push(`${layer} ${revision}`));
  await addDistrict(database.knex);
  await vi.waitFor(() => expect(heard).toContain(`districts ${revisions.of("districts")}`));
  expect(revisions.of("districts")).toBeGreaterThan(0);
  expect(revisions.of("parcels")).toBeGreaterThan(0);
});

test("a revision rises with every write, and is never behind the clock", async () => {
  const before = Math.floor(Date.now() / 1000) - 1;
  await addDistrict(database.knex);
  await vi.waitFor(() => expect(revisions.of("districts")).toBeGreaterThan(before));
  const first = revisions.of("districts");
  await database.knex("district").update({ name_en: "Renamed" });
  await vi.waitFor(() => expect(revisions.of("districts")).toBeGreaterThan(first));
  await database.knex("layer_revision").update({ revision: 1 });
  await database.knex("district").update({ name_en: "Restored" });
  expect(await database.knex("layer_revision").where({ layer: "districts" }).pluck("revision")).toEqual([
    expect.toSatisfy((revision: number) => revision > before),
  ]);
});

test("what was rolled back is not heard of", async () => {
  const undone = database.knex.transaction(async (trx) => {
    await addDistrict(trx);
    throw new Error("changed my mind");
  });
  await expect(undone).rejects.toThrow("changed my mind");
  await addDistrict(database.knex);
  await vi.waitFor(() => expect(revisions.of("districts")).toBeGreaterThan(0));
});

test.runIf(databaseKind === "embedded")(
  "on the embedded database a write is known when it returns",
  async () => {
    await addDistrict(database.knex);
    expect(revisions.of("districts")).toBeGreaterThan(0);
  },
);

test.runIf(databaseKind === "postgres")("a write of another process is heard of", async () => {
  const other = await openDatabase(readConfig(place.environment));
  await addDistrict(other.knex);
  await other.close();
  await vi.waitFor(() => expect(revisions.of("districts")).toBeGreaterThan(0));
});

test.runIf(databaseKind === "postgres")(
  "what was missed while the connection was broken is made up for",
  async () => {
    // A trigger that cuts the listener off in the same breath as the write, so that the notice cannot reach it.
    await database.knex.transaction(async (trx) => {
      await trx.raw(`
      select pg_terminate_backend(pid) from pg_stat_activity
       where datname = current_database() and pid <> pg_backend_pid() and query like 'listen%'`);
      await addDistrict(trx);
    });
    expect(revisions.of("districts")).toBe(0);
    await vi.waitFor(() => expect(revisions.of("districts")).toBeGreaterThan(0), 5000);
  },
);
