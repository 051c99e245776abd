import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { toMu } from "../../../domain/area.ts";
import { apportion, LAND_RULES, TENURES } from "../../../domain/rating/land.ts";

/** Land that firms are rated on. */

type Row = [firm: number, parcel: number, tenure: (typeof TENURES)[number], floor?: number];
type Parcel = { area?: number; floorArea?: number; agreedFar?: number };

function land(firms: number, parcels: readonly Parcel[], rows: readonly Row[]) {
  const column = (of: (parcel: Parcel) => number | undefined) =>
    Float64Array.from(parcels, (parcel) => of(parcel) ?? Number.NaN);
  const found = apportion({
    firms,
    firm: Int32Array.from(rows, ([firm]) => firm),
    parcel: Int32Array.from(rows, ([, parcel]) => parcel),
    tenure: Uint8Array.from(rows, ([, , tenure]) => TENURES.indexOf(tenure)),
    floor: Float64Array.from(rows, ([, , , floor]) => floor ?? Number.NaN),
    parcels: {
      area: column(({ area }) => area),
      floorArea: column(({ floorArea }) => floorArea),
      agreedFar: column(({ agreedFar }) => agreedFar),
    },
  });
  const m2 = (mu: Float64Array) => [...mu].map((each) => Math.round((each * 10_000) / 15));
  return {
    land: m2(found.land),
    parts: m2(found.parts),
    rules: [...found.rules].map((rule) => LAND_RULES[rule]),
  };
}

const plot = { area: 20_000, floorArea: 10_000, agreedFar: 1 };

describe("land of a firm", () => {
  test("is its own parcel, whole", () =>
    expect(land(1, [plot], [[0, 0, "owned"]])).toEqual({
      land: [20_000],
      parts: [20_000],
      rules: ["whole"],
    }));

  test("adds up over parcels", () =>
    expect(
      land(
        1,
        [plot, { area: 500 }],
        [
          [0, 0, "owned"],
          [0, 1, "owned"],
        ],
      ).land,
    ).toEqual([20_500]));

  test("of several owners is by floors if all state them", () =>
    expect(
      land(
        2,
        [plot],
        [
          [0, 0, "owned", 1000],
          [1, 0, "owned", 3000],
        ],
      ),
    ).toEqual({
      land: [5000, 15_000],
      parts: [5000, 15_000],
      rules: ["by_floor", "by_floor"],
    }));

  test("of several owners is even if one states none", () =>
    expect(
      land(
        2,
        [plot],
        [
          [0, 0, "owned", 1000],
          [1, 0, "owned"],
        ],
      ),
    ).toEqual({
      land: [10_000, 10_000],
      parts: [10_000, 10_000],
      rules: ["shared", "shared"],
    }));

  test("is even among owners, not among their titles", () =>
    expect(
      land(
        2,
        [plot],
        [
          [0, 0, "owned"],
          [0, 0, "owned"],
          [1, 0, "owned"],
        ],
      ).land,
    ).toEqual([10_000, 10_000]));

  test("is not doubled by a second title of the only owner", () =>
    expect(
      land(
        1,
        [plot],
        [
          [0, 0, "owned"],
          [0, 0, "owned"],
        ],
      ).land,
    ).toEqual([20_000]));

  test("rented is the share of the floors", () =>
    expect(land(1, [plot], [[0, 0, "leased_in", 2500]])).toEqual({
      land: [5000],
      parts: [5000],
      rules: ["by_floor"],
    }));

  test("rented without the total of floors is floor over the agreed ratio", () =>
    expect(land(1, [{ area: 20_000, agreedFar: 2 }], [[0, 0, "leased_in", 3000]])).toEqual({
      land: [1500],
      parts: [1500],
      rules: ["by_ratio"],
    }));

  test.each<[string, Parcel, number | undefined]>([
    ["without total and ratio", { area: 20_000 }, 3000],
    ["without floor", plot, undefined],
    ["without the parcel's area", { floorArea: 10_000 }, 3000],
  ])("rented %s cannot be told", (_, parcel, floor) =>
    expect(
      land(
        1,
        [plot, parcel],
        [
          [0, 0, "owned"],
          [0, 1, "leased_in", floor as number],
        ],
      ),
    ).toEqual({
      land: [Number.NaN],
      parts: [20_000, Number.NaN],
      rules: ["whole", "unknown"],
    }),
  );

  test("let is taken off the same way", () =>
    expect(
      land(
        2,
        [plot],
        [
          [0, 0, "owned"],
          [0, 0, "leased_out", 2500],
          [1, 0, "leased_in", 2500],
        ],
      ),
    ).toEqual({
      land: [15_000, 5000],
      parts: [20_000, -5000, 5000],
      rules: ["whole", "by_floor", "by_floor"],
    }));

  test("let without a floor is not taken off", () =>
    expect(
      land(
        1,
        [plot],
        [
          [0, 0, "owned"],
          [0, 0, "leased_out"],
        ],
      ),
    ).toEqual({
      land: [20_000],
      parts: [20_000, 0],
      rules: ["whole", "not_deducted"],
    }));

  test("of a lease is never more than the parcel", () =>
    expect(land(1, [plot], [[0, 0, "leased_in", 99_000]]).land).toEqual([20_000]));

  test("is unknown for a firm that is on no parcel", () =>
    expect(land(2, [plot], [[1, 0, "owned"]]).land).toEqual([Number.NaN, 20_000]));
});

test("what tenants have and what the owner keeps is the parcel", () => {
  const floors = fc.array(fc.integer({ min: 1, max: 2000 }), { minLength: 1, maxLength: 5 });
  fc.assert(
    fc.property(floors, fc.integer({ min: 1, max: 1_000_000 }), (leased, area) => {
      const rows: Row[] = leased.flatMap((floor, i): Row[] => [
        [0, 0, "leased_out", floor],
        [i + 1, 0, "leased_in", floor],
      ]);
      const found = apportion({
        firms: leased.length + 1,
        firm: Int32Array.from([0, ...rows.map(([firm]) => firm)]),
        parcel: new Int32Array(rows.length + 1),
        tenure: Uint8Array.from([0, ...rows.map(([, , tenure]) => TENURES.indexOf(tenure))]),
        floor: Float64Array.from([Number.NaN, ...rows.map(([, , , floor]) => floor ?? Number.NaN)]),
        parcels: {
          area: Float64Array.of(area),
          floorArea: Float64Array.of(10_000),
          agreedFar: Float64Array.of(1),
        },
      });
      expect(found.land.reduce((all, mu) => all + mu, 0)).toBeCloseTo(toMu(area), 6);
    }),
  );
});
