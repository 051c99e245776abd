import { describe, expect, test } from "vitest";
import { GRADES, NOWHERE } from "../../../domain/rating/columns.ts";
import { parcelGrades, parkRatings } from "../../../domain/rating/derived.ts";
import { termsOf } from "../../../domain/rating/grade.ts";
import { scheme } from "./support/city.ts";

/** Grades of parcels and parks. */

const letter = (name: string) => GRADES.indexOf(name as (typeof GRADES)[number]);

describe("a parcel", () => {
  type Row = [grade: string, mu: number, points?: number];
  /** Every row is another firm on the only parcel. */
  const parcel = (rows: readonly Row[]) => {
    const found = parcelGrades({
      firm: Int32Array.from(rows, (_, i) => i),
      parcel: new Int32Array(rows.length),
      parts: Float64Array.from(rows, ([, mu]) => mu),
      parcels: 1,
      grade: Uint8Array.from(rows, ([grade]) => letter(grade)),
      points: Int32Array.from(rows, ([, , points]) => points ?? 0),
      taxPerMu: new Float64Array(rows.length),
      revenuePerMu: new Float64Array(rows.length),
    });
    return [GRADES[found.grade[0] as number], found.land[0], found.firms[0], found.points[0]];
  };

  test.each<[string, readonly Row[], unknown[]]>([
    [
      "has the grade with most land",
      [
        ["A", 10, 80],
        ["C", 6, 20],
        ["C", 5, 20],
      ],
      ["C", 21, 3, Math.round((800 + 220) / 21)],
    ],
    [
      "has the lower of equal grades",
      [
        ["A", 10, 80],
        ["B", 10, 60],
      ],
      ["B", 20, 2, 70],
    ],
    [
      "has no T while somebody is rated",
      [
        ["T", 90],
        ["B", 1, 60],
      ],
      ["B", 91, 2, 60],
    ],
    [
      "is T or N where nobody is",
      [
        ["T", 9],
        ["N", 1],
      ],
      ["T", 10, 2, Number.NaN],
    ],
    [
      "has a score below nothing where deductions bring it there",
      [
        ["C", 10, -3],
        ["C", 10, 1],
      ],
      ["C", 20, 2, -1],
    ],
    ["is N where land is not known", [["N", Number.NaN]], ["N", 0, 1, Number.NaN]],
    ["has none where nobody of the run is", [["", 9]], ["", 0, 0, Number.NaN]],
    [
      "doesn't count who has let all of it",
      [
        ["A", 0, 90],
        ["C", 10, 10],
      ],
      ["C", 10, 1, 10],
    ],
    ["has none after its owner has let all of it", [["A", 1e-12, 90]], ["", 0, 0, Number.NaN]],
  ])("%s", (_, rows, expected) => expect(parcel(rows)).toEqual(expected));

  test("adds up what a firm owns and lets there; parcels keep apart", () => {
    const found = parcelGrades({
      firm: Int32Array.of(1, 0, 1, 0),
      parcel: Int32Array.of(1, 1, 1, 2),
      parts: Float64Array.of(30, 18, -18, 7),
      parcels: 4,
      grade: Uint8Array.of(letter("A"), letter("C")),
      points: Int32Array.of(90, 20),
      taxPerMu: Float64Array.of(12, 30),
      revenuePerMu: Float64Array.of(120, 300),
    });
    expect([...found.grade].map((each) => GRADES[each])).toEqual(["", "A", "A", ""]);
    expect([...found.land]).toEqual([0, 30, 7, 0]);
    expect([...found.firms]).toEqual([0, 2, 1, 0]);
    // The second firm has let all that it owns here but 12 of 30 mu.
    expect([...found.taxPerMu]).toEqual([Number.NaN, (18 * 12 + 12 * 30) / 30, 12, Number.NaN]);
    expect([...found.revenuePerMu]).toEqual([Number.NaN, (18 * 120 + 12 * 300) / 30, 120, Number.NaN]);
  });

  test("has the figures of those whose figures are known, over their land on it", () => {
    const found = parcelGrades({
      firm: Int32Array.of(0, 1, 2),
      parcel: new Int32Array(3),
      parts: Float64Array.of(10, 30, 60),
      parcels: 1,
      grade: new Uint8Array(3).fill(letter("B")),
      points: new Int32Array(3),
      taxPerMu: Float64Array.of(8, 4, Number.NaN),
      revenuePerMu: Float64Array.of(Number.NaN, 40, 10),
    });
    expect([found.taxPerMu[0], found.revenuePerMu[0]]).toEqual([5, 20]);
  });
});

describe("a park", () => {
  const terms = termsOf(scheme({ grades: { method: "quota", letters: "ABC", top: [5000], bottom: 2500 } }));
  type Row = [park: number, grade: string, points: number, land: number, tax?: number];
  const parks = (rows: readonly Row[], parent: readonly number[]) =>
    parkRatings({
      park: Uint16Array.from(rows, ([park]) => park),
      parent: Int32Array.from(parent),
      grade: Uint8Array.from(rows, ([, grade]) => letter(grade)),
      points: Int32Array.from(rows, ([, , points]) => points),
      land: Float64Array.from(rows, ([, , , land]) => land),
      revenue: new Float64Array(rows.length).fill(Number.NaN),
      tax: Float64Array.from(rows, ([, , , , tax]) => tax ?? Number.NaN),
      terms,
    });
  const five = (park: number, points: number): Row[] =>
    Array.from({ length: 5 }, () => [park, "B", points, 10, 50]);

  test("has the mean of its firms, weighted by their land, and what they earn on it", () => {
    const [park] = parks(
      [
        [0, "A", 90, 10, 100],
        [0, "C", 30, 20, 20],
        [0, "T", 0, 5, 999],
        [0, "N", 0, Number.NaN, 1],
        [0, "", 0, 100, 1],
        [NOWHERE, "A", 90, 10, 1],
      ],
      [-1],
    );
    expect(park).toMatchObject({
      points: 50,
      firms: 2,
      land: 30,
      taxPerMu: 4,
      revenuePerMu: null,
      grade: letter("N"),
      rank: null,
    });
    expect([...(park?.landByGrade ?? [])]).toEqual([0, 10, 0, 20, 0, 5, 0]);
  });

  test("is graded among parks with five rated firms", () => {
    const rows = [...five(0, 40), ...five(1, 60), ...five(2, 50), ...five(3, 30), ...five(4, 99).slice(1)];
    const found = parks(rows, [-1, -1, -1, -1, -1]);
    expect(found.map(({ grade }) => GRADES[grade])).toEqual(["B", "A", "A", "C", "N"]);
    expect(found.map(({ rank }) => rank)).toEqual([3, 1, 2, 4, null]);
  });

  test("alone has nobody to be compared with", () => {
    expect(parks(five(0, 40), [-1])[0]).toMatchObject({ grade: letter("N"), rank: null, points: 40 });
  });

  test("counts the firms of parks inside it, and a circle does no harm", () => {
    const found = parks([...five(0, 40), ...five(1, 60)], [-1, 0]);
    expect(found.map(({ firms, points }) => [firms, points])).toEqual([
      [10, 50],
      [5, 60],
    ]);
    expect(parks(five(0, 40), [1, 0]).map(({ firms }) => firms)).toEqual([5, 5]);
  });

  test("without any there are none", () => expect(parks([], [])).toEqual([]));
});
