import { describe, expect, test } from "vitest";
import { day } from "../../../domain/civil-days.ts";
import type { ParcelFacts, ParcelRating } from "../../../domain/screening/facts.ts";
import { leastFloorAreaRatio } from "../../../domain/screening/floor-area.ts";
import { DEFAULTS } from "../../../domain/screening/rule.ts";
import { RULES, screen } from "../../../domain/screening/screen.ts";
import { found, LIMITS, parcel } from "./support/parcel.ts";

const ON = "2025-12-31";
const inefficient = (...rules: string[]) => [`inefficient: ${rules.join(" ")}`];
const COMPLETE = { started: day("2018-01-01"), completed: day("2020-01-01") };
const rating = (year: number, more: Partial<ParcelRating> = {}): ParcelRating => ({
  year,
  grade: "C",
  lowest: true,
  tax_per_mu: null,
  mean_tax_per_mu: null,
  ...more,
});

describe("hard rules are enough by themselves", () => {
  const started = day("2019-01-01");
  test.each<[string, Partial<ParcelFacts>, string, string]>([
    ["late_completion", { started, agreed_completion: day("2022-05-31") }, "2024-05-30", "2024-05-31"],
    [
      "low_investment",
      { started, completed: day("2020-02-29"), invested_wan: 4_999, agreed_investment_wan: 10_000 },
      "2022-02-27",
      "2022-02-28",
    ],
    [
      "production_stopped",
      { ...COMPLETE, production_stopped: day("2023-03-15") },
      "2024-03-14",
      "2024-03-15",
    ],
  ])("%s, from its day on", (rule, facts, before, on) => {
    expect(found(facts, before)).toEqual([]);
    expect(found(facts, on)).toEqual(inefficient(rule));
  });

  test("exactly half of the agreed investment is not too little", () => {
    const half = { ...COMPLETE, invested_wan: 5_000, agreed_investment_wan: 10_000 };
    expect(found(half, ON)).toEqual([]);
  });

  test("a prohibited industry, or a breach", () => {
    expect(found({ prohibited_industry: true }, ON)).toEqual(inefficient("prohibited_or_unsafe"));
    expect(found({ safety_breach: true }, ON)).toEqual(inefficient("prohibited_or_unsafe"));
  });

  test("the lowest grade in two consecutive years, not in one, nor with a year between", () => {
    const rule = inefficient("lowest_grade_twice");
    expect(found({ ratings: [rating(2025), rating(2024)] }, ON)).toEqual(rule);
    expect(found({ ratings: [rating(2025)] }, ON)).toEqual([]);
    expect(found({ ratings: [rating(2025), rating(2023)] }, ON)).toEqual([]);
    expect(found({ ratings: [rating(2025), rating(2024, { lowest: false })] }, ON)).toEqual([]);
  });
});

describe("soft rules want company", () => {
  const coefficient = { ...COMPLETE, base_area_m2: 2_999 };
  const offices = { ...COMPLETE, office_area_m2: 701 };

  test("one is not enough, two are", () => {
    expect(found(coefficient, ON)).toEqual([]);
    expect(found(offices, ON)).toEqual([]);
    expect(found({ ...coefficient, ...offices }, ON)).toEqual(
      inefficient("low_building_coefficient", "large_office_share"),
    );
  });

  test("lines themselves are not crossed", () => {
    const onTheLine = { ...COMPLETE, base_area_m2: 3_000, office_area_m2: 700, floor_area_m2: 8_000 };
    expect(found(onTheLine, ON)).toEqual([]);
  });

  test("a low floor-area ratio is soft down to 0.6 and hard below", () => {
    expect(found({ ...COMPLETE, floor_area_m2: 6_000 }, ON)).toEqual([]);
    expect(found({ ...COMPLETE, floor_area_m2: 5_999 }, ON)).toEqual(inefficient("low_floor_area"));
    expect(found({ ...offices, floor_area_m2: 6_000 }, ON)).toEqual(
      inefficient("low_floor_area", "large_office_share"),
    );
  });

  test("where an industry is allowed less than 0.6, its own line counts", () => {
    expect(found({ ...COMPLETE, industry: "2511", floor_area_m2: 5_500 }, ON)).toEqual([]);
    expect(found({ ...COMPLETE, industry: "2511", floor_area_m2: 4_999 }, ON)).toEqual(
      inefficient("low_floor_area"),
    );
  });

  test("tax per mu below a third of the mean in both years", () => {
    const years = (share: number) => ({
      ratings: [2025, 2024].map((year) =>
        rating(year, { lowest: false, tax_per_mu: share * 30, mean_tax_per_mu: 30 }),
      ),
    });
    expect(found({ ...offices, ...years(0.33) }, ON)).toEqual(
      inefficient("low_tax_twice", "large_office_share"),
    );
    expect(found({ ...offices, ...years(1 / 3) }, ON)).toEqual([]);
  });

  test("what isn't complete is not measured by what stands on it", () => {
    const open = { started: day("2024-01-01"), base_area_m2: 0, floor_area_m2: 0, office_area_m2: 9_000 };
    expect(found(open, ON)).toEqual([]);
  });
});

test("the longest code of an industry decides, and what is unknown has the default", () => {
  const least = (industry: string | null) => leastFloorAreaRatio(industry, LIMITS.minima, 0.7);
  expect([least("2911"), least("2922"), least("29"), least("99"), least(null)]).toEqual([
    0.8, 1, 0.8, 0.7, 0.7,
  ]);
});

test("idle comes first, and what is idle is not called inefficient as well", () => {
  const both = { agreed_start: day("2020-01-01"), prohibited_industry: true };
  expect(found(both, ON)).toEqual(["idle: idle_not_started"]);
});

test("scattered is a label beside either, strictly below one half", () => {
  expect(found({ park_share: 0.5 }, ON)).toEqual([]);
  expect(found({ park_share: 0.499 }, ON)).toEqual(["scattered: scattered"]);
  expect(found({ park_share: 0, safety_breach: true }, ON)).toEqual([
    "inefficient: prohibited_or_unsafe",
    "scattered: scattered",
  ]);
});

test("other thresholds, other findings, and the evidence keeps those in force", () => {
  const limits = { ...LIMITS, thresholds: { ...DEFAULTS, soft_together: 1, office_share: 0.05 } };
  const [only] = screen(parcel({ ...COMPLETE, office_area_m2: 600 }), day(ON), limits);
  expect(only?.evidence[0]).toMatchObject({ rule: "large_office_share", limits: { office_share: 0.05 } });
});

test("rules have names and numbers of their own", () => {
  expect(new Set(RULES.map(({ name }) => name)).size).toBe(RULES.length);
  expect(RULES.map(({ number }) => number)).toEqual([
    "闲置一",
    "闲置二",
    ...Array.from({ length: 10 }, (_, i) => `E${i + 1}`),
  ]);
});
