import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { Account, AccountList, AuditPage, Officers } from "../../domain/api/accounts.ts";
import { type AccountDesk, openAccountDesk } from "../setup/account-desk.ts";
import type { Writer } from "../setup/writer.ts";

let desk: AccountDesk;
let root: Writer;
beforeAll(async () => {
  desk = await openAccountDesk();
  root = await desk.person({ name: "root" });
});
afterAll(() => desk.close());

const PASSWORD = "correct horse battery";
const as = (method: string, path: string, body?: unknown, who: Writer = root) =>
  desk.send(method, path, body, desk.page(who.cookie));
const add = (account: object) =>
  as("POST", "/api/accounts", { displayName: "Somebody", role: "planner", password: PASSWORD, ...account });
const change = (id: number, body: object, who?: Writer) => as("PATCH", `/api/accounts/${id}`, body, who);

async function added(account: object): Promise<Account> {
  const { status, body } = await add(account);
  expect(status, JSON.stringify(body)).toBe(201);
  return Account.parse(body);
}

const entriesAbout = async (id: number) =>
  AuditPage.parse((await as("GET", `/api/audit?subject=${encodeURIComponent(`account ${id}`)}`)).body)
    .entries;

describe("an account", () => {
  test("is made with a password that nothing shows, and signs in", async () => {
    const { id } = await added({
      name: "li.na",
      displayName: "李娜",
      role: "district_officer",
      district: "510114",
    });
    const list = AccountList.parse((await as("GET", "/api/accounts")).body).accounts;
    expect(list.find((account) => account.id === id)).toMatchObject({
      displayName: "李娜",
      district: "510114",
      disabled: false,
      lockedUntil: null,
      lastSeenAt: null,
    });
    expect((await desk.signIn("Li.Na", PASSWORD)).status).toBe(201);
    const entries = await entriesAbout(id);
    expect(entries.at(-1)).toMatchObject({
      action: "account.create",
      account: { name: "root" },
      before: null,
      after: { name: "li.na", role: "district_officer", password: "set" },
    });
    expect(JSON.stringify(entries)).not.toMatch(/argon2|correct horse/);
  });

  test.each([
    [{ name: "ROOT" }, 409, "name"],
    [{ name: "" }, 422, "name"],
    [{ name: "<b>" }, 422, "name"],
    [{ name: "a", displayName: "王\u202e敏" }, 422, "displayName"],
    [{ name: "a", displayName: "\u200b" }, 422, "displayName"],
    [{ name: "a", password: "short" }, 422, "password"],
    [{ name: "a", role: "district_officer" }, 422, "district"],
    [{ name: "a", district: "510114" }, 422, "district"],
    [{ name: "a", role: "district_officer", district: "999999" }, 422, "district"],
    [{ name: "a", role: "king" }, 422, "role"],
  ])("like %o is refused", async (account, status, field) => {
    const answer = await add(account);
    expect(answer.status).toBe(status);
    expect(answer.body.errors[0].field).toBe(field);
  });

  test("without a password can't sign in with one", async () => {
    await added({ name: "sso", password: null });
    expect((await desk.signIn("sso", "")).status).toBe(422);
    expect((await desk.signIn("sso", "null")).status).toBe(401);
  });

  test("that is disabled is out at once, with its sessions and tokens", async () => {
    const gone = await desk.person({ name: "gone", role: "planner" });
    const asked = () => desk.send("GET", "/api/tokens", undefined, gone.token);
    expect((await asked()).status).toBe(200);
    const { status, body } = await change(gone.id, { disabled: true });
    expect(status).toBe(200);
    expect(Account.parse(body).disabled).toBe(true);
    expect((await asked()).status).toBe(401);
    expect((await as("GET", "/api/tokens", undefined, gone)).status).toBe(401);
    await change(gone.id, { disabled: false });
    expect((await asked()).status).toBe(200);
    expect((await as("GET", "/api/tokens", undefined, gone)).status).toBe(401);
  });

  test("gets a new password, which ends its sessions and its lock", async () => {
    const person = await desk.person({ name: "forgetful" });
    await desk
      .knex("account")
      .where({ id: person.id })
      .update({ locked_until: desk.knex.raw("now() + interval '1 hour'"), known_browsers: ["stolen"] });
    expect((await change(person.id, { password: PASSWORD })).status).toBe(200);
    expect((await desk.knex("account").where({ id: person.id }).first()).known_browsers).toEqual([]);
    expect((await as("GET", "/api/tokens", undefined, person)).status).toBe(401);
    expect((await desk.signIn("forgetful", PASSWORD)).status).toBe(201);
  });

  test("changes its role, and its district with it", async () => {
    const { id } = await added({ name: "mover", role: "district_officer", district: "510114" });
    expect((await change(id, { role: "city_officer" })).body).toMatchObject({
      role: "city_officer",
      district: null,
    });
    expect((await change(id, { role: "district_officer" })).status).toBe(422);
    expect((await change(id, { district: "510117" })).status).toBe(422);
    expect((await change(id, { role: "district_officer", district: "510117" })).body.district).toBe("510117");
    expect((await entriesAbout(id))[0]).toMatchObject({
      before: { district: null },
      after: { district: "510117" },
    });
  });

  test("is not changed by itself, beyond its name", async () => {
    for (const body of [{ disabled: true }, { role: "viewer" }, { password: PASSWORD }])
      expect((await change(root.id, body)).status).toBe(409);
    expect((await change(root.id, { displayName: "管理员" })).body.displayName).toBe("管理员");
  });

  test("that is nobody's, or only stands for an officer, is not there", async () => {
    const [demo] = await desk
      .knex("account")
      .insert({ name: "demo", display_name: "演示", role: "city_officer", synthetic: true })
      .returning("id");
    expect((await change(demo.id, { displayName: "x" })).status).toBe(404);
    expect((await change(999_999, { displayName: "x" })).status).toBe(404);
    const list = AccountList.parse((await as("GET", "/api/accounts")).body).accounts;
    expect(list.some(({ id }) => id === demo.id)).toBe(false);
    const { officers } = Officers.parse((await as("GET", "/api/officers")).body);
    expect(officers.some(({ id }) => id === demo.id)).toBe(false);
    expect(officers.some(({ id }) => id === root.id)).toBe(true);
  });

  test("is the last administrator's: of two who demote each other, one stays", async () => {
    const other = await desk.person({ name: "second" });
    await desk
      .knex("account")
      .whereNotIn("id", [root.id, other.id])
      .where({ role: "administrator" })
      .update({ disabled_at: desk.knex.fn.now() });
    const answers = await Promise.all([
      change(other.id, { role: "viewer" }, root),
      change(root.id, { disabled: true }, other),
    ]);
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    const left = await desk.knex("account").where({ role: "administrator", disabled_at: null });
    expect(left).toHaveLength(1);
    await desk.knex("account").where({ id: root.id }).update({ role: "administrator", disabled_at: null });
    await desk.knex("session").where({ account_id: root.id }).delete();
    root = await desk.person({ name: "root again" });
  });
});

describe("the audit", () => {
  test("is paged and filtered, the newest first", async () => {
    const first = AuditPage.parse((await as("GET", "/api/audit?limit=2")).body);
    expect(first.more).toBe(true);
    const [newest, next] = first.entries;
    expect(newest?.id).toBeGreaterThan(next?.id ?? 0);
    const older = AuditPage.parse((await as("GET", `/api/audit?limit=2&before=${next?.id}`)).body);
    expect(older.entries[0]?.id).toBeLessThan(next?.id ?? 0);
    const made = AuditPage.parse((await as("GET", "/api/audit?action=account.create")).body);
    expect(new Set(made.entries.map(({ action }) => action))).toEqual(new Set(["account.create"]));
    const all = AuditPage.parse((await as("GET", "/api/audit?action=account&limit=200")).body);
    expect(all.entries.length).toBeGreaterThan(made.entries.length);
    const whose = made.entries[0]?.account?.id;
    const theirs = AuditPage.parse((await as("GET", `/api/audit?account=${whose}`)).body);
    expect(new Set(theirs.entries.map(({ account }) => account?.id))).toEqual(new Set([whose]));
    expect((await as("GET", "/api/audit?who=1")).status).toBe(400);
  });

  test("is for administrators", async () => {
    const officer = await desk.person({ name: "officer", role: "city_officer" });
    expect((await as("GET", "/api/audit", undefined, officer)).status).toBe(403);
    expect((await desk.send("GET", "/api/audit")).status).toBe(401);
  });

  test.each(["update audit set action = 'x'", "delete from audit", "truncate audit"])(
    "is only added to, even by the database's owner: %s",
    async (statement) => {
      await expect(desk.knex.raw(statement)).rejects.toThrow(/append-only/);
    },
  );
});

describe("a district officer", () => {
  test("writes down what firms of the district say, and no others", async () => {
    const run = await desk.knex("shown_run").first("id");
    const firm = (where: string) =>
      desk
        .knex("rating")
        .join("enterprise", "enterprise.id", "enterprise_id")
        .where({ run_id: run.id })
        .whereRaw(`district_code ${where} '510114'`)
        .first("credit_code");
    await desk
      .knex("rating_run")
      .where({ id: run.id })
      .update({ published_at: desk.knex.fn.now(), notice_until: desk.knex.raw("current_date + 7") });
    const officer = await desk.person({ name: "xindu", role: "district_officer", district: "510114" });
    const { rows } = await desk.knex.raw("select current_date as today");
    const said = async (where: string) =>
      as(
        "POST",
        `/api/ratings/runs/${run.id}/responses`,
        {
          creditCode: (await firm(where)).credit_code,
          kind: "objection",
          raisedOn: rows[0].today,
          raisedBy: "厂长",
          statement: "面积有误",
        },
        officer,
      );
    const elsewhere = await said("<>");
    expect(elsewhere.status).toBe(403);
    expect(elsewhere.body.zh).toMatch(/本区/);
    const { status, body } = await said("=");
    expect(status, JSON.stringify(body)).toBe(201);
    const decide = (who: Writer) =>
      as(
        "POST",
        `/api/ratings/responses/${body.id}/decision`,
        { outcome: "rejected", note: "面积无误", decidedOn: rows[0].today },
        who,
      );
    const stranger = await desk.person({ name: "pidu", role: "district_officer", district: "510117" });
    expect((await decide(stranger)).status).toBe(403);
    expect((await decide(officer)).body).toMatchObject({ outcome: "rejected", decidedBy: "xindu" });
  });
});
