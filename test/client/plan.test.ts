import { expect, test } from "vitest";
import { arcBetween, linkScene, partnersWithoutPlace } from "../../client/plan/cooperation/arcs.ts";
import { pathPoints } from "../../client/plan/form/path-points.ts";
import { taskDraft, taskSent } from "../../client/plan/form/task-draft.ts";
import { isPlanPrint, type Printed, printedAddress, readPlanPrint } from "../../client/plan/print/address.ts";
import { changeOnYear, changeSinceBase, coversYear, lastDay } from "../../client/plan/print/period.ts";
import { sceneOf } from "../../client/plan/scene.ts";
import { pathScale } from "../../client/plan/targets/path-scale.ts";
import type { Cooperation, PlanTarget, PlanTask } from "../../domain/api/plan.ts";

const source = { file: "004", section: "专栏6" };
const named = (zh: string) => ({ zh, en: `${zh} in English` });
const end = (zh: string, at: [number, number] | null) => ({ name: named(zh), at, basis: null });

const links: Cooperation["links"] = [
  {
    id: 1,
    group: named("共建"),
    topic: named("医药"),
    from: [end("医学城", [103.8, 30.7])],
    to: [end("生物城", [104, 30.4]), end("高新区", null)],
    platforms: [],
    source,
  },
  {
    id: 2,
    group: named("共建"),
    topic: named("航空"),
    from: [end("医学城", [103.8, 30.7])],
    to: [end("航空港", null)],
    platforms: [],
    source,
  },
];

test("an arc joins its ends and swings to one side, so that the way back has another", () => {
  const there = arcBetween([104, 30], [105, 30]);
  const back = arcBetween([105, 30], [104, 30]);
  expect(there[0]).toEqual([104, 30]);
  expect(there.at(-1)).toEqual([105, 30]);
  const middle = (arc: [number, number][]) => arc[Math.floor(arc.length / 2)]?.[1] ?? 0;
  expect(middle(there)).toBeGreaterThan(30);
  expect(middle(back)).toBeLessThan(30);
});

test("only ends with a place are drawn; partners without one are named at the end that has one", () => {
  const { sources } = linkScene(links, "zh");
  const { data } = Object.values(sources ?? {})[0] as unknown as { data: GeoJSON.FeatureCollection };
  const of = (type: string) => data.features.filter(({ geometry }) => geometry.type === type);
  expect(of("LineString").map(({ properties }) => properties?.name)).toEqual(["医药"]);
  expect(of("Point").map(({ properties }) => properties?.name)).toEqual(["→ 高新区、航空港", ""]);
  expect(partnersWithoutPlace(links)).toBe(2);
});

test("a cluster tints the districts that carry it, with its letter before their fields", () => {
  const member = (district: string) => ({ district, fields: [named("芯片"), named("显示")], source });
  const cooperation: Cooperation = {
    clusters: [{ name: named("电子"), main: [member("510116")], cooperating: [member("510117")] }],
    ...{ links, platforms: [], belts: [] },
  };
  const words = { roleLetters: { main: "主", cooperating: "协" }, between: "、" };
  const scene = sceneOf(cooperation, { cluster: 1, links: false }, "zh", words);
  expect(scene.tints?.get("510116")).toBe("cluster-main");
  expect(scene.tints?.get("510117")).toBe("cluster-cooperating");
  expect(scene.tints?.get("510112")).toBe("cluster-none");
  expect(scene.details?.get("510117")).toBe("协 芯片、显示");
  expect(scene.layers).toBeUndefined();
  expect(sceneOf(cooperation, { cluster: 9, links: false }, "zh", words)).toEqual({});
});

const target = (of: Partial<PlanTarget>): PlanTarget => ({
  ...{
    id: "t",
    board: "plan_155",
    scope: named("七区"),
    name: named("增加值"),
    unit: "亿元",
    operator: ">=",
  },
  ...{
    base_year: 2025,
    base_printed: "100",
    base: 100,
    target_year: 2030,
    target_printed: "200",
    target: 200,
  },
  ...{
    cumulative: false,
    annual_average: false,
    average: null,
    actuals: [],
    latest: null,
    standing: "no_figure",
    path_now: null,
  },
  ...{ needed_a_year: null, source, ...of },
});
const actual = (year: number, value: number): PlanTarget["actuals"][number] => ({
  ...{ id: year, version: 1, target: "t", year, value, kind: "annual", source: "年报", note: "" },
  ...{ changedBy: null, changedAt: "2026-01-01T00:00:00Z", synthetic: false },
});

test("a bar runs from the base to the target, from zero without a base, and is longer for what passed it", () => {
  const half = target({ latest: actual(2027, 150), path_now: 140 });
  expect(pathScale(half)).toEqual({ now: 0.5, path: 0.4, target: 1, fromZero: false });
  expect(pathScale({ ...half, latest: actual(2028, 300) })).toMatchObject({ now: 1, target: 0.5 });
  expect(pathScale({ ...half, latest: actual(2026, 90) })?.now).toBe(0);
  expect(pathScale({ ...half, base: null, path_now: null })).toMatchObject({ now: 0.75, fromZero: true });
  expect(pathScale({ ...half, latest: actual(2025, 100), path_now: 100 })).toMatchObject({
    now: 0,
    path: null,
  });
  expect(pathScale(target({}))).toBeNull();
  expect(pathScale({ ...half, target: null })).toBeNull();
});

test("a chart has every year, and a straight way from the base or from the latest figure", () => {
  const points = pathPoints(target({ actuals: [actual(2026, 110)] }));
  expect(points.map(({ year }) => year)).toEqual([2025, 2026, 2027, 2028, 2029, 2030]);
  expect(points.map(({ path }) => path)).toEqual([100, 120, 140, 160, 180, 200]);
  expect(points.map(({ reached }) => reached)).toEqual([null, 110, null, null, null, null]);
  const without = pathPoints(
    target({ base: null, base_year: null, actuals: [actual(2027, 140), actual(2028, 160)] }),
  );
  expect(without.map(({ path }) => path)).toEqual([null, 160, 180, 200]);
  expect(pathPoints(target({ base: null }))).toEqual([]);
  expect(pathPoints(target({ target_year: null }))).toEqual([]);
});

test("an evaluation speaks of targets whose time the year is in, and of steps between figures that are there", () => {
  expect([2024, 2025, 2030, 2031].map((year) => coversYear(target({}), year))).toEqual([
    false,
    true,
    true,
    false,
  ]);
  expect(coversYear(target({ base_year: null, target_year: null }), 2040)).toBe(true);
  expect(lastDay(2025, "2026-11-22")).toBe("2025-12-31");
  expect(lastDay(2027, "2026-11-22")).toBe("2026-11-22");
  const actuals = [actual(2026, 110), actual(2027, 125)];
  const latest = actuals[1] ?? null;
  expect(changeOnYear(target({ actuals, latest }))).toBe(15);
  expect(changeOnYear(target({ actuals: [actual(2025, 1), actual(2027, 125)], latest }))).toBeNull();
  expect(changeSinceBase(target({ latest }))).toBe(25);
  expect(changeSinceBase(target({ base: null, latest }))).toBeNull();
  expect(changeSinceBase(target({ latest: actual(2025, 100) }))).toBeNull();
});

test("an address of something to print is read as it was written; any other is none", () => {
  const printed: Printed[] = [
    { page: "evaluation", year: 2027, kind: "mid_term" },
    { page: "briefing", district: "510112" },
  ];
  for (const one of printed) {
    const address = printedAddress(one, "en");
    expect(isPlanPrint(address)).toBe(true);
    expect(readPlanPrint(address)).toEqual(one);
  }
  expect(readPlanPrint("?print=evaluation:27")).toBeNull();
  expect(readPlanPrint("?print=briefing:5101")).toBeNull();
  expect(isPlanPrint("?print=parcel:510112000000000001")).toBe(false);
});

test("what is typed of a task is sent as numbers, days and a district, or as nothing", () => {
  const draft = {
    ...taskDraft(null, "", "2026-11-21"),
    title: "出台办法",
    due_on: "2027-03-31",
    progress: "",
  };
  expect(taskSent(draft, null)).toMatchObject({
    ...{ year: 2026, progress: null, district_code: null, begins_on: null, due_on: "2027-03-31" },
  });
  expect(taskSent(draft, null)).not.toHaveProperty("version");
  const record = { version: 3 } as PlanTask;
  expect(taskSent({ ...draft, district_code: "510112" }, record)).toMatchObject({
    ...{ district_code: "510112", version: 3 },
  });
});
