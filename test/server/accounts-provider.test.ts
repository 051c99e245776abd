import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { Session } from "../../domain/api/accounts.ts";
import { type AccountDesk, openAccountDesk } from "../setup/account-desk.ts";
import { CLIENT, type Person, startIdentityProvider } from "../setup/identity-provider.ts";

let provider: Awaited<ReturnType<typeof startIdentityProvider>>;
let desk: AccountDesk;

/** Where browsers find the server, by a proxy in front of it. */
const HOME = "https://map.example.cn/mutu/";

beforeAll(async () => {
  provider = await startIdentityProvider();
  desk = await openAccountDesk({
    MUTU_OIDC_ISSUER: provider.issuer,
    MUTU_OIDC_CLIENT_ID: CLIENT.id,
    MUTU_OIDC_CLIENT_SECRET: CLIENT.secret,
    MUTU_URL: HOME.slice(0, -1),
  });
});
afterEach(() => provider.saying({}));
afterAll(async () => {
  await desk.close();
  await provider.stop();
});

const errandOf = (headers: Headers) => /^mutu_errand=[^;]*/.exec(headers.get("set-cookie") ?? "")?.[0] ?? "";

async function leave(to = "") {
  const query = to && `?to=${encodeURIComponent(to)}`;
  const { status, headers } = await desk.send("GET", `/api/session/oidc${query}`);
  expect(status).toBe(303);
  expect(headers.get("set-cookie")).toMatch(/HttpOnly; SameSite=Lax/);
  return { address: headers.get("location") ?? "", errand: errandOf(headers) };
}

const back = ({ search }: URL, errand: string) =>
  desk.send("GET", `/api/session/oidc/callback${search}`, undefined, { Cookie: errand });

async function signIn(person: Person, to?: string) {
  const { address, errand } = await leave(to);
  return back(provider.visit(address, person), errand);
}

async function whoIs(answer: Awaited<ReturnType<typeof signIn>>) {
  const cookie = /mutu_session=([^;]+);/.exec(answer.headers.get("set-cookie") ?? "")?.[1] ?? "";
  const { body } = await desk.send("GET", "/api/session", undefined, desk.page(cookie));
  return Session.parse(body).account?.name;
}

describe("signing in with an identity provider", () => {
  test("is offered by its name", async () => {
    const { body } = await desk.send("GET", "/api/session");
    expect(Session.parse(body)).toMatchObject({ account: null, provider: "127.0.0.1" });
  });

  test("asks with PKCE, state and nonce, and names the address of the way back", async () => {
    const asked = new URL((await leave()).address);
    expect(asked.href.startsWith(`${provider.issuer}/authorize?`)).toBe(true);
    for (const name of ["state", "nonce", "code_challenge"])
      expect(asked.searchParams.get(name)?.length).toBeGreaterThan(30);
    expect(asked.searchParams.get("redirect_uri")).toBe(`${HOME}api/session/oidc/callback`);
  });

  test("binds an account by its name once, and knows it by who it is ever after", async () => {
    const { id } = await desk.person({ name: "Zhang.Wei", role: "planner" });
    const first = await signIn({ sub: "42", preferred_username: "zhang.wei" }, "?theme=slack&lang=zh");
    expect(first.status).toBe(303);
    expect(first.headers.get("location")).toBe(`${HOME}?theme=slack&lang=zh`);
    expect(await whoIs(first)).toBe("Zhang.Wei");
    expect((await desk.knex("account").where({ id }).first()).provider_subject).toBe(`${provider.issuer} 42`);
    expect(await whoIs(await signIn({ sub: "42", preferred_username: "renamed" }))).toBe("Zhang.Wei");
    expect((await signIn({ sub: "43", preferred_username: "zhang.wei" })).status).toBe(403);
  });

  test("goes by an address that the provider has verified, and by no other", async () => {
    await desk.person({ name: "li@example.cn" });
    expect((await signIn({ sub: "50", email: "li@example.cn" })).status).toBe(403);
    expect((await signIn({ sub: "50", email: "li@example.cn", email_verified: false })).status).toBe(403);
    expect(await whoIs(await signIn({ sub: "50", email: "li@example.cn", email_verified: true }))).toBe(
      "li@example.cn",
    );
  });

  test("makes no accounts, and opens none that is disabled or only stands for an officer", async () => {
    const strangers = await signIn({ sub: "60", preferred_username: "stranger" });
    expect(strangers).toMatchObject({ status: 403, body: { zh: expect.stringContaining("管理员") } });
    const { id } = await desk.person({ name: "out" });
    expect((await signIn({ sub: "61", preferred_username: "out" })).status).toBe(303);
    await desk.knex("account").where({ id }).update({ disabled_at: desk.knex.fn.now() });
    expect((await signIn({ sub: "61", preferred_username: "out" })).status).toBe(403);
    await desk
      .knex("account")
      .insert({ name: "demo", display_name: "演示", role: "viewer", synthetic: true });
    expect((await signIn({ sub: "62", preferred_username: "demo" })).status).toBe(403);
  });

  test("refuses a token that was made for another question", async () => {
    await desk.person({ name: "careful" });
    provider.saying({ nonce: "another" });
    const answer = await signIn({ sub: "70", preferred_username: "careful" });
    expect(answer.status).toBe(401);
    expect(answer.headers.get("set-cookie")).not.toContain("mutu_session");
  });

  test("refuses an answer to another's question, to none, and one that comes twice", async () => {
    await desk.person({ name: "twice" });
    const [mine, theirs] = [await leave(), await leave()];
    const person = { sub: "80", preferred_username: "twice" };
    const way = provider.visit(theirs.address, person);
    expect((await back(way, mine.errand)).status).toBe(401);
    expect((await back(way, "")).status).toBe(401);
    expect((await back(way, "mutu_errand=bm9uc2Vuc2U")).status).toBe(401);
    const right = provider.visit(mine.address, person);
    expect((await back(right, mine.errand)).status).toBe(303);
    expect((await back(right, mine.errand)).status).toBe(401);
  });

  test("tells a browser on a page what went wrong, as text", async () => {
    const { address, errand } = await leave();
    const person = { sub: "90", preferred_username: "<b>stranger</b>" };
    const { search } = provider.visit(address, person);
    const asBrowser = { Cookie: errand, Accept: "text/html,application/xhtml+xml,*/*;q=0.8" };
    const answer = await desk.send("GET", `/api/session/oidc/callback${search}`, undefined, asBrowser);
    expect(answer.status).toBe(403);
    expect(answer.headers.get("content-type")).toContain("text/html");
    expect(answer.body).toContain("&lt;b&gt;stranger");
    expect(answer.body).not.toContain("<b>");
    expect(answer.body).toContain(`href="${HOME}"`);
  });

  test.each(["https://example.com", "//example.com", "/x", "x"])(
    "comes back to our own page, not to %s",
    async (to) => {
      expect((await desk.send("GET", `/api/session/oidc?to=${encodeURIComponent(to)}`)).status).toBe(400);
    },
  );
});

test("where none is configured, there is nothing to sign in with", async () => {
  const other = await openAccountDesk();
  for (const path of ["/api/session/oidc", "/api/session/oidc/callback?code=x"])
    expect((await other.send("GET", path)).status).toBe(404);
  await other.close();
});
