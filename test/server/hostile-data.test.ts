import { once } from "node:events";
import { Agent } from "node:http";
import { connect } from "node:net";
import { text } from "node:stream/consumers";
import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type RunningApp, startApp } from "../setup/app.ts";
import { sharedDatabase } from "../setup/database.ts";
import { hostileRequest, operationsOf } from "../setup/hostile.ts";
import { faultOf, send } from "../setup/hostile-answers.ts";
import { star } from "../setup/hostile-filters.ts";
import { databaseKind } from "../setup/place.ts";
import { removeFolder, temporaryFolder } from "../setup/prepared.ts";

/** The open data under requests that nobody means well: each is answered by what is declared, or refused as a problem. */

let app: RunningApp;
let folder: string;
const agent = new Agent({ keepAlive: true });

beforeAll(async () => {
  folder = await temporaryFolder();
  app = await startApp(await sharedDatabase(), { MUTU_DATA: folder });
});
afterAll(async () => {
  agent.destroy();
  await app.stop();
  await removeFolder(folder);
});

/** The same requests each time; a failure names its seed, and the smallest request that fails. */
const SEED = 20_260_630;
const REQUESTS = databaseKind === "postgres" ? 1_000 : 200;

test("no request of a thousand makes the server fail, or say what it doesn't declare", async () => {
  const operations = operationsOf(await (await fetch(`${app.url}/ogc/api?f=json`)).json());
  await fc.assert(
    fc.asyncProperty(hostileRequest(operations), async (hostile) => {
      expect(faultOf(hostile, await send(app.url, hostile, agent))).toBeUndefined();
    }),
    { numRuns: REQUESTS, seed: SEED },
  );
});

test.each([
  ["a star", `s_intersects(geom, polygon((${star(99)})))`],
  ["a star of lines", `s_crosses(geom, linestring(${star(99)}))`],
  ["to and fro", `s_touches(geom, linestring(${"103 30,105 31,".repeat(200)}103 30))`],
  ["many points laid over each parcel", `s_touches(geom, multipoint(${star(300)}))`],
  [
    "few points often",
    Array(45)
      .fill(`s_crosses(geom, linestring(${star(5)}))`)
      .join(" or "),
  ],
])("what would keep the database busy is refused before it is asked: %s", async (_, filter) => {
  const address = `/collections/parcels/items?filter=${encodeURIComponent(filter)}`;
  const { status, text } = await send(app.url, { method: "GET", address, headers: {} });
  expect([status, JSON.parse(text).errors?.[0]?.field], text.slice(0, 300)).toEqual([400, "filter"]);
});

const HOST = "Host: a\r\n";

test.each([
  ["no HTTP", "hello\r\n\r\n", 400],
  ["a method that is none", `FETCH /ogc HTTP/1.1\r\n${HOST}\r\n`, 400],
  ["no host", "GET /ogc HTTP/1.1\r\n\r\n", 400],
  ["another version", `GET /ogc HTTP/9.9\r\n${HOST}\r\n`, 400],
  ["a header with a line break in it", `GET /ogc HTTP/1.1\r\n${HOST}X: a\r\r\nb\r\n\r\n`, 400],
  ["two lengths", `GET /ogc HTTP/1.1\r\n${HOST}Content-Length: 1\r\nContent-Length: 2\r\n\r\n`, 400],
  ["a giant header", `GET /ogc HTTP/1.1\r\n${HOST}X: ${"x".repeat(20_000)}\r\n\r\n`, 431],
  ["many headers", `GET /ogc HTTP/1.1\r\n${HOST}${"Name: value\r\n".repeat(3_000)}\r\n`, 431],
  ["another server's place", `CONNECT elsewhere:443 HTTP/1.1\r\n${HOST}\r\n`, 405],
  ["an expectation", `GET /ogc HTTP/1.0\r\nExpect: more\r\n\r\n`, 200],
])("what is no request is told as a problem: %s", async (_, sent, expected) => {
  const { hostname, port } = new URL(app.url);
  const socket = connect(Number(port), hostname);
  await once(socket, "connect");
  socket.write(sent);
  const [head, body] = (await text(socket)).split("\r\n\r\n");
  expect(head).toMatch(new RegExp(`^HTTP/1.1 ${expected} `));
  if (expected === 200) return;
  expect(head).toContain("Content-Type: application/problem+json");
  expect(JSON.parse(body!)).toMatchObject({ status: expected, detail: expect.any(String) });
});
