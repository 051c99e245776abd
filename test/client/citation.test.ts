import { expect, test } from "vitest";
import { findLoosely } from "../../client/sources/passage.ts";

test("a quoted phrase is found across the blanks that a document's line breaks left", () => {
  const text = "规上工业企业营收  6508.4 亿元，占全市 36.3%";
  const found = findLoosely(text, "6508.4亿元");
  expect(found && text.slice(found.start, found.end)).toBe("6508.4 亿元");
});

test("a phrase that is not there is not found", () => {
  expect(findLoosely("现状工业用地", "城市建设用地")).toBeNull();
  expect(findLoosely("现状工业用地", "  ")).toBeNull();
});
