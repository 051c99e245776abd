import { setTimeout as pause } from "node:timers/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { MapSetup } from "../../domain/api/map.ts";
import type { Database } from "../../server/db/connect.ts";
import { type RunningApp, startApp } from "../setup/app.ts";
import { freshDatabase } from "../setup/database.ts";

/** Answers that a client has already, and what makes them new. */

let database: Database;
let app: RunningApp;
const asked: string[] = [];

beforeAll(async () => {
  database = await freshDatabase("demonstration");
  database.knex.on("query", ({ sql }: { sql: string }) => void asked.push(sql));
  app = await startApp(database);
});
afterAll(async () => {
  await app.stop();
  await database.close();
});

const ask = (path: string, tag?: string) =>
  fetch(app.url + path, { headers: tag === undefined ? {} : { "If-None-Match": tag } });

async function tagOf(path: string): Promise<string> {
  const response = await ask(path);
  await response.arrayBuffer();
  expect(response.status, path).toBe(200);
  expect(response.headers.get("Cache-Control")).toBe("no-cache");
  return response.headers.get("ETag")!;
}

/** Revisions arrive with a notice, a moment after the change. */
async function statusAfterChange(path: string, tag: string): Promise<number> {
  for (let i = 0; i < 40; i++) {
    const { status } = await ask(path, tag);
    if (status !== 304) return status;
    await pause(50);
  }
  return 304;
}

test("whoever has an answer is told that it still holds", async () => {
  const [parcel, enterprise, park] = await Promise.all(
    ["parcels", "enterprises", "parks"].map(async (layer) => {
      const page = await (await ask(`/ogc/collections/${layer}/items?limit=1`)).json();
      return page.features[0].id as string;
    }),
  );
  for (const path of [
    "/api/map",
    "/api/layout",
    "/api/search?q=510114",
    "/api/districts/510114",
    `/api/parks/${park}`,
    `/api/parcels/${parcel}`,
    `/api/enterprises/${enterprise}`,
    "/api/sources/004_a6f2ba46ca1a64b5.txt?line=146",
  ]) {
    const again = await ask(path, await tagOf(path));
    expect(again.status, path).toBe(304);
    expect(await again.text()).toBe("");
    expect((await ask(path, 'W/"other"')).status).toBe(200);
  }
  expect((await ask("/api/parcels/none", "*")).status).toBe(404);
});

test("a map that stays open asks without a query, and hears of what changes", async () => {
  const tag = await tagOf("/api/map");
  asked.length = 0;
  expect((await ask("/api/map", tag)).status).toBe(304);
  expect(asked).toEqual([]);
  await database.knex("enterprise_year").where({ year: 2023 }).delete();
  expect(await statusAfterChange("/api/map", tag)).toBe(200);
  const { years } = (await (await ask("/api/map")).json()) as MapSetup;
  expect(years).toEqual([2021, 2022, 2024, 2025]);
});

test("a sheet is new as soon as anything it shows has changed", async () => {
  const path = "/api/districts/510114";
  const tag = await tagOf(path);
  await database.knex("district").where({ code: "510114" }).update({ name_en: "Xindu District" });
  expect((await ask(path, tag)).status).toBe(200);
});

test("another base map is another answer, though no data has changed", async () => {
  const other = await startApp(database, { MUTU_BASEMAP: "https://tiles.example/{z}/{x}/{y}" });
  const tag = await tagOf("/api/map");
  expect((await fetch(`${other.url}/api/map`, { headers: { "If-None-Match": tag } })).status).toBe(200);
  await other.stop();
});

test("the layout is told without a look at the parcels", async () => {
  asked.length = 0;
  await tagOf("/api/layout");
  expect(asked).toHaveLength(3);
  expect(asked.join()).not.toMatch(/\bparcel\b/);
});
