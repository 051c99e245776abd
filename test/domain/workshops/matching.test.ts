import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { countMatches } from "../../../domain/workshops/counting.ts";
import type { Criterion, NeededWorkshop, OfferedWorkshop } from "../../../domain/workshops/criteria.ts";
import {
  fitsOf,
  goTogether,
  preferredNeed,
  preferredOffer,
  scoreOf,
  speaksAgainst,
} from "../../../domain/workshops/matching.ts";

const OFFER: OfferedWorkshop = {
  district_code: "510114",
  industries: ["35", "37"],
  left_m2: 3000,
  least_area_m2: 1000,
  height_m: 6,
  load_kn_m2: 10,
  power_kva: 500,
  crane_t: 5,
  ground_floor: true,
  rent_yuan: 20,
  free_from: "2026-03-01",
};
const NEED: NeededWorkshop = {
  industry_code: "3741",
  districts: ["510114", "510117"],
  area_low_m2: 2000,
  area_high_m2: 4000,
  height_m: 6,
  load_kn_m2: 10,
  power_kva: 500,
  crane_t: 5,
  ground_floor: true,
  rent_yuan: 20,
  wanted_by: "2026-03-01",
};

const fitOf = (criterion: Criterion, offer: Partial<OfferedWorkshop>, need: Partial<NeededWorkshop>) =>
  fitsOf({ ...OFFER, ...offer }, { ...NEED, ...need })[criterion];

test("what is reached exactly is reached, in every criterion", () => {
  expect(new Set(Object.values(fitsOf(OFFER, NEED)))).toEqual(new Set(["yes"]));
});

test.each<[Criterion, Partial<OfferedWorkshop>, Partial<NeededWorkshop>, string]>([
  ["district", {}, { districts: [] }, "open"],
  ["district", { district_code: "510112" }, {}, "no"],
  ["industry", { industries: [] }, {}, "open"],
  ["industry", {}, { industry_code: "37" }, "yes"],
  ["industry", {}, { industry_code: "3841" }, "no"],
  ["area", { left_m2: 2000 }, {}, "yes"],
  ["area", { left_m2: 1999.9 }, {}, "no"],
  ["area", { least_area_m2: 4000, left_m2: 9000 }, {}, "yes"],
  ["area", { least_area_m2: 4000.1, left_m2: 9000 }, {}, "no"],
  ["area", { least_area_m2: null, left_m2: 9000 }, {}, "yes"],
  // What is left below the least is let as a whole.
  ["area", { least_area_m2: 5000, left_m2: 2500 }, {}, "yes"],
  ["area", { left_m2: 0 }, { area_low_m2: 1 }, "no"],
  ["height", { height_m: 5.9 }, {}, "no"],
  ["height", { height_m: null }, {}, "ask"],
  ["height", { height_m: null }, { height_m: null }, "open"],
  ["load", { load_kn_m2: 9.99 }, {}, "no"],
  ["power", { power_kva: null }, {}, "ask"],
  ["power", { power_kva: null }, { power_kva: 0 }, "open"],
  ["crane", { crane_t: 0 }, {}, "no"],
  ["ground_floor", { ground_floor: false }, {}, "no"],
  ["ground_floor", { ground_floor: false }, { ground_floor: false }, "open"],
  ["rent", { rent_yuan: 20.01 }, {}, "ask"],
  ["rent", { rent_yuan: 22 }, {}, "ask"],
  ["rent", { rent_yuan: 22.01 }, {}, "no"],
  ["rent", { rent_yuan: 7.7 }, { rent_yuan: 7 }, "ask"],
  ["rent", { rent_yuan: null }, {}, "ask"],
  ["rent", {}, { rent_yuan: null }, "open"],
  ["date", { free_from: "2026-03-02" }, {}, "no"],
  ["date", { free_from: null }, {}, "yes"],
  ["date", {}, { wanted_by: null }, "open"],
])("%s of %j for %j: %s", (criterion, offer, need, expected) => {
  expect(fitOf(criterion, offer, need)).toBe(expected);
});

const score = (offer: Partial<OfferedWorkshop>, need: Partial<NeededWorkshop> = {}) => {
  const [o, n] = [
    { ...OFFER, ...offer },
    { ...NEED, ...need },
  ];
  return scoreOf(fitsOf(o, n), o, n);
};

describe("the order", () => {
  test("is by what speaks against, what is met, what must be asked, and how close the sizes are", () => {
    const falling = [
      score({}),
      score({ left_m2: 5000 }),
      score({ left_m2: 8000 }),
      score({}, { height_m: null }),
      score({ height_m: null }),
      score({ height_m: null, left_m2: 8000 }),
      score({ height_m: null, load_kn_m2: null }),
      score({ height_m: 1 }),
      score({ height_m: 1, left_m2: 100 }),
    ];
    expect(falling).toEqual([...falling].sort((a, b) => b - a));
    expect(new Set(falling).size).toBe(falling.length);
  });

  test("then by who is free earlier and cheaper, or in more of a hurry and pays more", () => {
    const offers = [
      { ...OFFER, free_from: null, rent_yuan: 30 },
      { ...OFFER, rent_yuan: 18 },
      OFFER,
      { ...OFFER, rent_yuan: null },
    ];
    expect(offers.toReversed().sort(preferredOffer)).toEqual(offers);
    const needs = [NEED, { ...NEED, rent_yuan: 18 }, { ...NEED, wanted_by: null }];
    expect(needs.toReversed().sort(preferredNeed)).toEqual(needs);
  });
});

const maybe = <T>(...values: T[]) => fc.constantFrom(null, ...values);
const figures = {
  height_m: maybe(4.5, 6, 8),
  load_kn_m2: maybe(5, 10),
  power_kva: maybe(0, 315, 800),
  crane_t: maybe(0, 5),
  ground_floor: fc.boolean(),
  rent_yuan: maybe(15, 16.5, 22),
};
const DISTRICTS = ["510112", "510114", "510117"];
const TRADES = ["13", "35", "37"];
const offered = fc.record({
  ...figures,
  district_code: fc.constantFrom(...DISTRICTS),
  industries: fc.array(fc.constantFrom(...TRADES), { maxLength: 4 }),
  left_m2: fc.integer({ min: 0, max: 9 }),
  least_area_m2: maybe(2, 8),
  free_from: maybe("2026-01-01", "2026-06-01"),
});
const needed = fc.record({
  ...figures,
  industry_code: fc.constantFrom("13", "1392", "351", "37"),
  districts: fc.array(fc.constantFrom(...DISTRICTS), { maxLength: 4 }),
  area_low_m2: fc.integer({ min: 1, max: 5 }),
  area_high_m2: fc.integer({ min: 5, max: 9 }),
  wanted_by: maybe("2026-03-01", "2026-09-01"),
});
const numbered = <T extends object>(list: T[]) => list.map((one, i) => ({ ...one, id: 100 - i }));

test("what is counted at once is what pair by pair has nothing against it", () => {
  const lists = [fc.array(offered, { maxLength: 12 }), fc.array(needed, { maxLength: 12 })] as const;
  fc.assert(
    fc.property(...lists, (someOffers, someNeeds) => {
      const [offers, needs] = [numbered(someOffers), numbered(someNeeds)];
      const counts = countMatches(offers, needs);
      for (const offer of offers) {
        const fitting = needs.filter((need) => !speaksAgainst(fitsOf(offer, need)));
        expect(needs.filter((need) => goTogether(offer, need))).toEqual(fitting);
        expect(counts.offers.get(offer.id)).toBe(fitting.length);
      }
      for (const need of needs)
        expect(counts.needs.get(need.id)).toBe(offers.filter((offer) => goTogether(offer, need)).length);
    }),
  );
});
