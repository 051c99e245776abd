import { beforeAll, expect, test } from "vitest";
import type { Database } from "../../../server/db/connect.ts";
import { sharedDatabase } from "../../setup/database.ts";

let database: Database;

beforeAll(async () => {
  database = await sharedDatabase();
});

test("counts and sums are numbers, civil dates are text", async () => {
  const { rows } = await database.knex.raw(`
    select count(*) as count, 12.5::numeric as sum, date '2025-12-31' as day, 7::bigint as big,
           array[1, null]::bigint[] as counts, array[1.5]::numeric[] as sums, array[date '2024-02-29'] as days`);
  expect(rows).toEqual([
    { count: 1, sum: 12.5, day: "2025-12-31", big: 7, counts: [1, null], sums: [1.5], days: ["2024-02-29"] },
  ]);
});

test("an instant stays an instant", async () => {
  const { rows } = await database.knex.raw("select timestamptz '2025-12-31 23:30:00+08' as at");
  expect(rows[0].at).toEqual(new Date("2025-12-31T15:30:00Z"));
});

test("today is Chengdu's", async () => {
  const { rows } = await database.knex.raw("select (timestamptz '2025-12-31 16:30:00+00')::date as day");
  expect(rows[0].day).toBe("2026-01-01");
});

test("a large statement, and a large answer, arrive whole", async () => {
  const text = "亩".repeat(3_000_000);
  const { rows } = await database.knex.raw("select ?::text as text, length(?::text) as length", [text, text]);
  expect(rows[0].length).toBe(3_000_000);
  expect(rows[0].text === text).toBe(true);
});

test("an error of SQL leaves the connection in order", async () => {
  await expect(database.knex.raw("select 1 / ?::integer", [0])).rejects.toMatchObject({ code: "22012" });
  const undone = database.knex.transaction(async (trx) => {
    await trx.raw("select nonsense");
  });
  await expect(undone).rejects.toMatchObject({ code: "42703" });
  expect((await database.knex.raw("select 1 as one")).rows).toEqual([{ one: 1 }]);
});
