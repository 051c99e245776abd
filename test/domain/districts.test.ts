import { expect, test } from "vitest";
import { copiedDistrictCode, currentDistrictCode, EMERGING_DISTRICTS } from "../../domain/districts.ts";

const codes = EMERGING_DISTRICTS.map((district) => district.code);

test("the seven districts have codes of Chengdu, each once", () => {
  expect(new Set(codes).size).toBe(7);
  for (const code of codes) expect(code).toMatch(/^5101\d{2}$/);
});

test.each([
  ["510125", "510114", "新都县"],
  ["510123", "510115", "温江县"],
  ["510122", "510116", "双流县"],
  ["510124", "510117", "郫县"],
  ["510132", "510118", "新津县"],
])("%s becomes %s (%s)", (former, current) => {
  expect(currentDistrictCode(former)).toBe(current);
});

test("today's codes, and codes of other places, stay as they are", () => {
  for (const code of [...codes, "510104", "110101"]) expect(currentDistrictCode(code)).toBe(code);
});

test("a hundred copies of the city have codes of their own", () => {
  const copied = codes.flatMap((code) =>
    Array.from({ length: 100 }, (_, copy) => copiedDistrictCode(code, copy)),
  );
  expect(new Set(copied).size).toBe(700);
  expect(copied.slice(0, 1)).toEqual(["510112"]);
  expect(copiedDistrictCode("510112", 7)).toBe("900712");
  for (const code of copied) expect(code).toMatch(/^(5101|9\d{3})\d{2}$/);
});

test("a word that every object knows is no former code", () => {
  for (const word of ["toString", "constructor", "__proto__"]) expect(currentDistrictCode(word)).toBe(word);
});
