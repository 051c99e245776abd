import { expect, test } from "vitest";
import { landUseOf } from "../../domain/land-use.ts";

test.each([
  ["100101", false, "industry1"],
  ["100102", false, "industry2"],
  ["100103", false, "industry3"],
  ["1001", false, "industry"],
  ["100101", true, "m0"],
  ["110101", false, "warehouse"],
  ["1002", false, "other"],
  ["0701", false, "other"],
] as const)("land use %s (M0 %s) is %s", (code, newIndustry, use) => {
  expect(landUseOf(code, newIndustry)).toBe(use);
});
