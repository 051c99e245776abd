import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { MadeToken, TokenList } from "../../domain/api/accounts.ts";
import { type AccountDesk, openAccountDesk } from "../setup/account-desk.ts";
import { startApp } from "../setup/app.ts";
import type { Writer } from "../setup/writer.ts";

let desk: AccountDesk;
let planner: Writer;
let people = 0;
beforeAll(async () => {
  desk = await openAccountDesk();
});
beforeEach(async () => {
  planner = await desk.person({ name: `planner${++people}`, role: "planner" });
});
afterAll(() => desk.close());

const make = (body: unknown, by = planner) => desk.send("POST", "/api/tokens", body, desk.page(by.cookie));
const bearer = (token: string) => ({ Authorization: `Bearer ${token}` });

async function made(body: unknown): Promise<MadeToken> {
  const answer = await make(body);
  expect(answer.status).toBe(201);
  return MadeToken.parse(answer.body);
}

/** What is answered to an order that can't be carried out, by whoever may give it. */
const HEARD = 422;
const order = (headers: Record<string, string>) =>
  desk.send("POST", "/api/ratings/runs", { year: 2010, scheme: "sichuan-2020" }, headers);

describe("a token", () => {
  test("is shown once and kept as a hash", async () => {
    const { token, ...rest } = await made({ name: "nightly", scopes: ["drafts"] });
    expect(token).toMatch(/^mutu_[\w-]{43}$/);
    const { body } = await desk.send("GET", "/api/tokens", undefined, desk.page(planner.cookie));
    expect(TokenList.parse(body).tokens[0]).toEqual(rest);
    expect(JSON.stringify([await desk.knex("token"), await desk.knex("audit")])).not.toContain(
      token.slice(5),
    );
  });

  test("writes what its scopes and its account may, and says when it was last used", async () => {
    const { token, id } = await made({ name: "drafts", scopes: ["drafts"] });
    expect((await order(bearer(token))).status).toBe(HEARD);
    const refused = await desk.send("POST", "/api/ratings/schemes", {}, bearer(token));
    expect(refused.status).toBe(403);
    expect(refused.headers.get("www-authenticate")).toContain('scope="schemes"');
    await expect
      .poll(async () => (await desk.knex("token").where({ id }).first()).last_used_at)
      .not.toBeNull();
    await desk.knex("account").where({ id: planner.id }).update({ role: "viewer" });
    const other = await startApp(desk.database);
    const after = await fetch(`${other.url}/api/ratings/runs`, { method: "POST", headers: bearer(token) });
    expect(after.status).toBe(403);
    await other.stop();
  });

  test("without scopes only reads", async () => {
    const { token } = await made({ name: "reader" });
    expect((await desk.send("GET", "/api/tokens", undefined, bearer(token))).status).toBe(200);
    expect((await order(bearer(token))).status).toBe(403);
  });

  test("can't be given more than its account may", async () => {
    expect(await make({ name: "more", scopes: ["drafts", "publication"] })).toMatchObject({
      status: 422,
      body: { errors: [{ field: "scopes" }] },
    });
  });

  test("is revoked by its owner and nobody else", async () => {
    const { token, id } = await made({ name: "gone", scopes: ["drafts"] });
    const other = await desk.person({ name: `other${people}` });
    const revoke = (by: Writer) => desk.send("DELETE", `/api/tokens/${id}`, undefined, desk.page(by.cookie));
    expect((await revoke(other)).status).toBe(404);
    expect((await order(bearer(token))).status).toBe(HEARD);
    expect((await revoke(planner)).status).toBe(204);
    const answer = await order(bearer(token));
    expect(answer.status).toBe(401);
    expect(answer.headers.get("www-authenticate")).toContain("invalid_token");
    expect((await revoke(planner)).status).toBe(404);
  });

  test("ends on its day", async () => {
    const { token, id, expiresAt } = await made({ name: "short", scopes: ["drafts"], days: 1 });
    expect(new Date(expiresAt ?? 0).getTime() - Date.now()).toBeGreaterThan(23 * 3_600_000);
    await desk.knex("token").where({ id }).update({ expires_at: desk.knex.fn.now() });
    expect((await order(bearer(token))).status).toBe(401);
    expect((await made({ name: "endless", days: null })).expiresAt).toBeNull();
  });

  test("that is none is refused, also for reading and also beside a good cookie", async () => {
    const get = async (headers: Record<string, string>) =>
      (await desk.send("GET", "/api/tokens", undefined, { ...desk.page(planner.cookie), ...headers })).status;
    for (const token of ["mutu_x", "x", ""]) expect(await get(bearer(token))).toBe(401);
    expect((await desk.send("GET", "/api/map", undefined, bearer("mutu_x"))).status).toBe(401);
    // Meant for a proxy in front of us.
    expect(await get({ Authorization: "Basic eDp5" })).toBe(200);
  });

  test("makes no tokens, changes no password and manages no accounts, whatever its scopes", async () => {
    const { token } = await desk.person({ name: `root${people}` });
    const tries: [string, string, unknown][] = [
      ["POST", "/api/tokens", { name: "child" }],
      ["DELETE", "/api/tokens/1", undefined],
      ["POST", "/api/session/password", { current: "x", next: "0123456789" }],
      ["DELETE", "/api/session", undefined],
      ["POST", "/api/accounts", { name: "child", displayName: "x", role: "administrator" }],
      ["PATCH", `/api/accounts/${planner.id}`, { role: "administrator" }],
    ];
    for (const [method, path, body] of tries)
      expect((await desk.send(method, path, body, token)).status, `${method} ${path}`).toBe(403);
  });
});
