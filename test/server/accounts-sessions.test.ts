import type { Request } from "express";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { Session } from "../../domain/api/accounts.ts";
import { createAttempts } from "../../server/accounts/attempts.ts";
import { hashedPassword } from "../../server/accounts/passwords.ts";
import { busy, notSignedIn } from "../../server/http/problem.ts";
import { type AccountDesk, openAccountDesk } from "../setup/account-desk.ts";
import { startApp } from "../setup/app.ts";

let desk: AccountDesk;
beforeAll(async () => {
  // Each test is behind an address of its own, so that wrong passwords of one don't stop another.
  desk = await openAccountDesk({ MUTU_TRUST_PROXY: "on" });
});
afterAll(() => desk.close());

const PASSWORD = "correct horse battery";
let people = 0;
let name: string;
let address: Record<string, string>;

beforeEach(async () => {
  name = `Wang.${++people}`;
  address = { ...desk.page(), "X-Forwarded-For": `10.0.0.${people}` };
  const { id } = await desk.person({ name, role: "planner" });
  await desk.knex("session").where({ account_id: id }).delete();
  await desk
    .knex("account")
    .where({ id })
    .update({ password_hash: await hashedPassword(PASSWORD) });
});

const signIn = (password = PASSWORD, as = name, headers = address) => desk.signIn(as, password, headers);
const session = async (cookie: string) =>
  Session.parse((await desk.send("GET", "/api/session", undefined, desk.page(cookie))).body);
const account = () => desk.knex("account").where({ name }).first();

async function cookieFor(): Promise<string> {
  const cookie = desk.cookieOf(await signIn());
  if (!cookie) throw new Error("not signed in");
  return cookie;
}

describe("signing in", () => {
  test("gives a cookie that pages can't read, and says who one is", async () => {
    const { status, headers, body } = await signIn(PASSWORD, ` ${name.toUpperCase()} `);
    expect(status).toBe(201);
    expect(Session.parse(body)).toMatchObject({
      account: { name, role: "planner", district: null, rights: ["schemes", "drafts", "scenarios"] },
      provider: null,
      accounts: true,
    });
    const cookie = headers.get("set-cookie") ?? "";
    for (const part of ["HttpOnly", "SameSite=Lax", "Path=/", "Max-Age=604800"])
      expect(cookie).toContain(part);
    expect(cookie).not.toContain("Secure");
    expect((await session(desk.cookieOf({ headers }) ?? "")).account?.name).toBe(name);
  });

  test("over HTTPS gives one that is sent over HTTPS alone", async () => {
    const host = new URL(desk.app.url).host;
    const { status, headers } = await signIn(PASSWORD, name, {
      ...address,
      "X-Forwarded-Proto": "https",
      Origin: `https://${host}`,
    });
    expect(status).toBe(201);
    expect(headers.get("set-cookie")).toContain("Secure");
  });

  test("keeps neither the cookie nor the password", async () => {
    const cookie = await cookieFor();
    const stored = JSON.stringify(
      await Promise.all(["session", "account", "audit"].map((table) => desk.knex(table))),
    );
    expect(stored).not.toContain(cookie);
    expect(stored).not.toContain(PASSWORD);
    expect((await account()).password_hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    const audited = JSON.stringify(await desk.knex("audit"));
    expect(audited).not.toMatch(/argon2/);
  });

  test("is refused alike, and as slowly, whatever is wrong", async () => {
    await desk.person({ name: `${name}-out` });
    await desk
      .knex("account")
      .where({ name: `${name}-out` })
      .update({
        disabled_at: desk.knex.fn.now(),
        password_hash: await hashedPassword(PASSWORD),
      });
    const tries: [string, string][] = [
      [name, "wrong password"],
      ["nobody", PASSWORD],
      [`${name}-out`, PASSWORD],
    ];
    const answers = [];
    for (const [as, password] of tries) {
      const begun = performance.now();
      const { status, body, headers } = await signIn(password, as);
      answers.push({ status, body });
      expect(performance.now() - begun).toBeGreaterThan(395);
      expect(headers.get("www-authenticate")).toContain("Bearer");
      expect(headers.get("set-cookie")).toBeNull();
    }
    expect(answers[0]?.status).toBe(401);
    expect(answers[0]?.body.zh).toBeTruthy();
    expect(answers[1]).toEqual(answers[0]);
    expect(answers[2]).toEqual(answers[0]);
  });

  test("begins a new session each time and ends the one it came with", async () => {
    const before = await cookieFor();
    const { headers } = await signIn(PASSWORD, name, { ...address, ...desk.page(before) });
    const after = desk.cookieOf({ headers }) ?? "";
    expect(after).not.toBe(before);
    expect((await session(before)).account).toBeNull();
    expect((await session(after)).account?.name).toBe(name);
  });

  test("takes no cookie that somebody else chose", async () => {
    const chosen = "A".repeat(43);
    const { headers } = await signIn(PASSWORD, name, { ...address, ...desk.page(chosen) });
    expect(desk.cookieOf({ headers })).not.toBe(chosen);
    expect((await session(chosen)).account).toBeNull();
  });

  test.each([
    [{ Origin: "https://example.com" }],
    [{ Origin: "null" }],
    [{ Origin: "" }],
    [{ "Sec-Fetch-Site": "cross-site" }],
    [{ "Sec-Fetch-Site": "same-site" }],
    [{ "Sec-Fetch-Site": "none" }],
  ])("is possible from our own pages alone: %o", async (headers) => {
    const { Origin: _, ...rest } = address;
    const { status, body } = await signIn(PASSWORD, name, {
      ...rest,
      ...(headers as Record<string, string>),
    });
    expect(status).toBe(403);
    expect(body.type).toBe("urn:mutu:problem:foreign-page");
  });
});

describe("wrong passwords", () => {
  test("lock signing in after ten, for a quarter of an hour, and leave sessions alone", async () => {
    const open = await cookieFor();
    for (let i = 0; i < 10; i++) expect((await signIn("wrong password")).status).toBe(401);
    expect((await signIn()).status).toBe(401);
    const { locked_until } = await account();
    expect(new Date(locked_until).getTime() - Date.now()).toBeGreaterThan(14 * 60_000);
    expect((await session(open)).account?.name).toBe(name);
    await signIn("wrong password");
    expect((await account()).locked_until).toEqual(locked_until);
    await desk.knex("account").where({ name }).update({ locked_until: desk.knex.fn.now() });
    expect((await signIn()).status).toBe(201);
  });

  test("of strangers never lock out a browser that has signed in before, which has a lock of its own", async () => {
    const { headers } = await signIn();
    const given = headers.get("set-cookie") ?? "";
    expect(given).toMatch(/mutu_browser=[\w-]{43}; Max-Age=15552000; Path=\/api\/session;.*HttpOnly/);
    const known = { ...address, Cookie: /mutu_browser=[^;]*/.exec(given)?.[0] ?? "" };
    for (let i = 0; i < 10; i++) await signIn("wrong password");
    expect((await signIn()).status).toBe(401);
    expect((await signIn(PASSWORD, name, known)).status).toBe(201);
    expect((await account()).locked_until).not.toBeNull();
    for (let i = 0; i < 10; i++) await signIn("wrong password", name, known);
    const told = await signIn(PASSWORD, name, known);
    expect(told.status).toBe(429);
    expect(told.body.zh).toMatch(/账户已锁定，\d\d:\d\d 之后可以再试（还有 15 分钟）/);
    expect(Number(told.headers.get("retry-after"))).toBeGreaterThan(14 * 60);
    const strange = await signIn();
    const nobody = await signIn(PASSWORD, "nobody");
    expect([strange.status, strange.body]).toEqual([401, nobody.body]);
    expect(JSON.stringify(await account())).not.toContain(known.Cookie.slice(13));
  });

  test("count, also when they come at once", async () => {
    await Promise.all(Array.from({ length: 12 }, () => signIn("wrong password")));
    expect((await account()).locked_until).not.toBeNull();
  });

  test("in a row, that is: a right one begins anew", async () => {
    for (let i = 0; i < 9; i++) await signIn("wrong password");
    expect((await signIn()).status).toBe(201);
    expect((await account()).wrong_passwords).toBe(0);
  });

  test("from one address are too many after thirty, whomever they are for", async () => {
    const many = await Promise.all(
      Array.from({ length: 31 }, (_, i) => signIn("wrong password", `nobody${i}`)),
    );
    expect(many.map(({ status }) => status).filter((status) => status === 429)).toHaveLength(1);
    const { status, headers } = await signIn();
    expect(status).toBe(429);
    expect(Number(headers.get("retry-after"))).toBeGreaterThan(200);
    const spoofed = { ...address, "X-Forwarded-For": `1.2.3.4, ${address["X-Forwarded-For"]}` };
    expect((await signIn(PASSWORD, name, spoofed)).status).toBe(429);
    expect((await signIn(PASSWORD, name, { ...address, "X-Forwarded-For": "10.1.1.1" })).status).toBe(201);
  });
});

test("what fails on our side is no wrong password", async () => {
  const attempt = createAttempts();
  const request = { app: { get: () => false }, socket: { remoteAddress: "10.9.9.9" } } as unknown as Request;
  const failing = (error: Error) => attempt(request, () => Promise.reject(error));
  for (let i = 0; i < 40; i++)
    await expect(failing(busy("The database is away"))).rejects.toThrow("The database is away");
  for (let i = 0; i < 30; i++) await expect(failing(notSignedIn("Wrong"))).rejects.toThrow("Wrong");
  await expect(attempt(request, async () => "in")).rejects.toThrow("Too many");
});

describe("a session", () => {
  test("ends by signing out", async () => {
    const cookie = await cookieFor();
    const { status, headers } = await desk.send("DELETE", "/api/session", undefined, desk.page(cookie));
    expect(status).toBe(204);
    expect(headers.get("set-cookie")).toMatch(/^mutu_session=;.*1970/);
    expect((await session(cookie)).account).toBeNull();
    expect((await desk.send("DELETE", "/api/session", undefined, desk.page(cookie))).status).toBe(401);
  });

  test.each([
    ["twelve hours without use", { last_seen_at: "now() - interval '12 hours 1 second'" }],
    ["seven days", { created_at: "now() - interval '8 days'", expires_at: "now() - interval '1 second'" }],
  ])("ends after %s", async (_what, times) => {
    const cookie = await cookieFor();
    const { id } = await account();
    const raw = Object.entries(times).map(([column, text]) => [column, desk.knex.raw(text)]);
    await desk.knex("session").where({ account_id: id }).update(Object.fromEntries(raw));
    // Another server on the same database, which has not seen the session before.
    const other = await startApp(desk.database);
    const answer = await fetch(`${other.url}/api/session`, { headers: desk.page(cookie) });
    expect(Session.parse(await answer.json()).account).toBeNull();
    await other.stop();
  });

  test("stays as long as it is used", async () => {
    const cookie = await cookieFor();
    const { id } = await account();
    const times = { last_seen_at: desk.knex.raw("now() - interval '11 hours'") };
    await desk.knex("session").where({ account_id: id }).update(times);
    const other = await startApp(desk.database);
    await fetch(`${other.url}/api/session`, { headers: desk.page(cookie) });
    await expect
      .poll(async () => {
        const row = await desk.knex("session").where({ account_id: id }).first();
        return Date.now() - row.last_seen_at.getTime();
      })
      .toBeLessThan(60_000);
    await other.stop();
  });

  test("writes from our own pages alone", async () => {
    const cookie = await cookieFor();
    const { Origin: _, ...bare } = desk.page(cookie);
    const order = { year: 2010, scheme: "sichuan-2020" };
    const write = (headers: Record<string, string>) => desk.send("POST", "/api/ratings/runs", order, headers);
    for (const headers of [{}, { Origin: "https://example.com" }, { "Sec-Fetch-Site": "cross-site" }])
      expect((await write({ ...bare, ...headers } as Record<string, string>)).status).toBe(403);
    for (const headers of [{ Origin: desk.app.url }, { "Sec-Fetch-Site": "same-origin" }])
      expect((await write({ ...bare, ...headers } as Record<string, string>)).status).toBe(422);
  });
});

describe("a new password", () => {
  const change = (cookie: string, current: string, next: string) =>
    desk.send("POST", "/api/session/password", { current, next }, { ...address, ...desk.page(cookie) });

  test("ends every other session", async () => {
    const [here, elsewhere] = [await cookieFor(), await cookieFor()];
    expect((await change(here, PASSWORD, "another fine password")).status).toBe(204);
    expect((await session(here)).account?.name).toBe(name);
    expect((await session(elsewhere)).account).toBeNull();
    expect((await signIn()).status).toBe(401);
    expect((await signIn("another fine password")).status).toBe(201);
  });

  test("needs the one before, and ten characters", async () => {
    const cookie = await cookieFor();
    const wrong = await change(cookie, "wrong password", "another fine password");
    expect(wrong).toMatchObject({ status: 422, body: { errors: [{ field: "current" }] } });
    const short = await change(cookie, PASSWORD, "short");
    expect(short).toMatchObject({ status: 422, body: { errors: [{ field: "next" }] } });
    expect((await signIn()).status).toBe(201);
  });
});
