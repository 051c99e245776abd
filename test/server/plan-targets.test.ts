import { readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { Actual, ImportAnswer, type PlanTarget, TargetBoard } from "../../domain/api/plan.ts";
import { openPlanDesk, type PlanDesk, XINDU } from "../setup/plan-desk.ts";

let desk: PlanDesk;

beforeAll(async () => {
  desk = await openPlanDesk();
});
afterAll(() => desk.close());

const facts = JSON.parse(readFileSync(new URL("../../data/policy-facts.json", import.meta.url), "utf8"));

async function board(query = ""): Promise<PlanTarget[]> {
  const { status, body } = await desk.get(`/targets${query}`);
  expect(status, JSON.stringify(body)).toBe(200);
  const parsed = TargetBoard.parse(body);
  expect(body).toEqual(parsed);
  return parsed.targets;
}
const one = async (id: string) => (await board()).find((target) => target.id === id)!;

const REVENUE = `revenue-2030-${XINDU}`;
const NEW = { year: 2026, value: 2150.5, source: "统计公报" };

describe("the board", () => {
  test("has the eleven rows of table 1, the nineteen indicators and all else, as the documents print them", async () => {
    const rows = await board("?board=plan_155");
    expect(rows.map(({ target_printed, base_printed }) => [base_printed, target_printed])).toEqual(
      facts.table1_targets_2030.map((row: Record<string, unknown>) =>
        [row["2025"], row["2030"]].map((value) => (value === null ? null : String(value))),
      ),
    );
    expect(rows).toHaveLength(11);
    const before = await board("?board=plan_145");
    expect(new Set(before.map(({ id }) => id.replace(/[ab]$/, ""))).size).toBe(19);
    expect(before).toHaveLength(facts.plan_145_indicators.length);
    const all = await board();
    const { rows: counted } = await desk.knex.raw("select count(*)::integer as count from target");
    expect(all).toHaveLength(counted[0].count);
    for (const { name, scope, id } of all) {
      expect(name.en, id).toMatch(/^[^\p{Script=Han}]+$/u);
      expect(scope.en, id).toMatch(/^[^\p{Script=Han}]+$/u);
    }
  });

  test("starts from what is published, and says which figures are a demonstration", async () => {
    const value = await one("plan-155-1");
    expect(value.latest).toMatchObject({ year: 2025, value: 2037.7, synthetic: false, changedBy: null });
    expect(value.latest?.source).toContain("表1");
    expect(value).toMatchObject({ standing: "short", path_now: 2037.7, base: 2037.7, target: 2800 });
    expect(value.needed_a_year).toBeCloseTo((2800 - 2037.7) / 5, 6);
    const revenue = await one(REVENUE);
    expect(revenue.actuals.map(({ year, synthetic }) => [year, synthetic])).toEqual(
      [2021, 2022, 2023, 2024, 2025].map((year) => [year, true]),
    );
    expect((await one("plan-155-4")).standing).toBe("words");
    expect((await one("plan-145-1a")).target).toBe(7);
    expect((await one("text-155-nev_capacity")).scope.zh).toBe("龙泉驿区");
  });

  test("can be looked at as of an earlier year", async () => {
    const then = (await board("?year=2023&board=districts_2030")).find(({ id }) => id === REVENUE);
    expect(then?.latest?.year).toBe(2023);
    expect((await desk.get("/targets?year=1")).status).toBe(400);
  });
});

describe("figures", () => {
  test("are entered, mended and taken away, each with its version, and audited", async () => {
    const path = "/targets/plan-155-1/actuals";
    const made = await desk.send("POST", path, NEW);
    expect(made.status, JSON.stringify(made.body)).toBe(201);
    const actual = Actual.parse(made.body);
    expect(actual).toMatchObject({ ...NEW, kind: "annual", version: 1, changedBy: "city", synthetic: false });
    expect((await one("plan-155-1")).standing).toBe("behind");
    const again = await desk.send("POST", path, NEW);
    expect(again).toMatchObject({ status: 409, body: { current: { id: actual.id } } });

    const change = { ...NEW, value: 2300, version: 1 };
    const mended = await desk.send("PUT", `/actuals/${actual.id}`, change);
    expect(Actual.parse(mended.body)).toMatchObject({ value: 2300, version: 2 });
    const stale = await desk.send("PUT", `/actuals/${actual.id}`, change);
    expect(stale).toMatchObject({ status: 409, body: { current: { value: 2300, version: 2 } } });
    expect(stale.body.zh).toContain("第 2 版");
    expect(
      (await desk.send("PUT", `/actuals/${actual.id}`, { ...change, version: 2, year: 2025 })).status,
    ).toBe(409);
    expect((await one("plan-155-1")).standing).toBe("on_path");

    expect((await desk.send("DELETE", `/actuals/${actual.id}?version=1`)).status).toBe(409);
    expect((await desk.send("DELETE", `/actuals/${actual.id}?version=2`)).status).toBe(204);
    expect((await desk.send("DELETE", `/actuals/${actual.id}?version=2`)).status).toBe(404);
    const deeds = await desk.knex("audit").where({ subject: "target_actual plan-155-1 2026" }).orderBy("id");
    expect(deeds.map(({ action }) => action)).toEqual(
      ["create", "change", "remove"].map((deed) => `target_actual.${deed}`),
    );
  });

  test("of a target that is a mean of years are taken together", async () => {
    const path = "/targets/plan-145-1a/actuals";
    for (const [year, value] of [
      [2021, 8],
      [2022, 5],
    ])
      expect((await desk.send("POST", path, { ...NEW, year, value })).status).toBe(201);
    const then = (await board("?board=plan_145&year=2022"))[0]!;
    expect(then).toMatchObject({ id: "plan-145-1a", annual_average: true, average: 6.5, path_now: 7 });
    expect(then).toMatchObject({ standing: "behind", needed_a_year: null });
  });

  test("are for officers of the city, and those of a district for its own", async () => {
    const { xindu, viewer } = desk.officers;
    const add = (id: string, writer = xindu) => desk.send("POST", `/targets/${id}/actuals`, NEW, writer);
    expect((await add("plan-155-9")).status).toBe(403);
    expect((await add("revenue-2030-510115")).status).toBe(403);
    expect((await add(REVENUE, viewer)).status).toBe(403);
    expect((await add("nothing")).status).toBe(404);
    expect((await add(REVENUE)).status).toBe(201);
    const ahead = await desk.send("POST", "/targets/plan-155-9/actuals", { ...NEW, year: 2100 });
    expect(ahead).toMatchObject({ status: 422, body: { errors: [{ field: "year" }] } });
  });
});

describe("an import", () => {
  const count = async () => Number((await desk.knex("target_actual").count().first())?.count);

  test("takes all rows in either encoding, and says how many were new", async () => {
    const table =
      'target,year,value,source,note\nplan-155-9,2026,130,"通报，第 3 期",\nplan-155-10,2026,"2,100.5",海关,"两行\n备注"\n';
    const first = await desk.importing(table);
    expect(ImportAnswer.parse(first.body)).toEqual({ added: 2, changed: 0 });
    expect((await one("plan-155-10")).latest).toMatchObject({ value: 2100.5, note: "两行\n备注" });
    expect((await desk.importing(table)).body).toEqual({ added: 0, changed: 0 });
    // 目标编号,年份,实际值,来源 / plan-155-9,2026,131,通报 in GBK.
    const gbk = Buffer.concat([
      Buffer.from("c4bfb1eab1e0bac52cc4eab7dd2ccab5bccad6b52cc0b4d4b40d0a", "hex"),
      Buffer.from("plan-155-9,2026,131,"),
      Buffer.from("cda8b1a8", "hex"),
    ]);
    expect((await desk.importing(new Uint8Array(gbk))).body).toEqual({ added: 0, changed: 1 });
    expect((await one("plan-155-9")).latest).toMatchObject({ value: 131, source: "通报", version: 2 });
  });

  test("takes back what the list gives, and the list says what is to be filled in", async () => {
    const list = await (await fetch(desk.url("/targets/list?f=csv"))).text();
    expect(list).toContain("plan-145-14,");
    const before = await count();
    const { status, body } = await desk.importing(list);
    expect(status, JSON.stringify(body)).toBe(200);
    expect(body).toEqual({ added: 0, changed: 0 });
    expect(await count()).toBe(before);
    const like = { ...NEW, source: "=1+1", note: "@备注\n-1" };
    expect((await desk.send("POST", "/targets/plan-155-6/actuals", like)).status).toBe(201);
    const formulas = await (await fetch(desk.url("/targets/list?f=csv"))).text();
    expect(formulas).toContain(",'=1+1,");
    expect((await desk.importing(formulas)).body).toEqual({ added: 0, changed: 0 });
    const unseen = await desk.importing('target,year,value,source\nplan-155-7,2026,1.8,"a\nb\0\u200b"\n');
    expect(unseen.body).toEqual({ added: 1, changed: 0 });
    expect((await one("plan-155-7")).latest?.source).toBe("a b");
  });

  test("makes no real figure of one of the demonstration, until somebody says another", async () => {
    const [before] = await desk.knex("target_actual").where({ target_id: "revenue-2030-510118", year: 2021 });
    const path = `/actuals/${before.id}`;
    const order = { year: 2021, value: before.value, kind: "annual", source: before.source };
    const noted = await desk.send("PUT", path, { ...order, note: "演示", version: 1 });
    expect(noted.body).toMatchObject({ note: "演示", synthetic: true });
    const real = await desk.send("PUT", path, { ...order, value: 1, source: "年鉴", version: 2 });
    expect(real.body).toMatchObject({ value: 1, synthetic: false });
  });

  test("stores nothing where any line is wrong, and tells each in both languages", async () => {
    const before = await count();
    const table = [
      "target,year,value,source,kind",
      "plan-155-8,2026,310,通报,annual",
      "nothing,2026,1,通报,",
      "plan-155-8,26,many,,weekly",
      "plan-155-8,2026,311,通报,中期评估",
      "plan-155-8,2199,311,通报,",
    ].join("\r\n");
    const { status, body } = await desk.importing(table);
    expect(status).toBe(422);
    expect(body.errors.map(({ field }: { field: string }) => field)).toEqual([
      "3.target",
      "4.year",
      "4.value",
      "4.source",
      "4.kind",
      "5.year",
      "6.year",
    ]);
    for (const { message, zh } of body.errors) {
      expect(message).toMatch(/^line \d: /);
      expect(zh).toMatch(/^第 \d 行：/);
    }
    expect(await count()).toBe(before);
    const columns = await desk.importing("target,year,worth\nplan-155-8,2026,1\n");
    expect(columns.body.errors.map(({ field }: { field: string }) => field)).toEqual([
      "1.value",
      "1.source",
      "1.worth",
    ]);
    expect((await desk.importing('target,"year\n')).body.zh).toContain("引号");
    expect((await desk.importing("")).status).toBe(422);
    expect((await desk.send("POST", "/actuals/import", {})).status).toBe(415);
  });

  test("is not for a district officer where a row is of the city", async () => {
    const before = await count();
    const table = `target,year,value,source\n${REVENUE},2020,500,年鉴\nplan-155-8,2026,310,通报\n`;
    expect((await desk.importing(table, desk.officers.xindu)).status).toBe(403);
    expect(await count()).toBe(before);
    const own = table.split("\n").slice(0, 2).join("\n");
    expect((await desk.importing(own, desk.officers.xindu)).body).toEqual({ added: 1, changed: 0 });
  });
});
