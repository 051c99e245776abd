import { afterAll, beforeAll, expect, test } from "vitest";
import { FirmPage } from "../../domain/api/ratings/firms.ts";
import { type GradeLetter, RatingYears } from "../../domain/api/ratings/grades.ts";
import { Comparison, Migration } from "../../domain/api/ratings/movement.ts";
import { type RunningApp, startApp } from "../setup/app.ts";
import { sharedDatabase } from "../setup/database.ts";
import { reader } from "../setup/reader.ts";

let app: RunningApp;
let before: number;
let after: number;

beforeAll(async () => {
  app = await startApp(await sharedDatabase());
  const { years } = await read("/ratings", RatingYears);
  const above = (wanted: number) =>
    years.find(({ year }) => year === wanted)!.runs.find(({ size }) => size === "above_scale")!.id;
  before = above(2024);
  after = above(2025);
});
afterAll(() => app.stop());

const { ask, read, refused } = reader(() => app.url);

async function rows<Row>(sql: string, values: readonly unknown[] = []): Promise<Row[]> {
  const { knex } = await sharedDatabase();
  return (await knex.raw(sql, values as string[])).rows;
}

/** Grade of every firm that a year speaks of, by the rows themselves. */
async function gradesOf(year: number, condition = "true"): Promise<Map<string, GradeLetter>> {
  const found = await rows<{ credit_code: string; grade: GradeLetter }>(
    `select e.credit_code, r.grade from rating r join enterprise e on e.id = r.enterprise_id
       join rating_run w on w.id = r.run_id where w.year = ? and ${condition}`,
    [year],
  );
  return new Map(found.map(({ credit_code, grade }) => [credit_code, grade]));
}

function flowsBetween(earlier: Map<string, GradeLetter>, later: Map<string, GradeLetter>) {
  const counts: Record<string, number> = {};
  for (const code of new Set([...earlier.keys(), ...later.keys()])) {
    const flow = `${earlier.get(code) ?? null} ${later.get(code) ?? null}`;
    counts[flow] = (counts[flow] ?? 0) + 1;
  }
  return counts;
}

const counted = (flows: Migration["flows"]) =>
  Object.fromEntries(flows.map(({ from, to, firms }) => [`${from} ${to}`, firms]));

test("between two years every firm moves once, from what it had to what it has", async () => {
  for (const [from, to] of [
    [2024, 2025],
    [2021, 2025],
    [2025, 2024],
    [2025, 2025],
  ] as const) {
    const { flows } = await read(`/ratings/migration?from=${from}&to=${to}`, Migration);
    expect(counted(flows)).toEqual(flowsBetween(await gradesOf(from), await gradesOf(to)));
    if (from === to) for (const flow of flows) expect(flow.from).toBe(flow.to);
  }
});

test("what is filtered moves as what is filtered", async () => {
  const condition = "e.district_code = '510117' and w.size = 'above_scale'";
  const { flows } = await read(
    "/ratings/migration?from=2024&to=2025&district=510117&size=above_scale",
    Migration,
  );
  expect(counted(flows)).toEqual(
    flowsBetween(await gradesOf(2024, condition), await gradesOf(2025, condition)),
  );
  const nobody = await read("/ratings/migration?from=2024&to=2025&park=none", Migration);
  expect(nobody.flows).toEqual([]);
});

test("the list says what each firm had the year before", async () => {
  const earlier = await gradesOf(2024);
  const { firms } = await read("/ratings/2025?limit=1000&sort=name", FirmPage);
  for (const { credit_code, previous } of firms) expect(previous).toBe(earlier.get(credit_code) ?? null);
  const first = await read("/ratings/2021?limit=5", FirmPage);
  expect(first.firms.map(({ previous }) => previous)).toEqual([null, null, null, null, null]);
});

test("two runs are compared firm by firm; up, down and the rest are all that moved", async () => {
  const path = `/ratings/runs/${after}/comparison?with=${before}`;
  const all = await read(`${path}&limit=1000`, Comparison);
  expect([all.before.id, all.after.id]).toEqual([before, after]);
  const [earlier, later] = [
    await gradesOf(2024, "w.size = 'above_scale'"),
    await gradesOf(2025, "w.size = 'above_scale'"),
  ];
  expect(counted(all.flows)).toEqual(flowsBetween(earlier, later));
  const moved = all.flows.filter(({ from, to }) => from !== to);
  expect(all.matched).toBe(moved.reduce((sum, { firms }) => sum + firms, 0));
  for (const firm of all.firms) {
    expect(firm.before).toBe(earlier.get(firm.credit_code) ?? null);
    expect(firm.after).toBe(later.get(firm.credit_code) ?? null);
  }
  const lettered = (flow: { from: string | null; to: string | null }) =>
    ["A", "B", "C"].includes(flow.from ?? "") && ["A", "B", "C"].includes(flow.to ?? "");
  for (const direction of ["up", "down"] as const) {
    const expected = moved.filter((flow) => lettered(flow) && flow.from! > flow.to! === (direction === "up"));
    const part = await read(`${path}&moved=${direction}&limit=1000`, Comparison);
    expect(part.matched).toBe(expected.reduce((sum, { firms }) => sum + firms, 0));
    expect(part.firms).toHaveLength(Math.min(part.matched, 1000));
    for (const firm of part.firms) expect(firm.before! > firm.after!).toBe(direction === "up");
  }
});

test("pages of a comparison hold each firm once, most land first", async () => {
  const path = `/ratings/runs/${after}/comparison?with=${before}&limit=40`;
  const codes: string[] = [];
  const land: number[] = [];
  for (;;) {
    const page = await read(`${path}&offset=${codes.length}`, Comparison);
    codes.push(...page.firms.map(({ credit_code }) => credit_code));
    land.push(...page.firms.flatMap(({ land_mu }) => land_mu ?? []));
    if (page.firms.length === 40) continue;
    expect(new Set(codes).size).toBe(page.matched);
    break;
  }
  expect(land).toEqual([...land].sort((a, b) => b - a));
});

test("the reason is what did most in the direction of the move", async () => {
  const { firms, after: run } = await read(
    `/ratings/runs/${after}/comparison?with=${before}&limit=1000`,
    Comparison,
  );
  const definition = await rows<{ ids: string[] }>(
    `select array(select item->>'id' from jsonb_array_elements(s.definition->'indicators') item) as ids
       from rating_scheme s where key = ? and version = ?`,
    [run.scheme.key, run.scheme.version],
  );
  const kinds = new Set<string>();
  for (const { before: from, after: to, because, scoreBefore, scoreAfter } of firms) {
    kinds.add(because.kind);
    expect(because.item === null).toBe(because.kind !== "item");
    if (because.item) expect(definition[0]!.ids).toContain(because.item);
    if (scoreBefore === null || scoreAfter === null) expect(["standing", "land"]).toContain(because.kind);
    else if (because.points !== null) expect(Math.sign(because.points)).toBe(from! > to! ? 1 : -1);
    else expect(["veto", "protection", "lines"]).toContain(because.kind);
  }
  expect(kinds).toContain("item");
  expect(kinds).toContain("standing");
});

test("the file of a comparison has a row for each that moved", async () => {
  const path = `/ratings/runs/${after}/comparison?with=${before}`;
  const { matched } = await read(path, Comparison);
  const response = await ask(`${path}&f=csv&limit=1`);
  expect(response.headers.get("content-disposition")).toContain("filename*=UTF-8''");
  const lines = (await response.text()).trimEnd().split("\r\n");
  expect(lines).toHaveLength(matched + 1);
  expect(lines[0]).toContain("主要原因");
});

test("a run compared with itself stands still", async () => {
  const same = await read(`/ratings/runs/${after}/comparison?with=${after}`, Comparison);
  expect([same.matched, same.firms]).toEqual([0, []]);
  for (const { from, to } of same.flows) expect(from).toBe(to);
});

test("years and runs that are not there are told", async () => {
  expect(await refused("/ratings/migration?from=2019&to=2025", 404)).toContain("2019");
  expect(await refused("/ratings/migration?from=2024", 400)).toContain("to");
  expect(await refused("/ratings/migration?from=2024&to=2025&grade=A", 400)).toContain("grade");
  expect(await refused(`/ratings/runs/${after}/comparison`, 400)).toContain("with");
  expect(await refused(`/ratings/runs/${after}/comparison?with=2000000000`, 404)).toContain("2000000000");
  await refused(`/ratings/runs/0/comparison?with=${before}`, 404);
  await refused(`/ratings/runs/x/comparison?with=${before}`, 404);
  expect(await refused(`/ratings/runs/${after}/comparison?with=${before}&moved=sideways`, 400)).toContain(
    "moved",
  );
});
