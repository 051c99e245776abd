import fc from "fast-check";
import { expect, test } from "vitest";
import { AREAS, TAKING_DRAWERS, type TakingView } from "../../client/data/state.ts";
import { BOARDS, PLAN_DRAWERS, type PlanView, TASK_LISTS, TASK_STATES } from "../../client/plan/state.ts";
import { BESIDE_AT_MOST, SHARE_DRAWERS, type ShareView } from "../../client/share/state.ts";
import {
  CANDIDATE_SORTS,
  CASE_SORTS,
  GROUP_SORTS,
  POTENTIAL_SORTS,
  SLACK_COLOURS,
  SLACK_DESKS,
  SLACK_DRAWERS,
  type SlackView,
  URGENCY_ORDER,
} from "../../client/slack/state.ts";
import { NEED_SORTS, OFFER_SORTS, SIDES, STANDINGS } from "../../client/slack/workshops/state.ts";
import { LAND_UNITS, MONEY_UNITS } from "../../client/state/units.ts";
import {
  DEFAULT_VIEW,
  DISTRICT_COLOURS,
  KINDS,
  readView,
  THEMES,
  type View,
  writeView,
} from "../../client/state/view.ts";
import { DEFAULT_YIELD, DRAWERS, type YieldView } from "../../client/yield/state.ts";
import { FORMAT_NAMES } from "../../domain/open-data.ts";
import { SHARE_IDS } from "../../domain/shares/switches.ts";

const layer = fc.constantFrom("districts", "parks", "parcels", "enterprises");
const to = (digits: number) => (value: number) => Number(value.toFixed(digits)) + 0;

const year = fc.integer({ min: 2000, max: 2100 });
const run = fc.integer({ min: 1, max: 2 ** 31 - 1 });
const indicator = fc.stringMatching(/^[a-z][a-z0-9_]{0,39}$/);
const corner = fc.tuple(
  fc.double({ min: -180, max: 180, noNaN: true }).map(to(6)),
  fc.double({ min: -85, max: 85, noNaN: true }).map(to(6)),
);

const yieldView: fc.Arbitrary<YieldView> = fc.record({
  year: fc.option(year),
  run: fc.option(run),
  size: fc.constantFrom("above_scale", "below_scale"),
  by: indicator,
  classes: fc.constantFrom("quantile", "fixed"),
  districts: fc.uniqueArray(fc.stringMatching(/^\d{6}$/)),
  parks: fc.uniqueArray(fc.stringMatching(/^[\w-]{1,80}$/)),
  industries: fc.uniqueArray(fc.stringMatching(/^\d{2,4}$/)),
  grades: fc.subarray(["A", "B", "C", "D", "T", "N"]),
  within: fc.option(fc.array(corner, { minLength: 3, maxLength: 200 }).map((corners) => corners.flat())),
  drawer: fc.constantFrom(...DRAWERS),
  sort: fc.constantFrom("rank", "-rank", "score", "-tax_per_mu", "district"),
  axes: fc.option(fc.tuple(indicator, indicator)),
  axisScale: fc.constantFrom("linear", "log"),
  measure: fc.constantFrom("land", "firms"),
  since: fc.option(year),
  against: fc.option(run),
  terms: fc.option(fc.stringMatching(/^[\w.=,:;-]{1,100}$/)),
  desk: fc.option(fc.constantFrom("runs", "runs/12/with/9", "schemes/sichuan-2020/1/edit", "policies")),
});

const slackView: fc.Arbitrary<SlackView> = fc.record({
  by: fc.constantFrom(...SLACK_COLOURS),
  kinds: fc.subarray(["idle", "inefficient", "scattered"]),
  rules: fc.subarray(["idle_not_started", "late_completion", "scattered"]),
  districts: fc.uniqueArray(fc.stringMatching(/^\d{6}$/)),
  urgencies: fc.subarray([...URGENCY_ORDER]),
  states: fc.subarray(["suspected", "closed", "none"]),
  mine: fc.boolean(),
  overdue: fc.boolean(),
  due: fc.constantFrom(null, 30 as const, 90 as const),
  q: fc.string({ maxLength: 30 }),
  unfound: fc.boolean(),
  drawer: fc.constantFrom(...SLACK_DRAWERS),
  sort: fc.constantFrom(...CANDIDATE_SORTS),
  caseSort: fc.constantFrom(...CASE_SORTS),
  potentialSort: fc.constantFrom(...POTENTIAL_SORTS),
  groupSort: fc.constantFrom(...GROUP_SORTS),
  desk: fc.option(fc.constantFrom(...SLACK_DESKS)),
  workshops: fc.record({
    side: fc.constantFrom(...SIDES),
    industry: fc.option(fc.constantFrom("13", "39")),
    matched: fc.boolean(),
    standing: fc.constantFrom(...STANDINGS),
    search: fc.string({ maxLength: 30 }),
    offerSort: fc.constantFrom(...OFFER_SORTS),
    needSort: fc.constantFrom(...NEED_SORTS),
    form: fc.option(fc.constantFrom("offers:new", "needs:12")),
  }),
});

const shareView: fc.Arbitrary<ShareView> = fc.record({
  share: fc.constantFrom(...SHARE_IDS),
  year: fc.option(year),
  district: fc.option(fc.stringMatching(/^\d{6}$/)),
  switches: fc.record({
    m0: fc.boolean(),
    warehouse: fc.boolean(),
    negotiated: fc.boolean(),
    lease_then_transfer: fc.boolean(),
  }),
  drawer: fc.constantFrom(...SHARE_DRAWERS),
  scenario: fc.option(fc.integer({ min: 1, max: 99_999 })),
  beside: fc.uniqueArray(fc.integer({ min: 1, max: 99_999 }), { maxLength: BESIDE_AT_MOST }),
});

const planView: fc.Arbitrary<PlanView> = fc.record({
  drawer: fc.constantFrom(...PLAN_DRAWERS),
  board: fc.constantFrom(...BOARDS),
  asOf: fc.option(fc.integer({ min: 2000, max: 2099 })),
  cluster: fc.option(fc.integer({ min: 1, max: 99 })),
  links: fc.boolean(),
  list: fc.constantFrom(...TASK_LISTS),
  taskYear: fc.option(fc.integer({ min: 2000, max: 2099 })),
  districts: fc.uniqueArray(fc.oneof(fc.constant("city"), fc.stringMatching(/^\d{6}$/))),
  states: fc.subarray([...TASK_STATES]),
  late: fc.boolean(),
  q: fc.string({ maxLength: 30 }),
  form: fc.option(fc.constantFrom("import", "task:new", "task:12", "figures:plan-155-5a")),
});

const takingView: fc.Arbitrary<TakingView> = fc.record({
  drawer: fc.constantFrom(...TAKING_DRAWERS),
  layer: fc.constantFrom("parcels", "land-transfers"),
  format: fc.constantFrom(...FORMAT_NAMES),
  area: fc.constantFrom(...AREAS),
  districts: fc.uniqueArray(fc.stringMatching(/^\d{6}$/)),
  within: fc.option(fc.array(corner, { minLength: 3, maxLength: 200 }).map((corners) => corners.flat())),
});

const view: fc.Arbitrary<View> = fc.record({
  theme: fc.constantFrom(...THEMES),
  language: fc.constantFrom("zh", "en"),
  mode: fc.constantFrom("light", "dark", "auto"),
  at: fc.option(
    fc.record({
      lon: fc.double({ min: -180, max: 180, noNaN: true }).map(to(5)),
      lat: fc.double({ min: -85, max: 85, noNaN: true }).map(to(5)),
      zoom: fc.double({ min: 0, max: 24, noNaN: true }).map(to(2)),
      bearing: fc.double({ min: -180, max: 180, noNaN: true }).map(to(1)),
      pitch: fc.double({ min: 0, max: 60, noNaN: true }).map(to(1)),
    }),
  ),
  selection: fc.option(fc.record({ kind: fc.constantFrom(...KINDS), code: fc.stringMatching(/^[\w-]+$/) })),
  colour: fc.constantFrom(...DISTRICT_COLOURS),
  hidden: fc.uniqueArray(layer).map((layers) => new Set(layers)),
  shown: fc.uniqueArray(fc.constantFrom("land-transfers", "other")).map((layers) => new Set(layers)),
  opacity: fc
    .uniqueArray(fc.tuple(layer, fc.integer({ min: 0, max: 99 })), { selector: ([name]) => name })
    .map((entries) => new Map(entries)),
  yield: yieldView,
  slack: slackView,
  share: shareView,
  plan: planView,
  taking: takingView,
  land: fc.constantFrom(...LAND_UNITS),
  money: fc.constantFrom(...MONEY_UNITS),
});

test("an address shows again exactly what it was written from", () => {
  fc.assert(
    fc.property(view, (wanted) => {
      expect(readView(writeView(wanted))).toEqual(wanted);
    }),
  );
});

test("no address, however broken, keeps the map from opening", () => {
  fc.assert(
    fc.property(
      fc.string(),
      fc.constantFrom(
        "at",
        "select",
        "theme",
        "opacity",
        "hide",
        "lang",
        "mode",
        "within",
        "terms",
        "axes",
        "sort",
      ),
      (text, name) => {
        const read = readView(`?${name}=${encodeURIComponent(text)}`);
        expect(THEMES).toContain(read.theme);
        expect(read.at === null || Object.values(read.at).every(Number.isFinite)).toBe(true);
      },
    ),
  );
});

test("an empty address is the default, with the reader's own language and mode", () => {
  expect(readView("")).toEqual(DEFAULT_VIEW);
  expect(readView("", { language: "en", mode: "dark" })).toEqual({
    ...DEFAULT_VIEW,
    language: "en",
    mode: "dark",
  });
});

test("a link's language wins over the reader's", () => {
  expect(readView("?lang=zh", { language: "en" }).language).toBe("zh");
});

test("positions out of this world fall back to the seven districts", () => {
  for (const at of [
    "181,30,9",
    "104,91,9",
    "104,30,99",
    "104,30",
    "a,b,c",
    "104,30,NaN",
    "104,30,9,Infinity",
  ])
    expect(readView(`?at=${at}`).at).toBeNull();
});

test("a selection that would be folded out of an address is none", () => {
  for (const code of [".", "..", "parcels/.", "../..", "parcels/"])
    expect(readView(`?select=feature:${code}`).selection).toBeNull();
});

test("what the yield theme cannot understand falls back to what it shows at first", () => {
  const hostile: Record<string, string[]> = {
    year: ["1999", "2025.5", "１２", "2101"],
    run: ["0", "-1", "1e99", "4294967296"],
    size: ["tiny"],
    by: ["Grade", "__proto__", "a b"],
    classes: ["equal"],
    in: ["51011", "510112;drop"],
    parks: ["../..", "a/b"],
    grade: ["E", "a"],
    within: ["1,2,3,4", "1,2,3,4,5,", "181,0,0,0,0,1", "1,2,3,4,5,6,7", "NaN,1,1,1,1,1"],
    drawer: ["open"],
    sort: ["constructor", "--rank", "rank;"],
    axes: ["a", "a,b,c"],
    terms: ["w.tax=1 ", "<b>", "x".repeat(1001)],
    desk: ["runs/../..", "accounts"],
  };
  for (const [name, values] of Object.entries(hostile))
    for (const value of values)
      expect(readView(`?${name}=${encodeURIComponent(value)}`).yield, `${name}=${value}`).toEqual(
        DEFAULT_YIELD,
      );
});
