import { describe, expect, test, vi } from "vitest";
import { landIn, moneyIn, plainLand } from "../../client/language/units.ts";
import { UNKNOWN } from "../../client/map/unclassed.ts";
import { classesOf, classOf, percentsIn } from "../../client/share/classes.ts";
import { linesOf } from "../../client/share/drawer/lines.ts";
import { monthsPath, seriesPath, sharesPath } from "../../client/share/paths.ts";
import { changeOf, changesOf, paintingOf } from "../../client/share/scenario/painting.ts";
import { solve } from "../../client/share/scenario/solving.ts";
import { firstDraft, stepOf } from "../../client/share/scenario/step-draft.ts";
import {
  choose,
  currentWork,
  isChanged,
  redo,
  savedAs,
  startAnew,
  startFrom,
  takeStep,
  undo,
  undoAll,
} from "../../client/share/scenario/work.ts";
import {
  MonthQuery,
  NewScenario,
  type Scenario,
  SeriesQuery,
  ShareQuery,
  type ShareSeries,
} from "../../domain/api/shares.ts";
import { fromMu } from "../../domain/area.ts";
import type { ScenarioParcel, Step } from "../../domain/shares/scenario.ts";
import { DEFAULT_SWITCHES } from "../../domain/shares/switches.ts";

const queryOf = (path: string) => Object.fromEntries(new URL(path, "http://here").searchParams);
const CODES = ["510114001001GB00001", "510114001001GB00002", "510114001001GB00003"] as const;

const parcel = (code: string, more: Partial<ScenarioParcel> = {}): ScenarioParcel => ({
  code,
  district: "510114",
  kind: "industry",
  net_m2: fromMu(10),
  area_m2: fromMu(10),
  output_wan: 100,
  floor_m2: null,
  mean_per_mu: 50,
  ...more,
});

test("the server is asked only for what differs from the default, in a way that it understands", () => {
  const asked = { year: 2025, district: null, switches: DEFAULT_SWITCHES };
  expect(queryOf(sharesPath(asked))).toEqual({ year: "2025" });
  const switches = { ...DEFAULT_SWITCHES, m0: false, negotiated: true };
  const narrowed = { ...asked, district: "510114", switches };
  expect(ShareQuery.parse(queryOf(sharesPath(narrowed)))).toEqual({
    ...{ year: 2025, district: "510114", m0: false, negotiated: true },
  });
  expect(MonthQuery.safeParse(queryOf(monthsPath(narrowed))).success).toBe(true);
  expect(seriesPath(DEFAULT_SWITCHES)).toBe("/api/shares/series");
  expect(SeriesQuery.parse(queryOf(seriesPath(switches)))).toEqual({ m0: false, negotiated: true });
});

test("districts are classed around the target of the share, and by their part where there is none", () => {
  expect(classesOf("R1").map(({ from }) => from)).toEqual([-Infinity, 20, 23, 24, 26]);
  expect(classOf("R1", 22.99)?.paint).toBe("share-2");
  expect(classOf("R1", 23)?.paint).toBe("share-3");
  expect(classOf("R2", 33)?.paint).toBe("share-5");
  expect(classesOf("R3")).toHaveLength(3);
  for (const id of ["R1", "R1p", "R2", "R3"] as const)
    for (let percent = 0; percent <= 100; percent += 0.5) expect(classOf(id, percent)).toBeDefined();
});

test("lines and tints leave out what nobody reported", () => {
  const point = (district: string | null, percent: number | null, year = 2025) => ({
    ...({ id: "R1", numerator: 1, denominator: percent === null ? null : 4 } as const),
    ...{ district, percent, year },
  });
  const series: ShareSeries = {
    years: [2024, 2025],
    districts: [
      { code: "510114", name: { zh: "新都区", en: "Xindu" } },
      { code: "510117", name: { zh: "郫都区", en: "Pidu" } },
    ],
    points: [point(null, 25), point("510114", 25), point("510117", null), point("510114", 24, 2024)],
    synthetic: true,
  };
  expect([...percentsIn(series, "R1", 2025)]).toEqual([["510114", 25]]);
  const lines = linesOf(series, "R1", (district) => district?.name.en ?? "all");
  expect(lines.map(({ name, points }) => [name, points.map(({ percent }) => percent)])).toEqual([
    ["all", [25]],
    ["Xindu", [24, 25]],
    ["Pidu", [null]],
  ]);
});

test("land and money are told in the unit that is chosen", () => {
  expect(landIn("zh", "mu", fromMu(123_456))).toEqual({ figure: "12.3", unit: "万亩" });
  expect(landIn("zh", "ha", 1_234_567)).toEqual({ figure: "123.5", unit: "公顷" });
  expect(landIn("en", "km2", 181_930_000)).toEqual({ figure: "181.93", unit: "km²" });
  expect(landIn("en", "mu", -fromMu(5))).toEqual({ figure: "−5.0", unit: "mu" });
  expect(moneyIn("zh", "yi", 65_084_000)).toEqual({ figure: "6,508", unit: "亿元" });
  expect(plainLand("en", "mu").of(fromMu(7))).toBeCloseTo(7);
});

describe("a step", () => {
  const draft = firstDraft("510114");

  test("is what was typed, in m², and as the server wants it", () => {
    const typed = [
      stepOf(draft, [CODES[0]], "mu"),
      stepOf({ ...draft, measure: "m0" }, [CODES[0]], "mu"),
      stepOf({ ...draft, measure: "raise_far", far: "2.5" }, [CODES[0]], "mu"),
      stepOf({ ...draft, measure: "retire" }, [CODES[0]], "mu"),
      stepOf({ ...draft, measure: "transfer", area: "12.5" }, [], "ha"),
      stepOf({ ...draft, measure: "growth", urban: "-3", construction: "" }, [], "km2"),
    ];
    const steps = typed.map((one) => ("step" in one ? one.step : null));
    expect(steps).toMatchObject([
      { do: "revive", per_mu: null },
      { do: "rezone", to: "m0" },
      { far: 2.5 },
      { do: "retire" },
      { do: "transfer", area_m2: 125_000, month: 12 },
      { urban_m2: -3_000_000, construction_m2: 0 },
    ]);
    const sent = { name: "a", year: 2025, switches: DEFAULT_SWITCHES, steps };
    expect(NewScenario.safeParse(sent).success).toBe(true);
  });

  test("is none where a figure is missing, and the field is named", () => {
    const wrong = (more: Partial<typeof draft>) => stepOf({ ...draft, ...more }, [CODES[0]], "mu");
    expect(wrong({ perMu: "-1" })).toEqual({ wrong: { field: "perMu", why: "invalid" } });
    expect(wrong({ measure: "raise_far", far: "" })).toMatchObject({ wrong: { field: "far" } });
    expect(wrong({ measure: "transfer" })).toMatchObject({ wrong: { field: "area" } });
    expect(wrong({ measure: "growth" })).toMatchObject({ wrong: { field: "construction" } });
  });
});

test("steps are taken back one by one and taken again; what was saved is no change", () => {
  startAnew();
  const steps: Step[] = [
    { do: "revive", parcels: [CODES[0]], per_mu: null },
    { do: "retire", parcels: [CODES[1]] },
  ];
  choose([parcel(CODES[0]), parcel(CODES[1])], 2025);
  expect(currentWork().chosen.size).toBe(2);
  for (const step of steps) takeStep(step);
  expect(currentWork()).toMatchObject({ steps, chosen: new Set(), undone: [] });
  undo();
  expect(currentWork()).toMatchObject({ steps: [steps[0]], undone: [steps[1]] });
  redo();
  undoAll();
  expect(currentWork().steps).toEqual([]);
  redo();
  expect(currentWork().steps).toEqual([steps[0]]);
  expect(isChanged(currentWork())).toBe(true);

  const scenario: Scenario = {
    ...{ id: 7, version: 1, name: "a", note: "", year: 2025, createdBy: null, mayChange: true },
    ...{ createdAt: "", changedAt: "", synthetic: false, switches: DEFAULT_SWITCHES, steps: [] },
  };
  savedAs(scenario, currentWork().steps);
  expect(isChanged(currentWork())).toBe(false);
  takeStep({ do: "retire", parcels: [CODES[2]] });
  expect(isChanged(currentWork())).toBe(true);
  startFrom({ ...scenario, id: 8 }, [parcel(CODES[2])]);
  expect(currentWork()).toMatchObject({ steps: [], saved: { id: 8 } });
  expect(currentWork().known.size).toBe(3);
  expect(isChanged(currentWork())).toBe(false);
});

test("steps that nobody saved are back after a reload, unless the address names another scenario", async () => {
  const storage = new Map<string, string>();
  const leave: (() => void)[] = [];
  vi.stubGlobal("sessionStorage", {
    getItem: (name: string) => storage.get(name) ?? null,
    setItem: (name: string, text: string) => storage.set(name, text),
    removeItem: (name: string) => storage.delete(name),
  });
  vi.stubGlobal("addEventListener", (_: string, act: () => void) => leave.push(act));
  const loaded = async () => {
    vi.resetModules();
    const [work, { bringBack }] = await Promise.all([
      import("../../client/share/scenario/work.ts"),
      import("../../client/share/scenario/kept.ts"),
    ]);
    return { ...work, bringBack, leave: () => leave.at(-1)?.() };
  };
  const kept: Step = { do: "retire", parcels: [CODES[0]] };
  const first = await loaded();
  first.bringBack(null);
  first.takeStep(kept);
  first.choose([parcel(CODES[1])], 2025);
  first.leave();

  const other = await loaded();
  other.bringBack(7);
  expect(other.currentWork().steps).toEqual([]);

  const again = await loaded();
  again.bringBack(null);
  const { steps, chosen, knownOf, broughtBack } = again.currentWork();
  expect({ steps, chosen: [...chosen], knownOf, broughtBack }).toEqual({
    ...{ steps: [kept], chosen: [CODES[1]], knownOf: null, broughtBack: true },
  });
  expect(again.namedIn(again.currentWork())).toEqual([CODES[0], CODES[1]]);
  again.startAnew();
  again.leave();
  expect(storage.size).toBe(0);
  vi.unstubAllGlobals();
});

test("parcels are coloured by what was done to them last, and those that are chosen above all", async () => {
  const steps: Step[] = [
    { do: "revive", parcels: [CODES[0], CODES[1]], per_mu: 1 },
    { do: "rezone", parcels: [CODES[1]], to: "m0" },
    { do: "growth", district: "510114", urban_m2: 1, construction_m2: 1 },
  ];
  const changes = changesOf(steps, new Set([CODES[2]]));
  expect([...changes]).toEqual([
    [CODES[0], "revive"],
    [CODES[1], "rezone"],
    [CODES[2], "chosen"],
  ]);
  expect(steps.map(changeOf)).toEqual(["revive", "rezone", null]);
  const painting = paintingOf(changes, (change) => ({ mark: change, text: change }));
  const classes = await painting.classesOf("parcels", [...CODES, "510114001001GB00009"]);
  expect([...classes]).toEqual([1, 2, 0, UNKNOWN]);
  expect(painting.paints[1]).toBe("change-revive");
  expect(await painting.told("parcels", CODES[1])).toEqual({ grade: null, mark: "rezone", text: "rezone" });
  expect(await painting.told("parcels", "510114001001GB00009")).toBeNull();
});

test("the smallest set that reaches an output takes what gains most, and says when all is not enough", () => {
  const parcels = [
    parcel(CODES[0]),
    parcel(CODES[1], { area_m2: fromMu(40), output_wan: 0 }),
    parcel(CODES[2], { kind: "other" }),
    parcel("510114001001GB00004", { mean_per_mu: null }),
  ];
  const now = { output_wan: 10_000, land_mu: 100, per_mu: 100 };
  const few = solve(parcels, now, 115, "parcels");
  expect(few).toMatchObject({ candidates: 2, per_mu: 120, solution: { reached: true, cost: 1 } });
  expect(few?.solution.chosen.map(({ code }) => code)).toEqual([CODES[1]]);
  expect(solve(parcels, now, 103, "area")?.solution.cost).toBeCloseTo(fromMu(10));
  expect(solve(parcels, now, 130, "parcels")).toMatchObject({ per_mu: 124, solution: { reached: false } });
  expect(solve(parcels, now, 90, "area")?.solution).toMatchObject({ reached: true, chosen: [] });
  expect(solve(parcels, { ...now, output_wan: null }, 130, "area")).toBeNull();
});
