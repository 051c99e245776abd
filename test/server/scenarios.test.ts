import { execFileSync } from "node:child_process";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import {
  type NewScenario,
  ParcelFactsColumns,
  Scenario,
  ScenarioBase,
  ScenarioList,
} from "../../domain/api/shares.ts";
import { sharesAfter } from "../../domain/shares/after.ts";
import { effectOf, type ScenarioParcel } from "../../domain/shares/scenario.ts";
import { DEFAULT_SWITCHES } from "../../domain/shares/switches.ts";
import { type AccountDesk, openAccountDesk } from "../setup/account-desk.ts";
import { removeFolder, temporaryFolder } from "../setup/prepared.ts";
import type { Writer } from "../setup/writer.ts";

let desk: AccountDesk;
let planner: Writer;
let other: Writer;
let root: Writer;
let codes: string[];

beforeAll(async () => {
  desk = await openAccountDesk();
  planner = await desk.person({ name: "planner", role: "planner" });
  other = await desk.person({ name: "city", role: "city_officer" });
  root = await desk.person({ name: "root" });
  codes = await desk
    .knex("parcel")
    .where({ district_code: "510114", land_use_code: "100101", new_industry: false })
    .orderBy("parcel_code")
    .limit(6)
    .pluck("parcel_code");
});
afterAll(() => desk.close());

const send = (method: string, path: string, body?: unknown, writer: Writer | null = planner) =>
  desk.send(method, `/api/scenarios${path}`, body, writer?.token);

const order = (more: Partial<NewScenario> = {}): NewScenario => ({
  name: "新都盘活",
  note: "",
  year: 2025,
  switches: DEFAULT_SWITCHES,
  steps: [
    { do: "revive", parcels: codes.slice(0, 2), per_mu: 900 },
    { do: "rezone", parcels: codes.slice(2, 4), to: "other" },
    { do: "retire", parcels: [codes[4]!] },
    { do: "transfer", district: "510114", month: 12, use: "industry", mode: "transfer", area_m2: 300_000 },
  ],
  ...more,
});

function scenarioOf({ status, body }: Awaited<ReturnType<typeof send>>, expected = 200): Scenario {
  expect(status, JSON.stringify(body)).toBe(expected);
  const parsed = Scenario.parse(body);
  expect(body).toEqual(parsed);
  return parsed;
}

const made = async (more: Partial<NewScenario> = {}) => scenarioOf(await send("POST", "", order(more)), 201);

test("a scenario is made, read by everybody, changed on its version, and taken away", async () => {
  const start = await made();
  expect(start).toMatchObject({ version: 1, createdBy: "planner", mayChange: true, synthetic: false });
  const read = scenarioOf(await send("GET", `/${start.id}`, undefined, null));
  expect(read).toEqual({ ...start, mayChange: false });
  const list = ScenarioList.parse((await send("GET", "", undefined, null)).body);
  expect(list.scenarios.find(({ id }) => id === start.id)).toMatchObject({ steps: 4, mayChange: false });
  const { id } = start;
  const undone = order({ steps: order().steps.slice(0, 3) });
  expect(scenarioOf(await send("PUT", `/${id}`, { ...undone, version: 1 }))).toMatchObject({ version: 2 });
  const late = await send("PUT", `/${id}`, { ...order({ name: "晚了" }), version: 1 });
  expect(late).toMatchObject({ status: 409, body: { zh: expect.stringContaining("第 2 版") } });
  expect(Scenario.parse(late.body.current)).toMatchObject({
    version: 2,
    steps: undone.steps,
    mayChange: true,
  });
  expect((await send("DELETE", `/${id}`)).status).toBe(204);
  expect((await send("GET", `/${id}`)).status).toBe(404);
  const written = await desk
    .knex("audit")
    .where({ subject: `scenario ${id}` })
    .orderBy("id");
  expect(written.map(({ action }) => action)).toEqual([
    "scenario.create",
    "scenario.change",
    "scenario.remove",
  ]);
  expect(written[1].after.steps).toHaveLength(3);
});

test("of two who change one version, one is told", async () => {
  const { id } = await made();
  const both = await Promise.all(
    [planner, root].map((writer) => send("PUT", `/${id}`, { ...order(), version: 1 }, writer)),
  );
  expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
});

test("only its maker and administrators change it, and nobody those of the program but they", async () => {
  const { id } = await made();
  for (const method of ["PUT", "DELETE"]) {
    const body = method === "PUT" ? { ...order(), version: 1 } : undefined;
    expect(await send(method, `/${id}`, body, other)).toMatchObject({
      status: 403,
      body: { zh: expect.stringContaining("另存") },
    });
  }
  expect(scenarioOf(await send("PUT", `/${id}`, { ...order(), version: 1 }, root)).version).toBe(2);
  const { body } = await send("GET", "", undefined, planner);
  const demonstration = ScenarioList.parse(body).scenarios.filter(({ synthetic }) => synthetic);
  expect(demonstration).toHaveLength(2);
  for (const { createdBy, mayChange, id } of demonstration) {
    expect({ createdBy, mayChange }).toEqual({ createdBy: null, mayChange: false });
    scenarioOf(await send("GET", `/${id}`, undefined, null));
    expect((await send("DELETE", `/${id}`)).status).toBe(403);
  }
});

test("steps in other districts and on land that was not there are told by field; what was named before may stay", async () => {
  const nowhere = "510114001001GB99999";
  const refused = await send(
    "POST",
    "",
    order({
      steps: [
        { do: "retire", parcels: [codes[0]!, nowhere] },
        { do: "growth", district: "510104", urban_m2: 1, construction_m2: 1 },
      ],
    }),
  );
  expect(refused.status).toBe(422);
  expect(refused.body.errors).toEqual([
    { field: "steps.0.parcels", message: expect.stringContaining(nowhere), zh: expect.any(String) },
    { field: "steps.1.district", message: expect.any(String), zh: expect.stringContaining("510104") },
  ]);
  const growth = (urban_m2: number) =>
    ({ do: "growth", district: "510118", urban_m2, construction_m2: 0 }) as const;
  for (const [wrong, field] of [
    [{ name: " " }, "name"],
    [{ year: 2050, steps: [] }, "year"],
    [{ steps: [{ do: "retire", parcels: ["\ud800".repeat(19)] }] }, "steps.0.parcels.0"],
    [{ steps: [growth(-5e8), growth(1e6)] }, "steps.0.urban_m2"],
  ] as [Partial<NewScenario>, string][])
    expect(await send("POST", "", order(wrong))).toMatchObject({
      status: 422,
      body: { errors: [{ field }] },
    });
  const { id } = await made();
  const steps = [...order().steps, { do: "retire" as const, parcels: [nowhere] }];
  await desk
    .knex("scenario")
    .where({ id })
    .update({ steps: JSON.stringify(steps) });
  scenarioOf(await send("PUT", `/${id}`, { ...order({ steps, name: "改名" }), version: 1 }));
});

test("the list has its shares, steps and land as the page reckons them, in each format", async () => {
  const { id } = await made({ name: "=1+1" });
  const json = await send("GET", `/${id}/list?f=json`, undefined, null);
  expect(json.headers.get("content-type")).toContain("application/geo+json");
  const base = ScenarioBase.parse((await desk.send("GET", "/api/shares/base?year=2025")).body);
  const facts = ParcelFactsColumns.parse(
    (await desk.send("GET", `/api/shares/parcels?codes=${codes.join()}`)).body,
  );
  const known = new Map(
    facts.codes.map((code, i): [string, ScenarioParcel] => [
      code,
      {
        ...{ code, district: facts.districts[i]!, kind: facts.kinds[i]! },
        ...{ net_m2: facts.net_m2[i]!, area_m2: facts.area_m2[i]!, output_wan: facts.output_wan[i]! },
        ...{ floor_m2: facts.floor_m2[i]!, mean_per_mu: facts.mean_per_mu[i]! },
      },
    ]),
  );
  const { shares, output } = sharesAfter(base, effectOf(order().steps, known), DEFAULT_SWITCHES);
  expect(json.body).toMatchObject({ type: "FeatureCollection", shares, output, unknown: [] });
  expect(json.body.features).toHaveLength(5);
  expect(json.body.features[2]).toMatchObject({
    geometry: { type: "MultiPolygon" },
    properties: { parcel_code: codes[2], kind_before: "industry", kind_after: "other", synthetic: true },
  });
  const csv = await send("GET", `/${id}/list?f=csv`, undefined, null);
  const lines = csv.body.trimEnd().split("\r\n");
  expect(lines).toHaveLength(6);
  expect(lines[0]).toContain("情景年产出（万元）");
  expect(lines[5]).toMatch(/退出建设用地.*演示数据/);
  const told = (await send("GET", `/${id}/list?f=csv&part=shares`, undefined, null)).body;
  expect(told.trimEnd().split("\r\n")).toHaveLength(1 + 8 * 5);
  expect(told).toContain("2025 年；含M0，不含仓储");
  expect(told).toContain("\r\n'=1+1,");
  const sheets = await fetch(`${desk.app.url}/api/scenarios/${id}/list`);
  expect(sheets.headers.get("content-type")).toContain("spreadsheetml");
  const folder = await temporaryFolder();
  const file = join(folder, "scenario.xlsx");
  await writeFile(file, Buffer.from(await sheets.arrayBuffer()));
  const names = execFileSync("unzip", ["-p", file, "xl/workbook.xml"], { encoding: "utf8" });
  await removeFolder(folder);
  for (const name of ["占比", "措施", "宗地"]) expect(names).toContain(`name="${name}"`);
});
