import { afterAll, beforeAll, expect, test } from "vitest";
import { Layout } from "../../domain/api/layout.ts";
import { SearchResults } from "../../domain/api/search.ts";
import type { Database } from "../../server/db/connect.ts";
import { type RunningApp, startApp } from "../setup/app.ts";
import { sharedDatabase } from "../setup/database.ts";
import { databaseKind } from "../setup/place.ts";

/** Lists come in one order, whatever order of letters the database was made with. */

let database: Database;
let app: RunningApp;

beforeAll(async () => {
  database = await sharedDatabase();
  app = await startApp(database);
});
afterAll(() => app.stop());

/** As JavaScript sorts, which is by code unit: as bytes do within what our codes and names are made of. */
const sorted = (texts: readonly string[]) => [...texts].sort();

test.runIf(databaseKind === "postgres")("the cluster of the tests has an order of its own", async () => {
  const { rows } = await database.knex.raw(
    "select array(select unnest(array['中', '阿', 'B', 'a-c', 'ab']) as text order by text) as texts",
  );
  expect(rows[0].texts).toEqual(["阿", "中", "ab", "a-c", "B"]);
});

test("parks of a kind come by code", async () => {
  const { parks } = Layout.parse(await (await fetch(`${app.url}/api/layout`)).json());
  for (const level of ["development_zone", "special_park", "named_place"]) {
    const codes = parks.filter((park) => park.level === level).map(({ code }) => code);
    expect(codes.length).toBeGreaterThan(5);
    expect(codes).toEqual(sorted(codes));
  }
});

test("figures of the region come by their short names", async () => {
  const { figures } = Layout.parse(await (await fetch(`${app.url}/api/layout`)).json());
  expect(figures.map(({ id }) => id)).toEqual(sorted(figures.map(({ id }) => id)));
});

test("firms that match alike come by length of name, then by name", async () => {
  const response = await fetch(`${app.url}/api/search?q=${encodeURIComponent("有限")}&limit=20`);
  const { hits } = SearchResults.parse(await response.json());
  const firms = hits.filter(({ kind }) => kind === "enterprise").map(({ name }) => name.zh);
  expect(firms.length).toBe(20);
  for (const length of new Set(firms.map((name) => [...name].length))) {
    const alike = firms.filter((name) => [...name].length === length);
    expect(alike).toEqual(sorted(alike));
  }
});
