import fc from "fast-check";
import { expect, test } from "vitest";
import { indexOf, pointsByGrade, summaryOf } from "../../client/yield/drawer/points.ts";
import type { Scatter } from "../../client/yield/protocol.ts";
import { codeAt, FIRM_CODE } from "../../client/yield/worker/codes.ts";
import { GRADES } from "../../domain/rating/columns.ts";

const codeOf = (i: number) => `91510112MA${String(i).padStart(8, "0")}`;

function scatterOf(firms: readonly { x: number; y: number; grade: number }[]): Scatter {
  return {
    x: "tax_per_mu",
    y: "revenue_per_mu",
    points: Float32Array.from(firms.flatMap(({ x, y }) => [x, y])),
    grades: Uint8Array.from(firms, ({ grade }) => grade),
    codes: new TextEncoder().encode(firms.map((_, i) => codeOf(i)).join("")),
    regression: null,
  };
}

const firm = fc.record({
  x: fc.float({ noNaN: true, noDefaultInfinity: true }),
  y: fc.float({ noNaN: true, noDefaultInfinity: true }),
  grade: fc.integer({ min: 0, max: GRADES.length - 1 }),
});

test("every firm is drawn once, in the cloud of its grade, and its point knows which firm it is", () => {
  fc.assert(
    fc.property(fc.array(firm, { maxLength: 60 }), (firms) => {
      const scatter = scatterOf(firms);
      const { series, left } = pointsByGrade(scatter, "linear");
      expect(left).toBe(0);
      const drawn = series.flatMap(({ grade, data, members }) =>
        [...members].map((member, i) => ({ member, grade, x: data[2 * i], y: data[2 * i + 1] })),
      );
      expect(drawn.map(({ member }) => member).sort((a, b) => a - b)).toEqual(firms.map((_, i) => i));
      for (const { member, grade, x, y } of drawn) {
        expect({ grade, x, y }).toEqual({ ...firms[member] });
        expect(codeAt(scatter.codes, FIRM_CODE, member)).toBe(codeOf(member));
        expect(indexOf(scatter, codeOf(member))).toBe(member);
      }
    }),
  );
});

test("logarithmic axes leave out what is not above zero, and say how many", () => {
  const scatter = scatterOf([
    { x: 0, y: 1, grade: 1 },
    { x: 2, y: -1, grade: 1 },
    { x: 3, y: 4, grade: 2 },
  ]);
  const { series, left } = pointsByGrade(scatter, "log");
  expect(left).toBe(2);
  expect(series.map(({ grade, data }) => [grade, [...data]])).toEqual([[2, [3, 4]]]);
});

test("the grade that most firms bear lies lowest", () => {
  const scatter = scatterOf([1, 2, 2, 2, 3, 3].map((grade) => ({ x: 1, y: 1, grade })));
  expect(pointsByGrade(scatter, "linear").series.map(({ grade }) => GRADES[grade])).toEqual(["B", "C", "A"]);
});

test("a firm that has no point is not found", () => {
  const scatter = scatterOf([{ x: 1, y: 1, grade: 1 }]);
  expect(indexOf(scatter, codeOf(7))).toBeNull();
  expect(indexOf(scatter, "")).toBeNull();
  expect(indexOf(scatter, "short")).toBeNull();
});

test("the table behind the scatter says mean, least and most of both, grade by grade", () => {
  const scatter = scatterOf([
    { x: 1, y: 10, grade: 2 },
    { x: 3, y: 30, grade: 2 },
    { x: 5, y: 5, grade: 1 },
  ]);
  expect(summaryOf(scatter)).toEqual([
    { grade: "A", firms: 1, of: [5, 5, 5, 5, 5, 5] },
    { grade: "B", firms: 2, of: [2, 1, 3, 20, 10, 30] },
  ]);
});
