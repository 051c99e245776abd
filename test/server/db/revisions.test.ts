import type { Knex } from "knex";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { relation } from "../../../server/catalog/relation.ts";
import { LAYERS } from "../../../server/catalog.ts";
import { readConfig } from "../../../server/config.ts";
import { type Database, openDatabase } from "../../../server/db/connect.ts";
import { followRevisions, type Revisions } from "../../../server/db/revisions.ts";
import { DATA_TABLES, type DataTable } from "../../../server/db/tables.ts";
import { databaseKind, freshPlace, type Place } from "../../setup/place.ts";

let place: Place;
let database: Database;
let revisions: Revisions;

beforeAll(async () => {
  place = await freshPlace("tables");
  database = await openDatabase(readConfig(place.environment));
});
beforeEach(async () => {
  await database.knex("table_revision").update({ revision: 1 });
  revisions = await followRevisions(database);
});

afterEach(async () => {
  await revisions.close();
  await database.knex("district").delete();
});
afterAll(async () => {
  await database.close();
  await place.remove();
});

const addDistrict = (knex: Knex) =>
  knex.raw(`
    insert into district (code, name, name_en, group_name, outline_source, geom)
    values ('510112', '龙泉驿区', 'Longquanyi', '新兴七区', 'test', ST_Multi(ST_MakeEnvelope(104, 30, 104.1, 30.1, 4326)))`);

/** A statement that writes to the table, though not a row; on tables whose rows are only ever added too. */
async function touch(knex: Knex, table: DataTable): Promise<void> {
  const { rows } = await knex.raw<{ rows: [{ name: string }] }>(
    `select attname::text as name from pg_attribute
      where attrelid = ?::regclass and attnum > 0 and attgenerated = '' and attidentity = '' limit 1`,
    [`"${table}"`],
  );
  const { name } = rows[0];
  await knex.raw("insert into ?? (??) select ?? from ?? where false", [table, name, name, table]);
}

const of = (table: DataTable) => revisions.of({ reads: [table] });

describe("a layer", () => {
  test("names exactly the tables that its query reads", async () => {
    for (const layer of LAYERS) {
      const columns = layer.columns.map(({ sql, name }) => `${sql} as ${name}`);
      const { rows } = await database.knex.raw<{ rows: [{ "QUERY PLAN": unknown }] }>(
        `explain (format json) select ${layer.key}, ${columns.join(", ")}, ${layer.geom}, ${layer.geom3857}
           from ${relation(layer, layer.columns)}`,
      );
      const plan = JSON.stringify(rows[0]["QUERY PLAN"]);
      const tables = [...plan.matchAll(/"Relation Name":"(\w+)"/g)].map(([, table]) => table);
      expect(new Set(layer.reads), layer.id).toEqual(new Set(tables));
    }
  });

  test("has a new version after a change of a table it reads, and after no other", async () => {
    for (const table of DATA_TABLES) {
      const before = new Map(LAYERS.map((layer) => [layer, revisions.of(layer)]));
      const unchanged = of(table);
      await touch(database.knex, table);
      await vi.waitFor(() => expect(of(table), table).toBeGreaterThan(unchanged));
      for (const layer of LAYERS) {
        expect(revisions.of(layer) > before.get(layer)!, `${table} → ${layer.id}`).toBe(
          layer.reads.includes(table),
        );
      }
    }
  });
});

test("the database counts the changes of just the tables that the program knows of", async () => {
  expect((await database.knex("table_revision").pluck("table_name")).sort()).toEqual([...DATA_TABLES].sort());
});

test("a revision rises with every write, and is never behind the clock", async () => {
  const before = Math.floor(Date.now() / 1000) - 1;
  await addDistrict(database.knex);
  await vi.waitFor(() => expect(of("district")).toBeGreaterThan(before));
  const first = of("district");
  await database.knex("district").update({ name_en: "Renamed" });
  await vi.waitFor(() => expect(of("district")).toBeGreaterThan(first));
  await database.knex("table_revision").update({ revision: 1 });
  await database.knex("district").update({ name_en: "Restored" });
  const [restored] = await database
    .knex("table_revision")
    .where({ table_name: "district" })
    .pluck("revision");
  expect(restored).toBeGreaterThan(before);
});

test("a transaction raises a revision once, at its end, and leaves nothing behind", async () => {
  const stored = async (knex: Knex) =>
    (await knex("table_revision").where({ table_name: "district" }).pluck("revision"))[0];
  await database.knex("table_revision").update({ revision: 4e9 });
  await database.knex.transaction(async (trx) => {
    await addDistrict(trx);
    await trx("district").update({ name_en: "Renamed" });
    await trx("district").delete();
    expect(await stored(trx)).toBe(4e9);
  });
  expect(await stored(database.knex)).toBe(4e9 + 1);
  expect(await database.knex("table_change")).toEqual([]);
});

test("what was rolled back is not heard of", async () => {
  const before = of("district");
  const undone = database.knex.transaction(async (trx) => {
    await addDistrict(trx);
    throw new Error("changed my mind");
  });
  await expect(undone).rejects.toThrow("changed my mind");
  await touch(database.knex, "park");
  await vi.waitFor(() => expect(of("park")).toBeGreaterThan(before));
  expect(of("district")).toBe(before);
});

test.runIf(databaseKind === "embedded")(
  "on the embedded database a write is known when it returns",
  async () => {
    const before = of("district");
    await addDistrict(database.knex);
    expect(of("district")).toBeGreaterThan(before);
  },
);

describe.runIf(databaseKind === "postgres")("among several connections", () => {
  const IMPATIENT = "set local lock_timeout = '3s'";

  test("a write of another process is heard of", async () => {
    const before = of("district");
    const other = await openDatabase(readConfig(place.environment));
    await addDistrict(other.knex);
    await other.close();
    await vi.waitFor(() => expect(of("district")).toBeGreaterThan(before));
  });

  test("two that change the same tables in opposite order both commit", async () => {
    let began = 0;
    const write = (first: DataTable, second: DataTable) =>
      database.knex.transaction(async (trx) => {
        await trx.raw(IMPATIENT);
        await touch(trx, first);
        began++;
        await vi.waitFor(() => expect(began).toBe(2));
        await touch(trx, second);
      });
    await Promise.all([write("land_transfer", "parcel"), write("parcel", "land_transfer")]);
  });

  test("many at once lose no change", async () => {
    await database.knex("table_revision").update({ revision: 4e9 });
    const change = (order: DataTable[]) =>
      database.knex.transaction(async (trx) => {
        for (const table of order) await touch(trx, table);
      });
    const changes = Array.from({ length: 40 }, (_, k) =>
      change(k % 2 === 0 ? ["land_transfer", "parcel"] : ["parcel", "land_transfer"]),
    );
    await Promise.all(changes);
    const counted = database.knex("table_revision").whereIn("table_name", ["land_transfer", "parcel"]);
    expect(await counted.pluck("revision")).toEqual([4e9 + 40, 4e9 + 40]);
  });

  test("one that takes long keeps nobody else waiting", async () => {
    await database.knex.transaction(async (long) => {
      await touch(long, "parcel");
      await database.knex.transaction(async (short) => {
        await short.raw(IMPATIENT);
        await touch(short, "parcel");
      });
    });
  });

  test("what was missed while the connection was broken is made up for", async () => {
    const before = of("district");
    // The listener is cut off in the same breath as the write, so that the notice cannot reach it.
    await database.knex.transaction(async (trx) => {
      await trx.raw(`
        select pg_terminate_backend(pid) from pg_stat_activity
         where datname = current_database() and pid <> pg_backend_pid() and query like 'listen%'`);
      await addDistrict(trx);
    });
    expect(of("district")).toBe(before);
    await vi.waitFor(() => expect(of("district")).toBeGreaterThan(before), 5000);
  });
});
