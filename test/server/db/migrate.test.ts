import { afterEach, beforeEach, expect, test } from "vitest";
import { readConfig } from "../../../server/config.ts";
import { type Database, openDatabase } from "../../../server/db/connect.ts";
import { exclusively, MIGRATION_NAMES, migrate, unmigrate } from "../../../server/db/migrate.ts";
import { databaseKind, freshPlace, type Place } from "../../setup/place.ts";

let place: Place;
let database: Database;

beforeEach(async () => {
  place = await freshPlace("nothing");
  database = await openDatabase(readConfig(place.environment));
});

afterEach(async () => {
  await database.close();
  await place.remove();
});

async function ours(): Promise<string[]> {
  const { rows } = await database.knex.raw<{ rows: { name: string }[] }>(`
    select relname::text as name from pg_class c
     where relnamespace = 'public'::regnamespace and relkind in ('r', 'v', 'S') and relname not like 'knex%'
       and not exists (select from pg_depend d where d.objid = c.oid and d.deptype = 'e')
    union all
    select proname::text from pg_proc p
     where pronamespace = 'public'::regnamespace
       and not exists (select from pg_depend d where d.objid = p.oid and d.deptype = 'e')
    order by 1`);
  return rows.map(({ name }) => name);
}

test("migrations go up, down without a trace, and up again to the same", async () => {
  await migrate(database.knex);
  const first = await ours();
  expect(first).toContain("parcel");
  await unmigrate(database.knex);
  expect(await ours()).toEqual([]);
  await migrate(database.knex);
  expect(await ours()).toEqual(first);
});

test.runIf(databaseKind === "postgres")("a second run changes nothing", async () => {
  await migrate(database.knex);
  await migrate(database.knex);
  expect(await database.knex("knex_migrations").orderBy("id").pluck("name")).toEqual(MIGRATION_NAMES);
});

test.runIf(databaseKind === "postgres")(
  "a start that is cut short leaves nothing half done, and no lock",
  async () => {
    const cutShort = exclusively(database.knex, async (trx) => {
      await migrate(trx);
      throw new Error("cut short");
    });
    await expect(cutShort).rejects.toThrow("cut short");
    expect(await ours()).toEqual([]);
    await migrate(database.knex);
  },
);

test.runIf(databaseKind === "postgres")(
  "a schema that is newer than the program is refused by name",
  async () => {
    await migrate(database.knex);
    await database.knex("knex_migrations").insert({ name: "999_tomorrow", batch: 2 });
    await expect(migrate(database.knex)).rejects.toThrow(/newer Mutu: it holds 999_tomorrow/);
  },
);

test.runIf(databaseKind === "postgres")(
  "two servers that start at once do not get in each other's way",
  async () => {
    const other = await openDatabase(readConfig(place.environment));
    await Promise.all([migrate(database.knex), migrate(other.knex)]);
    await other.close();
    expect(await database.knex("knex_migrations").orderBy("id").pluck("name")).toEqual(MIGRATION_NAMES);
  },
);
