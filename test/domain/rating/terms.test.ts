import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { Scheme } from "../../../domain/rating/scheme.ts";
import { readTerms, writeTerms } from "../../../domain/rating/terms.ts";
import { grades, indicator, scheme } from "./support/city.ts";

/** What a hand has changed, as text in a link. */

const three = scheme();
const four = scheme({ grades: { method: "quota", letters: "ABCD", top: [2000, 6000], bottom: 500 } });
const scores = scheme({ grades: { method: "cutoff", letters: "ABC", scores: [80, 50] } });

test("nothing changed is no text", () => {
  expect(writeTerms(three, three)).toBe("");
  expect(readTerms(three, "")).toEqual(three);
});

test("only what differs is spelled", () => {
  const changed = readTerms(three, "w.tax_per_mu=56,w.rev_per_mu=24,m=1.8,top=2500,bottom=1500");
  expect(changed?.indicators.map(({ weight }) => weight)).toEqual([56, 24, 20]);
  expect(changed?.baseline.multiple).toBe(1.8);
  expect(changed?.grades).toEqual({ method: "quota", letters: "ABC", top: [2500], bottom: 1500 });
  expect(writeTerms(three, changed ?? three)).toBe(
    "w.tax_per_mu=56,w.rev_per_mu=24,m=1.8,top=2500,bottom=1500",
  );
});

test("four grades and cut-offs have their own", () => {
  expect(readTerms(four, "top=1000-7000")?.grades).toMatchObject({ top: [1000, 7000], bottom: 500 });
  expect(readTerms(scores, "scores=75.5-40")?.grades).toMatchObject({ scores: [75.5, 40] });
});

test("every change that a scheme allows survives the link, and what is read is a scheme", () => {
  const change = fc.record({
    first: fc.integer({ min: 0, max: 10_000 }),
    second: fc.integer({ min: 0, max: 10_000 }),
    multiple: fc.integer({ min: 1, max: 100 }).map((tenths) => tenths / 10),
    shares: fc.tuple(fc.nat(10_000), fc.nat(10_000), fc.nat(10_000)),
  });
  fc.assert(
    fc.property(change, ({ first, second, multiple, shares }) => {
      const parts = [first, second].toSorted((a, b) => a - b) as [number, number];
      const weights = [parts[0], parts[1] - parts[0], 10_000 - parts[1]].map(
        (hundredths) => hundredths / 100,
      );
      const [a, b, c] = shares.toSorted((x, y) => x - y) as [number, number, number];
      const changed: Scheme = {
        ...four,
        indicators: four.indicators.map((each, k) => ({ ...each, weight: weights[k] as number })),
        baseline: { ...four.baseline, multiple },
        grades: { method: "quota", letters: "ABCD", top: [a, b], bottom: 10_000 - c },
      };
      const read = readTerms(four, writeTerms(four, changed));
      expect(read).toEqual(changed);
      expect(Scheme.safeParse(read).success).toBe(true);
    }),
  );
});

/** Amounts in hundredths. */
const parts = (most: number, least = 0) =>
  fc.integer({ min: least * 100, max: most * 100 }).map((each) => each / 100);

/** Weights that add up to a hundred. */
const weights = fc
  .array(fc.integer({ min: 0, max: 10_000 }), { maxLength: 11 })
  .map((borders) => [0, ...borders.sort((a, b) => a - b), 10_000])
  .map((borders) => borders.slice(1).map((border, k) => (border - (borders[k] as number)) / 100));

const cutoffs = fc
  .uniqueArray(parts(300), { minLength: 2, maxLength: 2 })
  .map((numbers) => numbers.sort((a, b) => b - a))
  .map((numbers) => ({ method: "cutoff" as const, letters: "ABC" as const, scores: numbers }));

test("a link takes whatever the schema lets a scheme be", () => {
  const turned = fc.tuple(weights, parts(10, 0.1), fc.oneof(grades, cutoffs));
  fc.assert(
    fc.property(turned, ([each, multiple, ofPools]) => {
      const changed = Scheme.parse(
        scheme({
          indicators: each.map((weight, k) => indicator(`${"i".repeat(38)}${k}`, "tax", "land", weight)),
          baseline: { mode: "fixed", multiple },
          grades: ofPools,
        }),
      );
      const { indicators } = changed;
      const even = indicators.map((one, k) => ({ ...one, weight: k === 0 ? 100 : 0 }));
      const before = { ...changed, indicators: even, baseline: { ...changed.baseline, multiple: 2 } };
      expect(readTerms(before, writeTerms(before, changed))).toEqual(changed);
    }),
  );
});

test("what a link can't spell is no scheme", () => {
  const cutAt = (score: number) =>
    scheme({ grades: { method: "cutoff", letters: "ABC", scores: [score, 50] } });
  expect(Scheme.safeParse(cutAt(70.12345)).success).toBe(false);
  expect(Scheme.safeParse(scheme({ baseline: { mode: "fixed", multiple: 1.125 } })).success).toBe(false);
  expect(Scheme.parse(cutAt(70.1 + 0.2)).grades).toMatchObject({ scores: [70.3, 50] });
});

describe("text that no hand made is nothing", () => {
  test.each([
    "w.tax_per_mu=60",
    "w.tax_per_mu=50.005,w.rev_per_mu=29.995",
    "w.tax_per_mu=130,w.rev_per_mu=-50",
    "w.profit=0",
    "w.constructor=0",
    "w.=0",
    "m=0",
    "m=0.05",
    "m=10.5",
    "m=NaN",
    "m=Infinity",
    "m=1.255",
    "m=1e3",
    "m=",
    "m",
    "=2",
    "m=2,m=2",
    "m=1-2",
    "top=9500",
    "top=3000.5",
    "top=1000-2000",
    "bottom=7001",
    "bottom=1-2",
    "scores=80-50",
    "__proto__=1",
    ",",
    "m=2,",
    "m=２",
    `m=${"1".repeat(800)}`,
    "<script>",
    "\0",
  ])("%j", (text) => expect(readTerms(three, text)).toBeNull());

  test.each(["top=6000-2000", "top=3000", "bottom=4001"])("%j with four grades", (text) =>
    expect(readTerms(four, text)).toBeNull(),
  );
  test.each(["scores=50-80", "scores=80", "scores=301-2", "top=3000"])("%j with cut-offs", (text) =>
    expect(readTerms(scores, text)).toBeNull(),
  );

  test("all weight on an indicator that is off", () => {
    const off = scheme({
      indicators: [
        indicator("tax_per_mu", "tax", "land", 90),
        indicator("local", "investment", "land", 10, { local: true, enabled: false }),
      ],
    });
    expect(readTerms(off, "w.tax_per_mu=0,w.local=100")).toBeNull();
  });

  test("whatever it is, it is either nothing or a scheme", () => {
    const pieces = fc.constantFrom(
      "w.tax_per_mu",
      "m",
      "top",
      "bottom",
      "scores",
      "=",
      "-",
      ",",
      ".",
      "1",
      "50",
      "3000",
      "é",
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 12 }), (parts) => {
        const read = readTerms(three, parts.join(""));
        expect(read === null || Scheme.safeParse(read).success).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });
});
