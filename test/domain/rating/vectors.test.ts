import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { GRADES } from "../../../domain/rating/columns.ts";
import { itemsOf } from "../../../domain/rating/explain.ts";
import { grade, termsOf } from "../../../domain/rating/grade.ts";
import { measure } from "../../../domain/rating/measure.ts";
import { scaleOf } from "../../../domain/rating/points.ts";
import { Scheme } from "../../../domain/rating/scheme.ts";
import { columns, PLACES } from "./support/city.ts";

/** Numbers worked out on paper. */

const file = new URL("../../../data/rating-schemes/sichuan-2020.json", import.meta.url);
const sichuan = Scheme.parse(JSON.parse(readFileSync(file, "utf8")));
const vector = { land: 50, revenue: 30_000, tax: 1200, staff: 180, energy: 5000, rd: 600 };

describe("a firm against the means of Sichuan 2020, without local indicators", () => {
  const scheme = {
    ...sichuan,
    indicators: sichuan.indicators.map((each) => ({ ...each, enabled: !each.local })),
  };
  const { measured, values, pools, enabled } = measure(scheme, columns([vector, vector]), null, PLACES);
  const terms = termsOf(scheme, enabled);
  const items = itemsOf(scheme, terms, pools[0] ?? null, {
    values: values.map((each) => (Number.isNaN(each[0]) ? null : (each[0] as number))),
  });

  test("each item to three digits", () => {
    expect(items.slice(0, 5).map(({ score }) => score?.toFixed(3))).toEqual([
      "14.038",
      "16.783",
      "11.542",
      "3.061",
      "3.333",
    ]);
    expect(items.slice(5).map(({ score }) => score)).toEqual([null, null, null]);
  });

  test("48.758 of 70, which is 69.65 of 100", () => {
    const sum = items.reduce((all, { score }) => all + (score ?? 0), 0);
    expect(sum.toFixed(3)).toBe("48.758");
    expect((sum * scaleOf(terms)).toFixed(2)).toBe("69.65");
    const { points } = grade(measured, terms);
    expect(((points[0] as number) / 1e6).toFixed(2)).toBe("69.65");
    expect((points[0] as number) / 1e6).toBeCloseTo(sum * scaleOf(terms), 6);
  });

  test("local indicators that have no baseline are off by themselves", () => {
    const found = measure(sichuan, columns([vector, vector]), null, PLACES);
    expect(found.enabled).toEqual([true, true, true, true, true, false, false, false]);
    expect(found.pools[0]?.baselines.slice(5)).toEqual([null, null, null]);
    const { points } = grade(found.measured, termsOf(sichuan, found.enabled));
    expect(((points[0] as number) / 1e6).toFixed(2)).toBe("69.65");
  });

  test("whoever earns the whole weight everywhere has 100, neither more nor less", () => {
    const excellent = { ...vector, revenue: 1e6, tax: 1e5, rd: 1e5 };
    const { measured: full } = measure(scheme, columns([excellent, vector]), null, PLACES);
    expect(grade(full, terms).points[0]).toBe(100_000_000);
  });
});

describe("places of a pool", () => {
  test.each([
    [7, 2, 1],
    [10, 3, 1],
    [33, 9, 4],
    [100, 30, 10],
    [583, 174, 59],
  ])("of %i firms %i have A and %i have C", (n, best, worst) => {
    const firms = Array.from({ length: n }, (_, i) => ({ ...vector, tax: 500 + i }));
    const { measured, enabled } = measure(sichuan, columns(firms), null, PLACES);
    const letters = [...grade(measured, termsOf(sichuan, enabled)).grade].map((letter) => GRADES[letter]);
    expect(letters.filter((letter) => letter === "A")).toHaveLength(best);
    expect(letters.filter((letter) => letter === "C")).toHaveLength(worst);
    expect(letters.slice(0, worst)).toEqual(Array(worst).fill("C"));
    expect(letters.slice(n - best)).toEqual(Array(best).fill("A"));
  });
});
