import { expect, test } from "vitest";
import { firstPage } from "../../client/drawer/pages.ts";
import { FILTERED_OUT } from "../../client/map/unclassed.ts";
import { groupsPath } from "../../client/slack/groups/paths.ts";
import { classesOf, paintingOf } from "../../client/slack/painting.ts";
import { dotsOf } from "../../client/slack/potential/dots.ts";
import { potentialListPath, potentialPath } from "../../client/slack/potential/paths.ts";
import { floorIn, outputIn } from "../../client/slack/potential/ranges.ts";
import { progressSheetPath, tablePath, trendPath } from "../../client/slack/progress/paths.ts";
import { candidatesPath, casesPath, ledgerPath, marksPath } from "../../client/slack/query.ts";
import { changedIn, inForm, readThresholds, type Settable } from "../../client/slack/screening/thresholds.ts";
import { DEFAULT_SLACK, type SlackView } from "../../client/slack/state.ts";
import { CaseQuery, LedgerQuery, SummaryQuery } from "../../domain/api/cases.ts";
import {
  GroupQuery,
  PotentialListQuery,
  type PotentialParcel,
  PotentialQuery,
} from "../../domain/api/potential.ts";
import {
  type CandidateMarks,
  CandidateQuery,
  MarkQuery,
  type ScreeningRule,
  Thresholds,
} from "../../domain/api/screening.ts";

const queryOf = (path: string) => Object.fromEntries(new URL(path, "http://here").searchParams);

const narrowed: SlackView = {
  ...DEFAULT_SLACK,
  kinds: ["idle", "scattered"],
  districts: ["510114"],
  rules: ["idle_not_started"],
  urgencies: ["overdue"],
  states: ["none", "suspected"],
  mine: true,
  overdue: true,
  due: 30,
  q: " 大丰 ",
};

test("lists and map ask for what the view filters, in words that the server understands", () => {
  const filter = {
    kind: ["idle"],
    district: ["510114"],
    rule: ["idle_not_started"],
    state: ["none", "suspected"],
    urgency: ["overdue"],
    q: "大丰",
  };
  expect(CandidateQuery.parse(queryOf(candidatesPath(narrowed)))).toMatchObject({ ...filter, sort: "-days" });
  const { kind: _, ...others } = filter;
  expect(MarkQuery.parse(queryOf(marksPath(narrowed)))).toEqual(others);
  expect(MarkQuery.parse(queryOf(marksPath({ ...narrowed, by: "urgency" })))).not.toHaveProperty("urgency");
  expect(CaseQuery.parse(queryOf(casesPath(narrowed)))).toMatchObject({
    kind: ["idle", "scattered"],
    state: ["suspected"],
    assignee: "me",
    overdue: true,
    due: 30,
    q: "大丰",
  });
  const { f, ...progress } = SummaryQuery.parse(queryOf(trendPath(narrowed)));
  expect([f, progress]).toEqual(["json", { kind: ["idle", "scattered"], district: ["510114"] }]);
  expect(SummaryQuery.parse(queryOf(tablePath(narrowed)))).not.toHaveProperty("district");
  expect(SummaryQuery.parse(queryOf(progressSheetPath(narrowed, "xlsx"))).f).toBe("xlsx");
  expect(LedgerQuery.parse(queryOf(ledgerPath(narrowed, "xlsx"))).f).toBe("xlsx");
});

test("potential and groups are asked for in words that the server understands", () => {
  const view: SlackView = { ...narrowed, unfound: true, potentialSort: "-floor", groupSort: "distance" };
  const asked = { kind: ["idle", "scattered", "none"], district: ["510114"], q: "大丰", sort: "-floor" };
  expect(PotentialQuery.parse(queryOf(firstPage(potentialPath(view))))).toMatchObject(asked);
  expect(PotentialListQuery.parse(queryOf(potentialListPath(view, "xlsx")))).toMatchObject({
    ...asked,
    f: "xlsx",
  });
  expect(GroupQuery.parse(queryOf(firstPage(groupsPath(view))))).toMatchObject({
    district: ["510114"],
    sort: "distance",
  });
});

test("a range is told in the unit of its higher end, and as one figure where both ends are the same", () => {
  const grouped = (value: number, digits: number) => value.toFixed(digits);
  expect(outputIn("zh", [800, 12_400], grouped)).toEqual({ figure: "0.08–1.24", unit: "亿元" });
  expect(outputIn("zh", [0, 950], grouped)).toEqual({ figure: "0–950", unit: "万元" });
  expect(outputIn("zh", [40, 167_000], grouped).figure).toBe("0–16.7");
  expect(outputIn("en", [4000, 12_400], grouped)).toEqual({ figure: "40–124", unit: "m yuan" });
  expect(floorIn("zh", [18_204, 18_204], grouped)).toEqual({ figure: "1.82", unit: "万平方米" });
  expect(floorIn("en", [0, 0], grouped)).toEqual({ figure: "0", unit: "k m²" });
});

test("dots are as large as what the list is sorted by, in the order of the list", () => {
  const parcel = { floor_m2: [0, 400], output_wan: [100, 300], area_m2: 900, at: [104, 30.7] };
  const small = { ...parcel, parcel_code: "b", output_wan: null, floor_m2: [0, 100] };
  const parcels = [{ ...parcel, parcel_code: "a" }, small] as unknown as PotentialParcel[];
  const sizes = (sort: SlackView["potentialSort"]) =>
    dotsOf(parcels, sort).points.features.map(({ properties }) => [properties?.code, properties?.size]);
  expect(sizes("-output")).toEqual([
    ["a", 1],
    ["b", 0],
  ]);
  expect(sizes("-floor")).toEqual([
    ["a", 1],
    ["b", 0.5],
  ]);
});

test("scattered by itself asks for candidates that are scattered as well", () => {
  const view = { ...DEFAULT_SLACK, kinds: ["scattered"] as const };
  expect(CandidateQuery.parse(queryOf(candidatesPath(view)))).toMatchObject({ rule: ["scattered"] });
  expect(MarkQuery.parse(queryOf(marksPath(view)))).toEqual({ rule: ["scattered"] });
  expect(MarkQuery.parse(queryOf(marksPath({ ...view, kinds: ["idle", "scattered"] })))).toEqual({});
});

const marks: CandidateMarks = {
  run: 1,
  parcels: ["a", "b", "c"],
  kinds: ["idle", "inefficient", "inefficient"],
  rules: [["idle_not_started"], ["late_completion"], ["low_floor_area"]],
  days: [400, 800, null],
  areas_m2: [1000, 2000, 3000],
  urgencies: ["overdue", "none", "none"],
  states: [null, "verified", null],
};

test("classes count parcels and land, also where they are filtered out", () => {
  const [idle, inefficient] = classesOf(marks, { ...DEFAULT_SLACK, kinds: ["idle"] });
  expect(idle).toMatchObject({ paint: "kind-idle", filtered: false, parcels: 1, area_m2: 1000 });
  expect(inefficient).toMatchObject({ paint: "kind-inefficient", filtered: true, parcels: 2, area_m2: 5000 });
  const byState = classesOf(marks, { ...DEFAULT_SLACK, by: "state" });
  expect(byState.map(({ id, parcels }) => [id, parcels]).slice(0, 3)).toEqual([
    ["none", 2],
    ["suspected", 0],
    ["verified", 1],
  ]);
});

test("the map is told the class of each candidate, and leaves out what the filter does", async () => {
  const say = () => ({ text: "said", mark: "闲" });
  const painting = paintingOf(marks, { ...DEFAULT_SLACK, kinds: ["idle"] }, say);
  expect([...(await painting.classesOf("idle-candidates", ["a", "b", "unknown"]))]).toEqual([
    0,
    FILTERED_OUT,
    FILTERED_OUT,
  ]);
  expect(await painting.told("parcels", "a")).toEqual({ grade: null, mark: "闲", text: "said" });
  expect(await painting.told("parcels", "unknown")).toBeNull();
});

const rule = (name: ScreeningRule["name"], limits: ScreeningRule["limits"]): ScreeningRule => ({
  name,
  number: "E1",
  kind: "idle",
  weight: "hard",
  title: { zh: "名", en: "name" },
  test: { zh: "测", en: "test" },
  basis: { text: { zh: "据", en: "basis" }, certainty: "read", source: null },
  limits,
});
const rules = [
  rule("idle_not_started", [{ name: "idle_months", value: 12, unit: "months" }]),
  rule("idle_stalled", [
    { name: "idle_developed_share", value: 1 / 3, unit: "share" },
    { name: "idle_months", value: 12, unit: "months" },
  ]),
];

const settable: Settable = {
  rules,
  assumptions: [
    { name: "upstairs_far", text: { zh: "上楼", en: "upstairs" }, certainty: "suggested", value: 2 },
    { name: "far_low", text: { zh: "下限", en: "least" }, certainty: "second_hand", value: null },
  ],
};

test("thresholds are typed in percent, and only what was typed is sent", () => {
  expect(inForm(1 / 3, "share")).toBe("33.33");
  const read = readThresholds(
    { idle_developed_share: "40", idle_months: " ", upstairs_far: "2.5" },
    settable,
  );
  expect(read).toEqual({ idle_developed_share: 0.4, upstairs_far: 2.5 });
  expect(Thresholds.safeParse(read).success).toBe(true);
});

test("a run tells which of its thresholds are not the usual ones", () => {
  const all = Object.fromEntries(Object.keys(Thresholds.shape).map((name) => [name, 1]));
  const run = Thresholds.required().parse({ ...all, idle_months: 18, idle_developed_share: 1 / 3 });
  expect(changedIn(run, settable).map(({ name }) => name)).toEqual(["idle_months", "upstairs_far"]);
});
