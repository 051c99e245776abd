import { afterAll, beforeAll, expect, test } from "vitest";
import { Problem } from "../../domain/api/problem.ts";
import { type RunningApp, startApp } from "../setup/app.ts";
import { freshDatabase, sharedDatabase } from "../setup/database.ts";
import { captureLog } from "../setup/log.ts";

let app: RunningApp;

beforeAll(async () => {
  app = await startApp(await sharedDatabase(), {
    MUTU_BASEMAP: "https://t{s}.tianditu.example/{z}/{x}/{y}?tk=key",
  });
});
afterAll(() => app.stop());

const ask = (path: string, init?: RequestInit) => fetch(app.url + path, init);

async function problemOf(response: Response) {
  expect(response.headers.get("Content-Type")).toMatch(/^application\/problem\+json/);
  const problem = Problem.parse(await response.json());
  expect(problem.status).toBe(response.status);
  return problem;
}

test("the server is alive and ready, and tells what it does", async () => {
  expect(await (await ask("/healthz")).json()).toEqual({ status: "alive" });
  expect(await (await ask("/readyz")).json()).toEqual({ status: "ready" });
  const metrics = await (await ask("/metrics")).text();
  expect(metrics).toContain('mutu_requests_total{method="GET",route="/readyz",status="200"} 1');
  expect(metrics).toMatch(/mutu_pool_connections\{state="used"\} \d/);
  await ask("/ogc/collections/nothing/items");
  const after = await (await ask("/metrics")).text();
  expect(after).toContain('route="/ogc/collections/:layer/items",status="404"');
  for (const line of metrics.trim().split("\n"))
    expect(line).toMatch(/^(# TYPE \w+ \w+|\w+(\{[^}]*\})? [\d.e+-]+)$/);
});

test("what is nowhere is a problem that says so", async () => {
  const problem = await problemOf(await ask("/nowhere", { headers: { Accept: "text/html" } }));
  expect(problem).toMatchObject({ status: 404, type: "urn:mutu:problem:not-found", instance: "/nowhere" });
});

test("other methods are told what is possible", async () => {
  for (const path of ["/healthz", "/ogc", "/ogc/collections/parcels/items", "/api/map"]) {
    const response = await ask(path, { method: "DELETE" });
    expect(response.headers.get("Allow")).toBe("GET, HEAD, OPTIONS");
    expect((await problemOf(response)).status).toBe(405);
  }
});

test("OPTIONS names the methods, and answers a preflight for published data only", async () => {
  const preflight = {
    method: "OPTIONS",
    headers: { Origin: "https://elsewhere.example", "Access-Control-Request-Method": "GET" },
  };
  const open = await ask("/ogc/collections", preflight);
  expect(open.status).toBe(204);
  expect(open.headers.get("Access-Control-Allow-Origin")).toBe("*");
  expect(open.headers.get("Access-Control-Allow-Methods")).toContain("GET");
  const ours = await ask("/api/map", preflight);
  expect(ours.status).toBe(204);
  expect(ours.headers.get("Allow")).toBe("GET, HEAD, OPTIONS");
  expect(ours.headers.get("Access-Control-Allow-Origin")).toBeNull();
});

test("HEAD is GET without a body", async () => {
  for (const path of ["/ogc", "/ogc/collections/districts/items", "/api/layout"]) {
    const head = await ask(path, { method: "HEAD" });
    expect(head.status).toBe(200);
    expect(await head.text()).toBe("");
    expect(head.headers.get("Content-Type")).toBe((await ask(path)).headers.get("Content-Type"));
  }
});

test("pages may load from here and from the configured base map, and from nowhere else", async () => {
  const policy = (await ask("/")).headers.get("Content-Security-Policy") ?? "";
  expect(policy).toContain("default-src 'self'");
  expect(policy).toContain("connect-src 'self' https://*.tianditu.example");
  expect(policy).toContain("worker-src 'self' blob:");
  expect(policy).not.toContain("unsafe");
  expect(policy).not.toContain("upgrade-insecure-requests");
  const ofData = (await ask("/api/map")).headers.get("Content-Security-Policy") ?? "";
  expect(ofData).toContain("connect-src 'self';");
});

test("a request keeps a sound id it brings, and gets one otherwise", async () => {
  const given = await ask("/healthz", { headers: { "X-Request-Id": "trace-1" } });
  expect(given.headers.get("X-Request-Id")).toBe("trace-1");
  const unsound = await ask("/healthz", { headers: { "X-Request-Id": "a b<c>" } });
  expect(unsound.headers.get("X-Request-Id")).toMatch(/^[\da-f-]{36}$/);
});

test("an address that is too long or badly encoded is refused", async () => {
  expect((await problemOf(await ask(`/ogc?${"x".repeat(8_001)}`))).status).toBe(414);
  expect((await problemOf(await ask("/api/districts/%E0%A4%A"))).status).toBe(400);
  expect((await problemOf(await ask("/api/search?q=%00"))).status).toBe(400);
});

test("unknown, repeated and missing parameters are named", async () => {
  const unknown = await problemOf(await ask("/api/search?q=a&page=2"));
  expect(unknown.type).toBe("urn:mutu:problem:unknown-parameter");
  expect(unknown.detail).toBe("page: not a parameter of this resource, which knows q, limit.");
  expect((await problemOf(await ask("/api/map?x=1"))).detail).toBe("x: this resource takes no parameters.");
  expect((await problemOf(await ask("/api/search?q=a&q=b"))).detail).toContain("more than once");
  expect((await problemOf(await ask("/api/search"))).errors?.[0]?.field).toBe("q");
});

test("a failure of ours is told without its details, which are in the log under the request's id", async () => {
  const database = await freshDatabase("tables");
  const { log, failures } = captureLog();
  const broken = await startApp(database, {}, log);
  await database.knex.schema.dropTable("land_transfer");
  const response = await fetch(`${broken.url}/ogc/collections/land-transfers/items`, {
    headers: { "X-Request-Id": "trace-2" },
  });
  expect(await problemOf(response)).toMatchObject({ status: 500, type: "urn:mutu:problem:internal" });
  expect(response.headers.get("ETag")).toBeNull();
  expect(failures()).toEqual([
    expect.objectContaining({
      id: "trace-2",
      err: expect.objectContaining({
        message: expect.stringContaining('"land_transfer" does not exist'),
        stack: expect.stringContaining("    at "),
      }),
    }),
  ]);
  await broken.stop();
  await database.close();
});

test("a condition doesn't hide that something is missing", async () => {
  const response = await ask("/ogc/collections/parcels/items/none", { headers: { "If-None-Match": "*" } });
  expect((await problemOf(response)).status).toBe(404);
  expect(response.headers.get("ETag")).toBeNull();
});

test("answers are compressed where that pays", async () => {
  const large = await ask("/ogc/api", { headers: { "Accept-Encoding": "gzip" } });
  expect(large.headers.get("Content-Encoding")).toBe("gzip");
  expect(
    (await ask("/healthz", { headers: { "Accept-Encoding": "gzip" } })).headers.get("Content-Encoding"),
  ).toBeNull();
});

test("links carry the address a proxy names only where the proxy is trusted", async () => {
  const headers = { "X-Forwarded-Proto": "https", "X-Forwarded-Host": "map.example" };
  const landingOf = async (url: string) =>
    ((await (await fetch(`${url}/ogc`, { headers })).json()) as { links: { href: string }[] }).links[0]?.href;
  expect(await landingOf(app.url)).toBe(`${app.url}/ogc`);
  const behindProxy = await startApp(await sharedDatabase(), { MUTU_TRUST_PROXY: "on" });
  expect(await landingOf(behindProxy.url)).toBe("https://map.example/ogc");
  await behindProxy.stop();
});
