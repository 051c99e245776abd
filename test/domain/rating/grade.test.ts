import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  GRADES,
  type Graded,
  lettersOf,
  MARK,
  type Measured,
  STANDING,
  type Terms,
} from "../../../domain/rating/columns.ts";
import { grade, rank } from "../../../domain/rating/grade.ts";
import type { Scheme } from "../../../domain/rating/scheme.ts";
import { tally } from "../../../domain/rating/tally.ts";
import { grades } from "./support/city.ts";
import { gradesByHand } from "./support/reference.ts";

/** Grades by quota and by cut-off, against what a clerk finds with a sorted list. */

type Firm = { score: number; mark: number; pool: number; standing: number };

const rated = (score: number, others: Partial<Firm> = {}): Firm => ({
  ...{ score, mark: 0, pool: 0, standing: STANDING.rated },
  ...others,
});

/** One indicator of weight 100 and multiple 1: a ratio of 0.37 is 37 points. */
function graded(
  firms: readonly Firm[],
  by: Scheme["grades"],
  pools = 1,
): { measured: Measured; graded: Graded } {
  const measured: Measured = {
    count: firms.length,
    district: new Uint16Array(firms.length),
    pool: Uint16Array.from(firms, ({ pool }) => pool),
    pools,
    standing: Uint8Array.from(firms, ({ standing }) => standing),
    mark: Uint8Array.from(firms, ({ mark }) => mark),
    ratios: [Float32Array.from(firms, ({ score }) => score / 100)],
    extra: new Float32Array(firms.length),
    land: new Float32Array(firms.length).fill(1),
  };
  const terms: Terms = {
    weights: Float64Array.of(100),
    caps: Float64Array.of(1),
    lower: Uint8Array.of(0),
    multiple: 1,
    grades: by,
  };
  return { measured, graded: grade(measured, terms) };
}

const lettersIn = ({ grade }: Graded) => [...grade].map((letter) => GRADES[letter] as string);
const quota = (top: number[], bottom: number): Scheme["grades"] => ({
  method: "quota",
  letters: top.length === 1 ? "ABC" : "ABCD",
  top,
  bottom,
});

const marks = fc.oneof(
  { arbitrary: fc.constant(0), weight: 6 },
  fc.constantFrom(MARK.vetoed, MARK.protected),
);
const firm = (scores: number): fc.Arbitrary<Firm> =>
  fc.record({
    score: fc.integer({ min: 0, max: scores }).map((step) => (step * 100) / scores),
    mark: marks,
    pool: fc.integer({ min: 0, max: 3 }),
    standing: fc.oneof(
      { arbitrary: fc.constant<number>(STANDING.rated), weight: 8 },
      fc.constantFrom<number>(STANDING.outside, STANDING.exempt, STANDING.incomplete),
    ),
  });

test.each([
  ["of a few scores, so that most are tied", 6],
  ["of many scores", 100_000],
])("a clerk gives the same grades to firms %s", (_, scores) => {
  fc.assert(
    fc.property(fc.array(firm(scores), { minLength: 1, maxLength: 60 }), grades, (firms, by) => {
      const found = graded(firms, by, 4);
      const letters = lettersIn(found.graded);
      for (let pool = 0; pool < 4; pool++) {
        const members = firms.flatMap((each, i) =>
          each.pool === pool && each.standing === STANDING.rated ? [i] : [],
        );
        const scored = members.map((i) => ({
          points: found.graded.points[i] as number,
          barred: firms[i]?.mark === MARK.vetoed,
          protected: firms[i]?.mark === MARK.protected,
        }));
        expect(members.map((i) => letters[i])).toEqual(gradesByHand(scored, by));
      }
      firms.forEach(({ standing }, i) => {
        if (standing !== STANDING.rated) expect(letters[i]).toBe(["", "", "T", "N"][standing]);
      });
    }),
    { numRuns: 600 },
  );
});

test.each([
  ["many in one pool", 1, 1000],
  ["many tied in one pool", 1, 20],
  ["many pools", 200, 1000],
])("a clerk gives the same grades to thirty thousand firms, %s", (_, pools, scores) => {
  let state = 7;
  const next = (below: number) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
  const firms = Array.from({ length: 30_000 }, () =>
    rated((next(scores) * 100) / scores, { pool: next(pools), mark: [0, 0, 0, 0, 1, 2][next(6)] as number }),
  );
  const by = quota([2000, 6000], 500);
  const found = graded(firms, by, pools);
  const letters = lettersIn(found.graded);
  for (let pool = 0; pool < pools; pool++) {
    const members = firms.flatMap((each, i) => (each.pool === pool ? [i] : []));
    const scored = members.map((i) => ({
      points: found.graded.points[i] as number,
      barred: firms[i]?.mark === MARK.vetoed,
      protected: firms[i]?.mark === MARK.protected,
    }));
    expect(members.map((i) => letters[i])).toEqual(gradesByHand(scored, by));
  }
});

const distinct = (n: number, seed: number) =>
  Array.from({ length: n }, (_, i) => rated((((i * 7919 + seed) % n) * 100) / n));
const counted = (letters: string[], letter: string) => letters.filter((each) => each === letter).length;
const whole = (n: number, share: number) => (BigInt(n) * BigInt(share)) / 10_000n;

test.each([
  ["A, B, C", quota([3000], 1000)],
  ["A, B, C, D", quota([2000, 6000], 500)],
  ["an odd quota", quota([3333], 1667)],
  ["nobody best, everybody lowest", quota([0], 10_000)],
] as const)("%s: quotas hold exactly for every number of firms from 2 to 400", (_, by) => {
  if (by.method !== "quota") throw new Error("not a quota");
  for (let n = 2; n <= 400; n++) {
    // 7919 is prime, so that the scores are a shuffle unless n is a multiple of it.
    const letters = lettersIn(graded(distinct(n, n * 31), by).graded);
    const upTo = by.top.map((share) => Number(whole(n, share)));
    const lowest = Number((BigInt(n) * BigInt(by.bottom) + 9999n) / 10_000n);
    expect(counted(letters, "A")).toBe(upTo[0]);
    if (upTo.length > 1) expect(counted(letters, "A") + counted(letters, "B")).toBe(upTo[1]);
    expect(counted(letters, lettersOf(by).at(-1) as string)).toBe(lowest);
  }
});

test("with ties the best are never more, and the lowest never fewer, than the quota", () => {
  const tied = fc.array(
    fc.integer({ min: 0, max: 8 }).map((score) => rated(score * 10)),
    { minLength: 2, maxLength: 80 },
  );
  fc.assert(
    fc.property(tied, grades, (firms, by) => {
      fc.pre(by.method === "quota");
      const letters = lettersIn(graded(firms, by).graded);
      const n = firms.length;
      expect(counted(letters, "A")).toBeLessThanOrEqual((n * (by.top[0] as number)) / 10_000);
      const worst = counted(letters, lettersOf(by).at(-1) as string);
      expect(worst * 10_000).toBeGreaterThanOrEqual(n * by.bottom);
    }),
  );
});

describe("three grades", () => {
  const by = quota([3000], 1000);
  const ten = (marks: Record<number, number> = {}) =>
    Array.from({ length: 10 }, (_, i) => rated(100 - i * 10, { mark: marks[i] ?? 0 }));
  const letters = (firms: Firm[]) => lettersIn(graded(firms, by).graded).join("");

  test("one after the other", () => expect(letters(ten())).toBe("AAABBBBBBC"));
  test("a barred firm is C, fills its quota, and the next takes its place among the best", () =>
    expect(letters(ten({ 1: MARK.vetoed }))).toBe("ACAABBBBBB"));
  test("a protected firm is not the lowest; the next one up is", () =>
    expect(letters(ten({ 9: MARK.protected }))).toBe("AAABBBBBCB"));
  test("who is tied across the first line is below it", () =>
    expect(letters([90, 80, 70, 70, 50, 40, 30, 20, 10, 5].map((score) => rated(score)))).toBe("AABBBBBBBC"));
  test("who is tied across the last line is below it", () =>
    expect(letters([90, 80, 70, 60, 50, 40, 30, 20, 10, 10].map((score) => rated(score)))).toBe(
      "AAABBBBBCC",
    ));
  test("all equal are the lowest", () => expect(letters(Array(10).fill(rated(50)))).toBe("CCCCCCCCCC"));
  test("a firm among the best is not the lowest even if all others are protected", () =>
    expect(
      letters(ten(Object.fromEntries([3, 4, 5, 6, 7, 8, 9, 0, 1].map((i) => [i, MARK.protected])))),
    ).toBe("AAABBBBBBB"));
});

describe("four grades", () => {
  const by = quota([2000, 6000], 500);
  const letters = (marks: Record<number, number>) =>
    lettersIn(
      graded(
        Array.from({ length: 10 }, (_, i) => rated(100 - i * 10, { mark: marks[i] ?? 0 })),
        by,
      ).graded,
    ).join("");

  test("one after the other", () => expect(letters({})).toBe("AABBBBCCCD"));
  test("a barred firm is C", () => expect(letters({ 0: MARK.vetoed })).toBe("CAABBBBCCD"));
  test("a barred firm is D where its own points say so", () =>
    expect(letters({ 9: MARK.vetoed })).toBe("AABBBBCCCD"));
});

describe("cut-offs", () => {
  const by: Scheme["grades"] = { method: "cutoff", letters: "ABCD", scores: [80, 60, 40] };
  test("begin with their score", () => {
    const found = graded(
      [80, 79.99, 60, 59.99, 40, 39.99].map((score) => rated(score)),
      by,
    );
    expect(lettersIn(found.graded).join("")).toBe("ABBCCD");
    expect(found.graded.lines[0]?.map(({ points }) => points)).toEqual([80e6, 60e6, 40e6]);
  });
  test("veto and protection", () => {
    const firms = [
      rated(90, { mark: MARK.vetoed }),
      rated(10, { mark: MARK.vetoed }),
      rated(10, { mark: MARK.protected }),
    ];
    expect(lettersIn(graded(firms, by).graded).join("")).toBe("CDC");
  });
});

test("a line is what a firm from below must reach, and a millionth less is not enough", () => {
  const firms = fc
    .array(firm(30), { minLength: 4, maxLength: 40 })
    .map((all) => all.map((each) => ({ ...each, pool: 0 })));
  fc.assert(
    fc.property(firms, grades, fc.nat(), (all, by, at) => {
      fc.pre(by.method === "quota");
      const { graded: before } = graded(all, by);
      const i = at % all.length;
      const letter = GRADES[before.grade[i] as number] as string;
      fc.pre(letter >= "B" && letter <= "D" && all[i]?.mark === 0);
      const reachable = (before.lines[0] ?? []).filter((line) => line.points !== null && line.grade < letter);
      for (const line of reachable) {
        const scored = all
          .map((each, k) => ({ each, k }))
          .filter(({ each }) => each.standing === STANDING.rated)
          .map(({ each, k }) => ({
            k,
            points: before.points[k] as number,
            barred: each.mark === MARK.vetoed,
            protected: each.mark === MARK.protected,
          }));
        const own = scored.findIndex(({ k }) => k === i);
        const gradeAt = (points: number) =>
          gradesByHand(
            scored.map((each, k) => (k === own ? { ...each, points } : each)),
            by,
          )[own] as string;
        expect(gradeAt(line.points as number) <= line.grade).toBe(true);
        const nearest = Math.min(...reachable.map(({ points }) => points as number));
        expect(gradeAt(nearest - 1) >= letter).toBe(true);
      }
    }),
    { numRuns: 400 },
  );
});

test("arrays that are given are used again", () => {
  const by = quota([3000], 1000);
  const { measured, graded: first } = graded(distinct(50, 3), by);
  const terms: Terms = {
    ...{ weights: Float64Array.of(100), caps: Float64Array.of(1), lower: Uint8Array.of(0) },
    ...{ multiple: 2, grades: by },
  };
  const second = grade(measured, terms, first);
  expect(second).toBe(first);
  expect(second).toEqual(grade(measured, terms));
});

test("places are by points, then tax and revenue per mu, then order; the barred come last; each pool begins with 1", () => {
  const firms = [
    rated(50),
    rated(50),
    rated(50),
    rated(90, { mark: MARK.vetoed }),
    rated(60),
    rated(50, { standing: STANDING.incomplete }),
    rated(10, { pool: 1 }),
    rated(20, { pool: 1 }),
    rated(50),
  ];
  const found = graded(firms, quota([3000], 1000), 2);
  const tax = Float64Array.of(1, 2, 2, 9, 0, 9, 0, 0, Number.NaN);
  const revenue = Float64Array.of(9, 1, 1, 9, 0, 9, 0, 0, 9);
  expect([...rank(found.measured, found.graded, tax, revenue)]).toEqual([4, 2, 3, 6, 1, 0, 2, 1, 5]);
});

test("places are a permutation in the order of a plain sort", () => {
  fc.assert(
    fc.property(fc.array(firm(20), { maxLength: 80 }), (firms) => {
      const found = graded(firms, quota([3000], 1000), 4);
      const tax = Float64Array.from(firms, (_, i) => (i * 7) % 3);
      const places = rank(found.measured, found.graded, tax, tax);
      for (let pool = 0; pool < 4; pool++) {
        const order = firms
          .map((each, i) => ({ ...each, i, points: found.graded.points[i] as number }))
          .filter((each) => each.pool === pool && each.standing === STANDING.rated)
          .sort(
            (a, b) =>
              (a.mark & MARK.vetoed) - (b.mark & MARK.vetoed) ||
              b.points - a.points ||
              (tax[b.i] as number) - (tax[a.i] as number) ||
              a.i - b.i,
          );
        expect(order.map(({ i }) => places[i])).toEqual(order.map((_, place) => place + 1));
      }
    }),
  );
});

test("tallies count firms and mu by place and grade, leaving out those who are nowhere", () => {
  const letters = Uint8Array.of(1, 1, 3, 6, 1);
  const land = Float32Array.of(2, 3, 5, Number.NaN, 7);
  const { firms, land: mu } = tally(letters, land, Uint16Array.of(0, 0, 1, 1, 0xffff), 2);
  const at = (place: number, letter: number) => place * GRADES.length + letter;
  expect([firms[at(0, 1)], mu[at(0, 1)]]).toEqual([2, 5]);
  expect([firms[at(1, 3)], mu[at(1, 3)]]).toEqual([1, 5]);
  expect([firms[at(1, 6)], mu[at(1, 6)]]).toEqual([1, 0]);
  expect(firms.reduce((all, each) => all + each, 0)).toBe(4);
});
