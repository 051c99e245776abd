import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type AccountDesk, openAccountDesk } from "../setup/account-desk.ts";
import { type Route, routesOf } from "../setup/routes.ts";
import type { Writer } from "../setup/writer.ts";

/** Every route that writes. */

let desk: AccountDesk;
let viewer: Writer;
let routes: Route[];

const READING = ["GET", "HEAD", "OPTIONS"];

/** Of something that is not there: who may not write does not even learn that. */
const addressOf = ({ path }: Route) =>
  path.replace("/jobs/:id", "/jobs/00000000-0000-4000-8000-000000000000").replace(/:\w+/g, "999999");

/** What needs no right at all. */
const SIGN_IN = "POST /api/session";
/** What everybody does with their own sessions and tokens. */
const OWN = [
  "DELETE /api/session",
  "POST /api/session/password",
  "POST /api/tokens",
  "DELETE /api/tokens/:id",
];

const named = ({ method, path }: Route) => `${method} ${path}`;

beforeAll(async () => {
  desk = await openAccountDesk();
  viewer = await desk.person({ name: "viewer", role: "viewer" });
  routes = routesOf(desk.app.app).filter(({ method }) => !READING.includes(method));
});
afterAll(() => desk.close());

const attempt = (route: Route, headers: Record<string, string>) =>
  desk.send(route.method, addressOf(route), {}, headers);

describe("every route that writes", () => {
  test("is found", () => {
    const names = routes.map(named);
    expect(names.length).toBeGreaterThan(12);
    for (const name of [SIGN_IN, ...OWN, "POST /api/ratings/runs", "PATCH /api/accounts/:id"])
      expect(names).toContain(name);
    expect(names.every((name) => name.includes(" /api/"))).toBe(true);
  });

  test("answers 401 to whoever is not signed in, and says how", async () => {
    for (const route of routes.filter((route) => named(route) !== SIGN_IN)) {
      const { status, headers, body } = await attempt(route, desk.page());
      expect(status, named(route)).toBe(401);
      expect(headers.get("www-authenticate")).toContain("Bearer");
      expect(headers.get("content-type")).toContain("application/problem+json");
      expect(body.zh).toBeTruthy();
    }
  });

  test("answers 403 to a viewer", async () => {
    for (const route of routes.filter((route) => ![SIGN_IN, ...OWN].includes(named(route)))) {
      for (const headers of [desk.page(viewer.cookie), viewer.token]) {
        const { status, body } = await attempt(route, headers);
        expect(status, named(route)).toBe(403);
        expect(body).toMatchObject({ type: "urn:mutu:problem:not-allowed", zh: expect.any(String) });
      }
    }
  });

  test("answers 403 to a page of elsewhere, whoever is signed in", async () => {
    const root = await desk.person({ name: "root" });
    for (const route of routes) {
      const headers = { ...desk.page(root.cookie), Origin: "https://example.com" };
      const { status, body } = await attempt(route, headers);
      expect(status, named(route)).toBe(403);
      expect(body.type).toBe("urn:mutu:problem:foreign-page");
    }
  });

  test("leaves a viewer their own sessions and tokens", async () => {
    for (const name of OWN.filter((name) => name !== "DELETE /api/session")) {
      const route = routes.find((found) => named(found) === name);
      if (!route) throw new Error(name);
      const { status } = await attempt(route, desk.page(viewer.cookie));
      expect([401, 403], name).not.toContain(status);
    }
  });

  test("writes nothing where it refuses", async () => {
    expect(await desk.knex("audit").where({ account_id: viewer.id })).toEqual([]);
  });
});
