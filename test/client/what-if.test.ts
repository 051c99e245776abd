import fc from "fast-check";
import { expect, test } from "vitest";
import type { MovedFirm } from "../../client/yield/protocol.ts";
import { bordersOf, withBorder, withMultiple, withWeight } from "../../client/yield/what-if/change.ts";
import { draftScheme, proposedKey } from "../../client/yield/what-if/draft-scheme.ts";
import { movedCsv } from "../../client/yield/what-if/moved-csv.ts";
import { follow } from "../../client/yield/what-if/weights.ts";
import { whatIf } from "../../client/yield/words/zh/what-if.ts";
import { NewScheme, SchemeKey } from "../../domain/api/ratings/schemes.ts";
import { Scheme } from "../../domain/rating/scheme.ts";
import { readTerms, writeTerms } from "../../domain/rating/terms.ts";
import { grades, scheme } from "../domain/rating/support/city.ts";
import { codeOf, made } from "./support/yield-block.ts";

const weights = fc.array(fc.integer({ min: 0, max: 10_000 }), { minLength: 2, maxLength: 12 });

test("a weight gets what the hand gives it, the sum stays, and the others keep their proportions", () => {
  fc.assert(
    fc.property(weights, fc.nat(11), fc.double({ min: 0, max: 1, noNaN: true }), (before, at, part) => {
      const moved = at % before.length;
      const total = before.reduce((sum, weight) => sum + weight, 0);
      const after = follow(before, moved, part * total);
      expect(after.reduce((sum, weight) => sum + weight, 0)).toBe(total);
      expect(after[moved]).toBe(Math.round(part * total));
      expect(after.every((weight) => weight >= 0)).toBe(true);
      const others = total - before[moved]!;
      const left = total - after[moved]!;
      if (others > 0)
        before.forEach((weight, i) => {
          if (i !== moved) expect(Math.abs(after[i]! - (weight * left) / others)).toBeLessThan(1);
        });
    }),
  );
  expect(follow([10_000, 0, 0], 0, 4000)).toEqual([4000, 3000, 3000]);
  expect(follow([10_000], 0, 4000)).toEqual([10_000]);
});

type Move = { kind: "weight" | "multiple" | "border"; at: number; to: number };
const moves = fc.array(
  fc.record({
    kind: fc.constantFrom("weight" as const, "multiple" as const, "border" as const),
    at: fc.nat(9),
    to: fc.double({ min: -20, max: 160, noNaN: true }),
  }),
  { maxLength: 12 },
);

function apply(to: Scheme, { kind, at, to: value }: Move): Scheme {
  if (kind === "multiple") return withMultiple(to, value);
  if (kind === "weight") {
    const on = to.indicators.map(() => true);
    return withWeight(to, on, at % to.indicators.length, value);
  }
  const borders = bordersOf(to.grades);
  return withBorder(to, borders[at % borders.length]!, value);
}

test("whatever the hand does, what comes out is a scheme, and a link says it", () => {
  fc.assert(
    fc.property(grades, moves, (kind, steps) => {
      const original = scheme({ grades: kind });
      const tried = steps.reduce(apply, original);
      expect(() => Scheme.parse(tried)).not.toThrow();
      expect(readTerms(original, writeTerms(original, tried))).toEqual(tried);
    }),
  );
});

test("indicators that are off keep their weight", () => {
  const after = withWeight(scheme(), [true, false, true], 0, 60);
  expect(after.indicators.map(({ weight }) => weight)).toEqual([60, 30, 10]);
});

test("a draft says of itself, and of each weight that was moved, that it is a suggestion", () => {
  const { scheme: original } = made([
    { land: 1, tax: 1, revenue: 1 },
    { land: 1, tax: 2, revenue: 2 },
  ]);
  const read = { certainty: "read", basis: { zh: "原文", en: "source" } } as const;
  const base: Scheme = {
    ...original,
    indicators: original.indicators.map((one) => ({ ...one, provenance: read })),
  };
  const tried = withWeight(base, [true, true, false], 0, 60);
  const head = { scheme: { key: "test", version: 3, definition: base } };
  const key = proposedKey("test", new Date("2026-11-21T08:30:00Z"));
  const draft = draftScheme(head as Parameters<typeof draftScheme>[0], tried, { key, name: "新", by: "我" });
  expect(NewScheme.parse(draft)).toMatchObject({
    key: "test-2611210830",
    basedOn: { key: "test", version: 3 },
    definition: { name: { zh: "新" }, provenance: { certainty: "suggestion" } },
  });
  expect(draft.definition.indicators.map(({ provenance }) => provenance.certainty)).toEqual([
    "suggestion",
    "suggestion",
    "read",
  ]);
  expect(SchemeKey.safeParse(proposedKey("x".repeat(60), new Date())).success).toBe(true);
});

test("the file of who moves has a row each, and says that it is synthetic", () => {
  const firm: MovedFirm = {
    credit_code: codeOf(1),
    before: "B",
    after: "A",
    scoreBefore: 51.25,
    scoreAfter: 60.1,
    land_mu: 12.345,
    district: "510112",
  };
  const rows = movedCsv([firm], true, whatIf).split("\r\n");
  expect(rows).toHaveLength(3);
  expect(rows[1]).toBe(`${codeOf(1)},510112,B,A,51.250,60.100,12.35,演示数据`);
});
