import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { lettersOf } from "../../../domain/rating/columns.ts";
import { Scheme } from "../../../domain/rating/scheme.ts";

const folder = new URL("../../../data/rating-schemes/", import.meta.url);
const files = readdirSync(folder).filter((name) => name.endsWith(".json"));
const read = (file: string): unknown => JSON.parse(readFileSync(new URL(file, folder), "utf8"));
const shipped = (key: string) => Scheme.parse(read(`${key}.json`));

describe("schemes that come with the program", () => {
  test("are four", () => {
    expect(files.sort()).toEqual([
      "huaian-2024.json",
      "sichuan-2020.json",
      "sichuan-small.json",
      "zhejiang-style.json",
    ]);
  });

  test.each(files)("%s is a scheme, and every part of it says where it comes from", (file) => {
    const scheme = Scheme.parse(read(file));
    const parts = [scheme, ...scheme.indicators, ...scheme.bonuses, ...scheme.deductions];
    for (const { name, provenance } of parts) {
      for (const text of [name, provenance.basis]) expect([text.zh, text.en]).not.toContain("");
      expect(provenance.basis.zh).toMatch(/\p{Script=Han}/u);
      expect(provenance.basis.en).toMatch(/[a-z]{3}/);
    }
  });

  test("Sichuan's common indicators weigh 70, and local ones can be off", () => {
    const { indicators } = shipped("sichuan-2020");
    const common = indicators.filter(({ local }) => !local);
    expect(common.map(({ weight }) => weight)).toEqual([20, 20, 20, 5, 5]);
    expect(common.map(({ fixed }) => fixed)).toEqual([427.4, 14.3, 144.4, 4.9, 0.015]);
  });

  test("letters follow the grades", () => {
    expect(lettersOf(shipped("sichuan-2020").grades)).toEqual(["A", "B", "C"]);
    expect(lettersOf(shipped("huaian-2024").grades)).toEqual(["A", "B", "C", "D"]);
  });
});

describe("a scheme is refused by the name of the field", () => {
  const base = shipped("sichuan-2020");
  const [first, ...others] = base.indicators as [Scheme["indicators"][number], ...Scheme["indicators"]];
  const quota = { method: "quota", letters: "ABC", top: [3000], bottom: 1000 } as const;
  test.each([
    ["indicators", { indicators: [{ ...first, weight: 21 }, ...others] }],
    ["indicators.0.numerator", { indicators: [{ ...first, numerator: "profit" }, ...others] }],
    ["indicators.0.numerator", { indicators: [{ ...first, numerator: "one" }, ...others] }],
    ["indicators.0.denominator", { indicators: [{ ...first, denominator: "revenue" }, ...others] }],
    ["indicators.0.enabled", { indicators: [{ ...first, enabled: false }, ...others] }],
    ["indicators.1.id", { indicators: [first, { ...others[0], id: first.id }, ...others.slice(1)] }],
    ["indicators.0.weight", { indicators: [{ ...first, weight: -1 }, ...others] }],
    ["indicators.0.fixed", { indicators: [{ ...first, fixed: 0 }, ...others] }],
    ["indicators.5.fixed", { baseline: { mode: "fixed", multiple: 2 } }],
    ["baseline.multiple", { baseline: { mode: "last_year", multiple: 0 } }],
    ["grades.bottom", { grades: { ...quota, bottom: 7001 } }],
    ["grades.top", { grades: { ...quota, top: [2000, 6000] } }],
    ["grades.top", { grades: { ...quota, letters: "ABCD", top: [6000, 2000] } }],
    ["grades.scores", { grades: { method: "cutoff", letters: "ABC", scores: [60, 60] } }],
    ["grades.scores", { grades: { method: "cutoff", letters: "ABCD", scores: [80, 60] } }],
    ["pool.least", { pool: { by: "park", least: 1 } }],
  ])("%s", (field, change) => {
    const answer = Scheme.safeParse({ ...base, ...change });
    expect(answer.error?.issues.map(({ path }) => path.join("."))).toContain(field);
  });
});
