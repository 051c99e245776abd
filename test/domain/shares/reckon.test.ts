import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { CITY_INDUSTRIAL_M2 } from "../../../domain/shares/definitions.ts";
import { missingAbove, missingOnBoth, roomBelow, standingOf } from "../../../domain/shares/gap.ts";
import type { LandPart, Parts, TransferPart } from "../../../domain/shares/parts.ts";
import { fractionOf, percentOf, transfersUntil } from "../../../domain/shares/reckon.ts";
import { DEFAULT_SWITCHES } from "../../../domain/shares/switches.ts";

const land = (part: Partial<LandPart>): LandPart => ({
  district: "510112",
  supplied: 2020,
  kind: "industry",
  net_m2: 90,
  area_m2: 100,
  ...part,
});
const transfer = (part: Partial<TransferPart>): TransferPart => ({
  district: "510112",
  year: 2025,
  month: 6,
  use: "industry",
  mode: "transfer",
  area_m2: 10,
  ...part,
});

const parts: Parts = {
  land: [
    land({}),
    land({ supplied: null, net_m2: 9, area_m2: 10 }),
    land({ supplied: 2026, net_m2: 1000, area_m2: 1000 }),
    land({ kind: "m0", net_m2: 5, area_m2: 5 }),
    land({ kind: "warehouse", net_m2: 7, area_m2: 8 }),
    land({ district: "510113", net_m2: 50, area_m2: 60 }),
  ],
  transfers: [
    transfer({}),
    transfer({ use: "new_industry", month: 12 }),
    transfer({ use: "housing", area_m2: 30 }),
    transfer({ use: "commerce", mode: "negotiated", area_m2: 5 }),
    transfer({ mode: "allocation", area_m2: 500 }),
    transfer({ mode: "lease_then_transfer", area_m2: 3 }),
    transfer({ year: 2024 }),
  ],
  statistics: [
    { district: "510112", year: 2025, urban_m2: 400, construction_m2: 500 },
    { district: "510113", year: 2025, urban_m2: 200, construction_m2: null },
    { district: "510112", year: 2024, urban_m2: 390, construction_m2: 480 },
  ],
};
const share = (id: "R1" | "R1p" | "R2" | "R3", asked: string | null = null, switches = {}, year = 2025) =>
  fractionOf(id, parts, year, asked, { ...DEFAULT_SWITCHES, ...switches });

describe("land", () => {
  test("counts what was there at the end of the year, net above urban construction land", () => {
    expect(share("R1")).toEqual({ numerator_m2: 90 + 9 + 5 + 50, denominator_m2: 600 });
    expect(share("R1", "510112", { m0: false })).toEqual({ numerator_m2: 99, denominator_m2: 400 });
    expect(share("R1", "510112", { warehouse: true })).toEqual({ numerator_m2: 111, denominator_m2: 400 });
  });

  test("over construction land it is the legal area, and unknown where a district did not report", () => {
    expect(share("R1p", "510112")).toEqual({ numerator_m2: 115, denominator_m2: 500 });
    expect(share("R1p")).toEqual({ numerator_m2: 175, denominator_m2: null });
    expect(share("R1", null, {}, 2024).denominator_m2).toBeNull();
  });

  test("the part of the city is of a total that is held", () => {
    expect(share("R3")).toEqual({ numerator_m2: 175, denominator_m2: CITY_INDUSTRIAL_M2 });
    expect(CITY_INDUSTRIAL_M2 / 1e6).toBeCloseTo(380.6, 1);
  });
});

describe("transfers", () => {
  test("are those of the year that were transferred commercially", () => {
    expect(share("R2")).toEqual({ numerator_m2: 20, denominator_m2: 50 });
    expect(share("R2", null, { m0: false })).toEqual({ numerator_m2: 10, denominator_m2: 50 });
    expect(share("R2", null, { negotiated: true, lease_then_transfer: true })).toEqual({
      numerator_m2: 23,
      denominator_m2: 58,
    });
    expect(percentOf(share("R2", "510113"))).toBeNull();
  });

  test("add up month by month", () => {
    const until = (month: number) =>
      transfersUntil(parts, { year: 2025, month, asked: null, switches: DEFAULT_SWITCHES });
    expect([until(5), until(6), until(12)].map(percentOf)).toEqual([null, 25, 40]);
  });
});

const fraction = fc.record({
  numerator_m2: fc.double({ min: 0, max: 1e9, noNaN: true }),
  denominator_m2: fc.double({ min: 1, max: 1e9, noNaN: true }),
});
const percent = fc.integer({ min: 1, max: 99 });

describe("what is missing", () => {
  test("by the formula of the domain rules", () => {
    expect(missingOnBoth({ numerator_m2: 29, denominator_m2: 100 }, 30)).toBeCloseTo((30 - 29) / 0.7, 12);
    expect(missingOnBoth({ numerator_m2: 31, denominator_m2: 100 }, 30)).toBe(0);
    expect(missingOnBoth({ numerator_m2: 31, denominator_m2: null }, 30)).toBeNull();
  });

  test("added where it belongs it makes the share exactly the target", () => {
    fc.assert(
      fc.property(fraction, percent, (given, target) => {
        const { numerator_m2: n, denominator_m2: d } = given;
        const above = missingAbove(given, target)!;
        const both = missingOnBoth(given, target)!;
        const room = roomBelow(given, target)!;
        if (above > 0) expect(((n + above) * 100) / d).toBeCloseTo(target, 6);
        if (both > 0) expect(((n + both) * 100) / (d + both)).toBeCloseTo(target, 6);
        if (room > 0) expect((n * 100) / (d + room)).toBeCloseTo(target, 6);
      }),
    );
  });

  test("a point above the target is near", () => {
    expect(
      [22.999, 22.999999999999996, 23, 23.999, 24, null].map((percent) => standingOf(percent, 23, 1)),
    ).toEqual(["missed", "near", "near", "near", "reached", "unknown"]);
  });
});
