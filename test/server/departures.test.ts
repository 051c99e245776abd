import { once } from "node:events";
import { get, IncomingMessage, ServerResponse } from "node:http";
import { Socket } from "node:net";
import { setTimeout as pause } from "node:timers/promises";
import type { Response } from "express";
import type { Knex } from "knex";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Database } from "../../server/db/connect.ts";
import { gone } from "../../server/http/gone.ts";
import { type RunningApp, startApp } from "../setup/app.ts";
import { freshDatabase, sharedDatabase } from "../setup/database.ts";
import { captureLog } from "../setup/log.ts";
import { databaseKind } from "../setup/place.ts";

/** Clients that leave before they have their answer. */

let database: Database;
let app: RunningApp;
const { log, lines, failures } = captureLog();

beforeAll(async () => {
  database = await freshDatabase("tables");
  app = await startApp(database, {}, log);
});
afterAll(async () => {
  await app.stop();
  await database.close();
});

async function until(condition: () => Promise<boolean> | boolean) {
  for (let i = 0; i < 100; i++) {
    if (await condition()) return;
    await pause(50);
  }
  throw new Error("It did not come to that within five seconds");
}

/** Makes every query that reads places wait until the transaction ends; on the embedded database, any query at all. */
async function hold(work: () => Promise<void>) {
  await database.knex.transaction(async (trx: Knex.Transaction) => {
    await trx.raw("lock table district, parcel, parcel_far, policy_document in access exclusive mode");
    await work();
  });
}

/** How many queries of ours wait for the lock. */
async function held(): Promise<number> {
  const { rows } = await database.knex.raw<{ rows: { count: number }[] }>(
    `select count(*)::integer as count from pg_stat_activity
      where datname = current_database() and wait_event_type = 'Lock'`,
  );
  return rows[0]!.count;
}

const PATHS = [
  "/api/search?q=510114",
  "/api/layout",
  "/api/districts/510114",
  "/api/parks/none",
  "/api/parcels/none",
  "/api/enterprises/none",
  "/api/sources/none.txt",
  "/ogc/collections/parcels/items",
  "/ogc/collections/parcels/items/none",
  "/ogc/collections/parcels/tiles/WebMercatorQuad/10/420/808",
];

test.runIf(databaseKind === "postgres").each(PATHS)(
  "an abandoned request's queries end: %s",
  async (path) => {
    await hold(async () => {
      const client = new AbortController();
      const asked = fetch(app.url + path, { signal: client.signal }).catch((error: Error) => error.name);
      await until(async () => (await held()) > 0);
      client.abort();
      expect(await asked).toBe("AbortError");
      await until(async () => (await held()) === 0);
    });
  },
);

const FILE = "/ogc/collections/parcels/items?f=csv";

test.runIf(databaseKind === "postgres")(
  "a file that nobody waits for any more is given up, and one that fails ends with its connection broken",
  async () => {
    // What is known of the layer as a whole is read once.
    await fetch(`${app.url}/ogc/collections/parcels`);
    await hold(async () => {
      const client = new AbortController();
      const asked = await fetch(app.url + FILE, { signal: client.signal });
      await until(async () => (await held()) > 0);
      client.abort();
      await expect(asked.text()).rejects.toThrow();
      await until(async () => (await held()) === 0);

      const broken = await fetch(`${app.url}${FILE}&bom=true`);
      expect(broken.status).toBe(200);
      await until(async () => (await held()) > 0);
      await database.knex.raw(
        "select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'",
      );
      await expect(broken.text()).rejects.toThrow();
    });
    expect(failures()).toHaveLength(1);
    lines.length = 0;
  },
);

test("a client that left is neither a failure nor an error of the log", async () => {
  const path = "/api/sources/left-early.txt";
  const linesOf = () => lines.filter(({ url }) => url === path);
  await hold(async () => {
    const client = new AbortController();
    const asked = fetch(app.url + path, { signal: client.signal }).catch((error: Error) => error.name);
    if (databaseKind === "postgres") await until(async () => (await held()) > 0);
    else await pause(100);
    client.abort();
    expect(await asked).toBe("AbortError");
    await until(() => linesOf().length > 0);
  });
  // What was waited for has come by now, and with it whatever the handler makes of it.
  await fetch(`${app.url}/api/sources/next.txt`);
  expect(linesOf().map(({ msg }) => msg)).toEqual(["client gone"]);
  expect(failures()).toEqual([]);
  expect(await (await fetch(`${app.url}/metrics`)).text()).toMatch(
    /mutu_requests_total\{method="GET",route="\/api\/sources\/:file",status="499"\} \d/,
  );
});

test("a departure that came before anyone listened is noticed too", () => {
  const response = new ServerResponse(new IncomingMessage(new Socket()));
  response.destroy();
  expect(gone(response as Response).aborted).toBe(true);
});

test("who leaves in the middle of a long answer ends it without a word", async () => {
  const captured = captureLog();
  const city = await startApp(await sharedDatabase(), {}, captured.log);
  const sent = get(`${city.url}/ogc/collections/parcels/items?limit=10000`);
  const [response] = await once(sent, "response");
  await once(response, "data");
  sent.destroy();
  await until(() => captured.lines.length > 0);
  await (await fetch(`${city.url}/ogc/collections/parcels/items?limit=1`)).text();
  await city.stop();
  expect(captured.lines.map(({ msg }) => msg)).toEqual(["client gone", "answered"]);
  expect(captured.failures()).toEqual([]);
});
