import { expect, test } from "vitest";
import { termIn } from "../../client/language/terms.ts";
import facts from "../../data/policy-facts.json" with { type: "json" };

test("codes read as words in both languages, and Chinese stays as it was printed", () => {
  expect(termIn("lease_then_transfer", "zh")).toBe("先租后让");
  expect(termIn("housing", "en")).toBe("Housing");
  expect(termIn("装备制造（轨道交通）", "zh")).toBe("装备制造（轨道交通）");
  expect(termIn("没有这个词", "en")).toBe("没有这个词");
});

test("every leading industry of the documents has an English name", () => {
  const industries = facts.districts.flatMap(({ leading }) => leading.map(({ name }) => name));
  expect(industries.length).toBeGreaterThan(10);
  expect(industries.filter((name) => /\p{Script=Han}/u.test(termIn(name, "en")))).toEqual([]);
});
