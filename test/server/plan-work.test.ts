import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { Briefing, Cooperation, PlanTask, PolicyTools, TaskList } from "../../domain/api/plan.ts";
import type { Source } from "../../domain/api/source.ts";
import { EMERGING_DISTRICTS } from "../../domain/districts.ts";
import { openPlanDesk, type PlanDesk, XINDU } from "../setup/plan-desk.ts";
import { writerOn } from "../setup/writer.ts";

let desk: PlanDesk;

beforeAll(async () => {
  desk = await openPlanDesk();
});
afterAll(() => desk.close());

const POLICY = join(import.meta.dirname, "../../data/policy");

/** Words of a clause stand where it says, give or take a line that was broken. */
function expectFound({ file, line, evidence }: Source) {
  const lines = readFileSync(join(POLICY, file), "utf8").split("\n");
  const squeezed = (text: string) => text.replace(/\s/g, "");
  expect(squeezed(lines.slice(line! - 1, line! + 3).join(""))).toContain(squeezed(evidence!));
}

async function tasks(query = "", writer = null): Promise<TaskList> {
  const { status, body } = await desk.send("GET", `/tasks${query}`, undefined, writer);
  expect(status, JSON.stringify(body)).toBe(200);
  const parsed = TaskList.parse(body);
  expect(body).toEqual(parsed);
  return parsed;
}

const TASK = {
  ...{ year: 2026, district_code: XINDU, title: "零散用地摸排", responsible: "新都区规划和自然资源局" },
  ...{ begins_on: "2026-01-01", due_on: "2026-06-30" },
};

describe("tasks", () => {
  test("of the demonstration are for the city and each district, from clauses that stand where they say", async () => {
    const { tasks: all, years } = await tasks();
    expect(years).toEqual([2026, 2027, 2028]);
    expect(all.length).toBeGreaterThanOrEqual(40);
    const districts = new Set(all.map(({ district_code }) => district_code));
    expect(districts).toEqual(new Set([null, ...EMERGING_DISTRICTS.map(({ code }) => code)]));
    for (const { source, synthetic } of all) {
      expect(synthetic).toBe(true);
      expectFound(source!);
    }
  });

  test("are narrowed to a year, districts, states and words", async () => {
    const all = (await tasks()).tasks;
    const of = async (query: string) => (await tasks(query)).tasks.map(({ id }) => id);
    const those = (meant: (task: PlanTask) => boolean) => all.filter(meant).map(({ id }) => id);
    expect(await of("?year=2027")).toEqual(those(({ year }) => year === 2027));
    expect(await of(`?district=city,${XINDU}`)).toEqual(
      those(({ district_code }) => [null, XINDU].includes(district_code)),
    );
    expect(await of("?state=done,delayed")).toEqual(
      those(({ state }) => ["done", "delayed"].includes(state)),
    );
    expect(await of("?overdue=true")).toEqual(those(({ overdue }) => overdue));
    expect(await of(`?q=${encodeURIComponent("腾笼换鸟")}`)).toHaveLength(7);
    expect(await of("?q=%25")).toEqual([]);
    expect((await desk.get("/tasks?state=lost")).status).toBe(400);
  });

  test("are set, changed and taken away by whose they are", async () => {
    const { xindu, viewer, city } = desk.officers;
    const made = await desk.send("POST", "/tasks", TASK, xindu);
    expect(made.status, JSON.stringify(made.body)).toBe(201);
    const task = PlanTask.parse(made.body);
    expect(made.headers.get("location")).toBe(`/api/plan/tasks/${task.id}`);
    expect(task).toMatchObject({
      ...TASK,
      state: "planned",
      version: 1,
      synthetic: false,
      changedBy: "xindu",
    });
    expect((await desk.get(`/tasks/${task.id}`)).body).toEqual(task);

    const change = { ...TASK, state: "done", progress: 100, version: 1 };
    const path = `/tasks/${task.id}`;
    const done = await desk.send("PUT", path, change, city);
    expect(done.body).toMatchObject({ state: "done", progress: 100, version: 2, overdue: false });
    const stale = await desk.send("PUT", path, change, xindu);
    expect(stale).toMatchObject({
      status: 409,
      body: { current: { id: task.id, version: 2, state: "done" } },
    });

    const wenjiang = await writerOn(desk.knex, {
      ...{ name: "wenjiang", role: "district_officer", district: "510115" },
    });
    for (const writer of [wenjiang, viewer])
      expect((await desk.send("PUT", path, { ...change, version: 2 }, writer)).status).toBe(403);
    const elsewhere = { ...change, version: 2, district_code: "510115" };
    expect((await desk.send("PUT", path, elsewhere, xindu)).status).toBe(403);
    for (const district_code of ["510115", null])
      expect((await desk.send("POST", "/tasks", { ...TASK, district_code }, xindu)).status).toBe(403);
    expect((await desk.send("POST", "/tasks", { ...TASK, district_code: null }, city)).status).toBe(201);

    expect((await desk.send("DELETE", `${path}?version=1`, undefined, xindu)).status).toBe(409);
    expect((await desk.send("DELETE", `${path}?version=2`, undefined, xindu)).status).toBe(204);
    expect((await desk.get(path)).status).toBe(404);
    const deeds = await desk
      .knex("audit")
      .where({ subject: `plan_task ${task.id}` })
      .orderBy("id");
    expect(deeds.map(({ action }) => action)).toEqual([
      "plan_task.create",
      "plan_task.change",
      "plan_task.remove",
    ]);
  });

  test.each([
    ["due_on", { due_on: "2025-12-31" }],
    ["due_on", { begins_on: "2026-07-01" }],
    ["progress", { state: "done", progress: 90 }],
    ["district_code", { district_code: "999999" }],
  ])("refused by field in both languages: %s", async (field, wrong) => {
    const { status, body } = await desk.send("POST", "/tasks", { ...TASK, ...wrong });
    expect(status).toBe(422);
    expect(body.errors[0].field).toBe(field);
    expect(body.errors[0].zh).toMatch(/\p{Script=Han}/u);
  });

  test("are written as a table and as three lists", async () => {
    const csv = await (await fetch(desk.url("/tasks/list?f=csv&year=2028"))).text();
    const [header, ...rows] = csv.trimEnd().split("\r\n");
    for (const title of ["任务要点", "责任主体", "实施进度", "完成时限"]) expect(header).toContain(title);
    expect(rows).toHaveLength((await tasks("?year=2028")).tasks.length);
    const workbook = await fetch(desk.url("/tasks/list"));
    expect(workbook.headers.get("content-type")).toContain("spreadsheetml");
    expect(workbook.headers.get("content-disposition")).toContain(encodeURIComponent("三张清单"));
  });
});

describe("what is read of the plan", () => {
  test("five clusters, ten links, nineteen platforms and two belts, in both languages", async () => {
    const { body } = await desk.get("/cooperation");
    const { clusters, links, platforms, belts } = Cooperation.parse(body);
    expect(body).toEqual(Cooperation.parse(body));
    expect([clusters, links, platforms, belts].map(({ length }) => length)).toEqual([5, 10, 19, 2]);
    const named = [
      ...clusters.flatMap(({ name, main, cooperating }) => [
        name,
        ...[...main, ...cooperating].flatMap((m) => m.fields),
      ]),
      ...links.flatMap(({ group, topic, from, to, platforms }) => [
        ...[group, topic, ...platforms],
        ...[...from, ...to].map(({ name }) => name),
      ]),
      ...platforms.flatMap(({ name, kind, level }) => [name, kind, ...(level ? [level] : [])]),
    ];
    for (const { zh, en } of named) expect(en, zh).toMatch(/^[^\p{Script=Han}]+$/u);
    const ends = links.flatMap(({ from, to }) => [...from, ...to]);
    const placed = (name: string) => ends.find((end) => end.name.zh === name);
    for (const name of ["双流区", "成都医学城", "新都航空产业园", "龙泉汽车城", "中国川菜城"])
      expect(placed(name)?.at, name).not.toBeNull();
    for (const name of ["成都高新区", "天府中药城"])
      expect(placed(name)).toMatchObject({ at: null, basis: null });
    expect(placed("成都医学城")?.basis?.zh).toContain("示意");
  });

  test("clusters are a layer, one feature for each district that has a part", async () => {
    const layer = await fetch(new URL("/ogc/collections/clusters/items?limit=100", desk.url("")));
    const { features, numberReturned } = (await layer.json()) as {
      features: { properties: Record<string, unknown>; geometry: { type: string } }[];
      numberReturned: number;
    };
    expect(numberReturned).toBe((await desk.knex("cluster").select("id")).length);
    expect(new Set(features.map(({ properties }) => properties.cluster_en)).size).toBe(5);
    expect(features.every(({ geometry }) => geometry.type.endsWith("Polygon"))).toBe(true);
  });

  test("31 instruments with their clauses, some used and some honestly not", async () => {
    const { body } = await desk.get("/tools");
    const { tools } = PolicyTools.parse(body);
    expect(tools).toHaveLength(31);
    for (const { sources, used } of tools) {
      expect(sources.length).toBeGreaterThan(0);
      for (const { address } of used) expect(address).toMatch(/^\?theme=\w+/);
    }
    expect(tools.filter(({ used }) => used.length === 0).map(({ id }) => id)).toEqual([
      "T13",
      "T14",
      "T20",
      "T29",
      "T30",
      "T31",
    ]);
  });
});

describe("a briefing", () => {
  test.each(EMERGING_DISTRICTS)("of $name agrees with what the themes say", async ({ code }) => {
    const { status, body } = await desk.get(`/briefing/${code}`);
    expect(status, JSON.stringify(body)).toBe(200);
    const briefing = Briefing.parse(body);
    expect(body).toEqual(briefing);
    const theirs = async (path: string) => (await fetch(new URL(path, desk.url("")))).json();
    const { districts } = await theirs("/api/screening/summary");
    const { idle } = districts.find((one: { code: string }) => one.code === code).tallies;
    expect(briefing.slack?.idle).toEqual(idle);
    const cases = await theirs(`/api/cases/summary?district=${code}`);
    expect(briefing.slack?.cases).toMatchObject({
      closed: cases.total.closed.cases,
      revived_m2: cases.total.revived_m2,
    });
    const open = await theirs(
      `/api/cases?district=${code}&limit=1&state=suspected,verified,decided,in_progress`,
    );
    expect(briefing.slack?.cases.open).toBe(open.matched);
    expect(briefing.grades?.year).toBe(2025);
    expect(Object.values(briefing.grades!.firms).reduce((a, b) => a + b, 0)).toBeGreaterThan(0);
    expect(briefing.parks.length).toBeGreaterThan(0);
    expect(briefing.industries.leading.length).toBeGreaterThan(0);
    expect(briefing.targets.map(({ id }) => id)).toContain(`revenue-2030-${code}`);
    expect(briefing.clusters.length).toBeGreaterThan(0);
    expect(briefing.synthetic).toBe(true);
  });

  test("is for the seven, by any code they had", async () => {
    expect((await desk.get("/briefing/510104")).body.zh).toContain("新兴七区");
    expect((await desk.get("/briefing/510124")).body.district.code).toBe("510117");
  });
});
