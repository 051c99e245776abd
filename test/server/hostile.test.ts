import { request } from "node:http";
import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type RunningApp, startApp } from "../setup/app.ts";
import { sharedDatabase } from "../setup/database.ts";

let app: RunningApp;

beforeAll(async () => {
  app = await startApp(await sharedDatabase());
});
afterAll(() => app.stop());

/** Sent as it is: fetch would tidy the address first. */
function statusOf(path: string, headers: Record<string, string> = {}): Promise<number> {
  return new Promise((resolve, reject) => {
    const { hostname, port } = new URL(app.url);
    const sent = request({ hostname, port, path, headers, agent: false }, (response) => {
      response.resume().on("end", () => resolve(response.statusCode ?? 0));
    });
    sent.on("error", reject).end();
  });
}

const PATHS = [
  "/ogc/collections/{}",
  "/api/districts/{}",
  "/api/parks/{}",
  "/api/parcels/{}",
  "/api/enterprises/{}",
  "/api/sources/{}",
  "/{}",
];
const QUERIES = ["/api/search", "/api/sources/004_a6f2ba46ca1a64b5.txt", "/api/cases", "/api/plan/targets"];
const NAMES = [
  "q",
  "limit",
  "offset",
  "f",
  "line",
  "year",
  "sort",
  "district",
  "state",
  "bbox[]",
  "__proto__",
];

const nasty = fc.oneof(
  fc.string({ unit: "grapheme", maxLength: 40 }),
  fc.double().map(String),
  fc.bigInt().map(String),
  fc.array(fc.oneof(fc.double(), fc.integer()), { maxLength: 7 }).map(String),
  fc.date({ noInvalidDate: true }).map((date) => date.toISOString()),
  fc.constantFrom(
    "'",
    "\0",
    "%",
    "../../etc/passwd",
    "1e400",
    "NaN",
    "-0",
    "null",
    "9".repeat(30),
    "2025-02-30",
    "0000-00-00",
    "../..",
    "$1",
    "?",
  ),
);
const encoded = nasty.map((text) => encodeURIComponent(text));
const raw = fc.oneof(
  encoded,
  fc.stringMatching(/^[!-~]{0,30}$/).map((text) => text.replace(/[#\s]/g, "")),
);

const path = fc
  .tuple(fc.constantFrom(...PATHS), fc.array(raw, { minLength: 3, maxLength: 3 }))
  .map(([shape, parts]) => {
    let i = 0;
    return shape.replace(/\{\}/g, () => parts[i++]!);
  });
const query = fc
  .tuple(
    fc.constantFrom(...QUERIES),
    fc.array(fc.tuple(fc.oneof(fc.constantFrom(...NAMES), raw), raw), { maxLength: 4 }),
  )
  .map(([at, pairs]) => `${at}?${pairs.map(([name, value]) => `${name}=${value}`).join("&")}`);

test("no address makes the server fail", async () => {
  await fc.assert(
    fc.asyncProperty(fc.oneof(path, query), async (address) => {
      const status = await statusOf(address);
      expect(status, address).toBeGreaterThanOrEqual(200);
      expect(status, address).toBeLessThan(500);
    }),
    { numRuns: 250 },
  );
});

test("nor does any Host, condition or id", async () => {
  const header = fc.stringMatching(/^[!-~]{0,60}$/);
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom("Host", "If-None-Match", "X-Request-Id", "Accept-Encoding", "Accept"),
      header,
      async (name, value) => {
        const status = await statusOf("/ogc/collections/districts/items?limit=1", { [name]: value });
        expect(status, `${name}: ${value}`).toBeLessThan(500);
      },
    ),
    { numRuns: 100, examples: [["Host", ".0"]] },
  );
});

test.each([
  "/api/districts/toString",
  "/api/districts/constructor",
  "/ogc/collections/land-transfers/items?datetime=0000-01-01",
  "/ogc/collections/parcels/items?supply_date=0000-01-01",
])("%s is refused like any other", async (path) => {
  const answer = await fetch(app.url + path);
  expect([400, 404]).toContain(answer.status);
  expect(answer.headers.get("Content-Type")).toMatch(/^application\/problem\+json/);
});
