import { describe, expect, test } from "vitest";
import { MARK, NOWHERE, STANDING } from "../../../domain/rating/columns.ts";
import { measure } from "../../../domain/rating/measure.ts";
import { RatingRefusal } from "../../../domain/rating/refusal.ts";
import type { Scheme } from "../../../domain/rating/scheme.ts";
import { columns, type Firm, FOUNDED, indicator, PLACES, scheme, UTILITY, VETO } from "./support/city.ts";

/** Who is rated, with whom, and against what. */

const usual: Firm = { land: 10, tax: 100, revenue: 3000, energy: 600 };
const two = [usual, usual];
const rate = (firms: readonly Firm[], others: Partial<Scheme> = {}, before: readonly Firm[] | null = null) =>
  measure(scheme(others), columns(firms), before && columns(before), PLACES);

describe("standing", () => {
  const standing = (firm: Firm, others: Partial<Scheme> = {}) =>
    rate([usual, usual, firm], others).measured.standing[2];

  test.each<[string, Firm, number]>([
    ["rated", {}, STANDING.rated],
    ["outside: below scale", { aboveScale: false }, STANDING.outside],
    ["outside before exempt", { aboveScale: false, exemptions: UTILITY }, STANDING.outside],
    ["exempt", { exemptions: UTILITY }, STANDING.exempt],
    ["exempt before incomplete", { exemptions: UTILITY, tax: Number.NaN }, STANDING.exempt],
    ["another scheme's exemption", { exemptions: 1 }, STANDING.rated],
    ["tax missing", { tax: Number.NaN }, STANDING.incomplete],
    ["land missing", { land: Number.NaN }, STANDING.incomplete],
    ["no land", { land: 0 }, STANDING.incomplete],
    ["more land let than held", { land: -1 }, STANDING.incomplete],
    ["energy missing, which is not required", { energy: Number.NaN }, STANDING.rated],
  ])("%s", (_, change, expected) => expect(standing({ ...usual, ...change })).toBe(expected));

  const small = { object: { size: "below_scale", leastLand_mu: 3 } } as const;
  test.each([
    [3, STANDING.rated],
    [2.99, STANDING.outside],
    [Number.NaN, STANDING.incomplete],
  ])("a small firm on %d mu", (land, expected) => {
    const firms = [usual, usual, { ...usual, land }].map((firm) => ({ ...firm, aboveScale: false }));
    expect(rate(firms, small).measured.standing[2]).toBe(expected);
  });

  test("a veto outweighs protection; what the scheme doesn't name has no effect", () => {
    const firms = [
      usual,
      { ...usual, vetoes: VETO },
      { ...usual, protections: FOUNDED },
      { ...usual, vetoes: VETO, protections: FOUNDED },
      { ...usual, vetoes: 4, protections: 2 },
    ];
    expect([...rate(firms).measured.mark]).toEqual([0, MARK.vetoed, MARK.protected, MARK.vetoed, 0]);
  });
});

describe("pools", () => {
  const at = (district: number, park: number) => ({ ...usual, district, park });

  test("by district, in the order of their codes; exempt firms have none", () => {
    const firms = [at(2, 0), at(0, 0), at(2, 0), at(0, 0), { ...at(0, 0), exemptions: UTILITY }];
    const { measured, pools } = rate(firms, { pool: { by: "district", least: 2 } });
    expect(pools.map(({ key, firms }) => [key, firms])).toEqual([
      ["510112", 2],
      ["510114", 2],
    ]);
    expect([...measured.pool]).toEqual([1, 0, 1, 0, NOWHERE]);
  });

  test("parks with too few firms join the others of their district", () => {
    const firms = [at(0, 0), at(0, 0), at(0, 1), at(0, NOWHERE), at(NOWHERE, 2), at(2, NOWHERE)];
    const { measured, pools } = rate(firms, { pool: { by: "park", least: 2 } });
    expect(pools.map(({ key }) => key)).toEqual(["510112-rest", "510114-rest", "auto-city"]);
    expect([...measured.pool]).toEqual([2, 2, 0, 0, 1, 1]);
  });

  test("last year's firms count for the pools of this year", () => {
    const before = [{ ...at(0, 0), tax: 50 }, { ...at(0, 1), tax: 30 }, at(1, NOWHERE)];
    const { pools } = rate(
      [at(0, 0), at(0, 0), at(0, 1), at(0, 1)],
      { pool: { by: "park", least: 2 }, baseline: { mode: "last_year", multiple: 2 } },
      before,
    );
    expect(pools.map(({ key, baselines }) => [key, baselines[0]])).toEqual([
      ["auto-city", 5],
      ["port", 3],
    ]);
  });
});

describe("baselines", () => {
  const lastYear = { baseline: { mode: "last_year", multiple: 2 } } as const;

  test("are sums over sums of firms rated last year that have both figures", () => {
    const before: Firm[] = [
      { land: 10, tax: 100, revenue: 1000, energy: 50 },
      { land: 30, tax: 20, revenue: 500 },
      { land: 5, tax: 5, revenue: 100, energy: 0 },
      { land: 40, tax: 900, revenue: 9000, exemptions: UTILITY },
      { land: 40, tax: 900, revenue: 9000, aboveScale: false },
      { land: 40, revenue: 9000 },
    ];
    const [pool] = rate(two, lastYear, before).pools;
    expect(pool?.baselines).toEqual([125 / 45, 1600 / 45, 20]);
    expect(pool?.basis).toEqual(["last_year", "last_year", "last_year"]);
  });

  test("without a year before, or with a sum of nothing, are the fixed ones", () => {
    expect(rate(two, lastYear).pools[0]).toMatchObject({
      baselines: [10, 300, 5],
      basis: ["fixed", "fixed", "fixed"],
    });
    const before = [{ land: 10, tax: -5, revenue: 100 }];
    expect(rate(two, lastYear, before).pools[0]).toMatchObject({
      baselines: [10, 10, 5],
      basis: ["fixed", "last_year", "fixed"],
    });
  });

  test("ratios are values over baselines in single precision, NaN for firms not rated and figures missing", () => {
    const { measured, values } = rate([...two, { ...usual, tax: Number.NaN }, { ...usual, energy: 0 }]);
    expect(values[0]?.[0]).toBe(10);
    expect([...(measured.ratios[1] ?? [])]).toEqual([1, 1, Number.NaN, 1]);
    expect([...(measured.ratios[2] ?? [])]).toEqual([1, 1, Number.NaN, Number.NaN]);
    expect(values[1]?.[2]).toBe(300);
  });
});

test("points beside the indicators come from titles and missing figures, within their limits", () => {
  const provenance = { certainty: "suggestion", basis: { zh: "测试", en: "test" } } as const;
  const item = (when: Scheme["bonuses"][number]["when"], points: number) => ({
    ...{ when, points, provenance },
    name: { zh: "加分", en: "bonus" },
  });
  const bonuses = [
    item({ title: "专精特新小巨人" }, 3),
    item({ title: "高新技术企业" }, 2),
    item({ title: "x" }, 9),
  ];
  const deductions = [item({ missing: "energy" }, 4)];
  const firms = [
    usual,
    { ...usual, titles: 1 },
    { ...usual, titles: 3 },
    { ...usual, titles: 2, energy: Number.NaN },
  ];
  const { measured } = rate(firms, { bonuses, deductions, bonusMax: 4, deductionMax: 3 });
  expect([...measured.extra]).toEqual([0, 3, 4, -1]);
});

describe("what cannot be rated is refused by the name of the field, in both languages", () => {
  const barred = { ...usual, vetoes: VETO };
  const lastYear = { mode: "last_year", multiple: 2 } as const;
  const unfixed = (others: Partial<Scheme["indicators"][number]> = {}) => {
    const { fixed: _, ...only } = indicator("tax_per_mu", "tax", "land", 100, others);
    return { indicators: [only], baseline: lastYear };
  };
  const unknown = {
    ...indicator("x", "tax", "land", 100),
    numerator: "profit",
  } as unknown as Scheme["indicators"][number];

  test.each<[string, string, readonly Firm[], Partial<Scheme>, readonly Firm[] | null]>([
    ["year", "a year without data", [], {}, null],
    [
      "object",
      "no firm that the scheme rates",
      two,
      { object: { size: "below_scale", leastLand_mu: 3 } },
      null,
    ],
    ["pool", "an empty pool", [{ ...usual, exemptions: UTILITY }, { land: 1 }], {}, null],
    ["pool", "a pool of one", [usual], {}, null],
    [
      "pool",
      "a district of one",
      [...two, { ...usual, district: 1 }],
      { pool: { by: "district", least: 2 } },
      null,
    ],
    ["vetoes", "all firms barred", [barred, barred], {}, null],
    [
      "vetoes",
      "all firms of a district barred",
      [...two, { ...barred, district: 1 }, { ...barred, district: 1 }],
      { pool: { by: "district", least: 2 } },
      null,
    ],
    ["indicators.0.fixed", "no year before and no fixed baseline", two, unfixed(), null],
    ["indicators.0.denominator", "denominators of nothing", two, unfixed(), [{ ...usual, land: 0 }]],
    ["indicators.0.numerator", "numerators below nothing", two, unfixed(), [{ ...usual, tax: -1 }]],
    [
      "indicators",
      "nothing left but a local indicator without baseline",
      two,
      unfixed({ local: true }),
      null,
    ],
    ["indicators.0.numerator", "an unknown figure", two, { indicators: [unknown] }, null],
  ])("%s: %s", (field, _, firms, others, before) => {
    let refusal: unknown;
    try {
      rate(firms, others, before);
    } catch (error) {
      refusal = error;
    }
    expect(refusal).toBeInstanceOf(RatingRefusal);
    if (!(refusal instanceof RatingRefusal)) return;
    expect(refusal.field).toBe(field);
    expect(refusal.message).toMatch(/^[\x20-\x7e]+\.$/);
    expect(refusal.zh).toMatch(/\p{Script=Han}.*。$/u);
  });
});
