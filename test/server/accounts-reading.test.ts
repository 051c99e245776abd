import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type AccountDesk, openAccountDesk } from "../setup/account-desk.ts";
import { routesOf } from "../setup/routes.ts";
import type { Writer } from "../setup/writer.ts";

let desk: AccountDesk;
let viewer: Writer;
beforeAll(async () => {
  desk = await openAccountDesk({ MUTU_READ: "signed-in" });
  viewer = await desk.person({ name: "viewer", role: "viewer" });
});
afterAll(() => desk.close());

const get = (path: string, headers?: Record<string, string>) => desk.send("GET", path, undefined, headers);

const CLOSED = [
  "/api/map",
  "/api/ratings",
  "/api/tokens",
  "/api/nothing",
  "/api/sessions",
  "/ogc",
  "/ogc/collections/parcels/items?limit=1",
  "/ogc/collections/parcels/tiles/WebMercatorQuad/10/419/807",
  "/ogc/nothing",
];

describe("where reading needs an account", () => {
  test.each(CLOSED)("%s answers 401 to strangers", async (path) => {
    const { status, headers, body } = await get(path);
    expect(status).toBe(401);
    expect(headers.get("www-authenticate")).toContain("Bearer");
    expect(body.zh).toMatch(/登录/);
    expect((await desk.send("HEAD", path)).status).toBe(401);
  });

  test("every route that reads answers 401 to strangers, but what tells how to sign in and how the server is", async () => {
    const open = new Set<string>();
    const reading = routesOf(desk.app.app).filter(({ method }) => method === "GET");
    expect(reading.length).toBeGreaterThan(50);
    for (const { path } of reading) {
      const at = path.replace(/:\w+/g, "1");
      for (const address of [at, `${at}/`, at.toUpperCase()])
        if ((await get(address)).status !== 401) open.add(path);
    }
    const ours = ["/ogc/pages.css", "/healthz", "/readyz", "/metrics", "/api/session"];
    const provider = ["/api/session/oidc", "/api/session/oidc/callback"];
    expect([...open]).toEqual(expect.arrayContaining(ours));
    expect([...open].filter((path) => !ours.includes(path) && !provider.includes(path))).toEqual([]);
  });

  test.each(["/healthz", "/readyz", "/api/session"])("%s stays open", async (path) => {
    expect((await get(path)).status).toBe(200);
  });

  test("the page itself is there, to sign in on", async () => {
    expect([200, 404]).toContain((await get("/")).status);
  });

  test("a person is led to where one signs in, by a page that has its look", async () => {
    const page = await fetch(`${desk.app.url}/ogc/collections?f=html&lang=zh`);
    expect(page.status).toBe(401);
    expect(page.headers.get("www-authenticate")).toContain("Bearer");
    const text = await page.text();
    expect(text).toContain("请先登录");
    expect(text).toContain('href="/?lang=zh"');
    expect((await fetch(`${desk.app.url}/ogc/pages.css`)).status).toBe(200);
  });

  test("a browser may ask whether a page of elsewhere may send a token", async () => {
    const { status, headers } = await desk.send("OPTIONS", "/ogc/collections", undefined, {
      Origin: "https://example.com",
      "Access-Control-Request-Method": "GET",
    });
    expect(status).toBe(204);
    expect(headers.get("access-control-allow-headers")).toContain("Authorization");
  });

  test.each([
    "/api/map",
    "/ogc/collections/parcels/items?limit=1",
    "/ogc/collections/parcels/tiles/WebMercatorQuad/10/419/807",
    "/api/workshops/list?f=csv",
    "/api/workshops/list?f=xlsx",
  ])("%s answers whoever is signed in, and no cache on the way keeps it", async (path) => {
    for (const headers of [desk.page(viewer.cookie), viewer.token]) {
      const answer = await get(path, headers);
      expect(answer.status).toBeLessThan(300);
      expect(answer.headers.get("cache-control")).toMatch(/private|no-store/);
      expect(answer.headers.get("vary")).toMatch(/Cookie/);
    }
  });

  test("a tile that lasts is kept by its browser alone", async () => {
    const { body } = await get("/api/map", viewer.token);
    const rev = /parcels\/tiles[^"]*rev=([\w.-]+)/.exec(JSON.stringify(body))?.[1];
    expect(rev).toBeTruthy();
    const tile = `/ogc/collections/parcels/tiles/WebMercatorQuad/10/419/807?rev=${rev}`;
    expect((await get(tile, viewer.token)).headers.get("cache-control")).toMatch(/^private, .*immutable/);
  });
});
