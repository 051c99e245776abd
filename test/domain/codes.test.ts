import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { creditCodeCheck, isCreditCode, isParcelCode, organisationCheck } from "../../domain/codes.ts";

const ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";
const first17 = fc
  .array(fc.constantFrom(...ALPHABET), { minLength: 17, maxLength: 17 })
  .map((characters) => characters.join(""));

describe("credit code", () => {
  test("the example printed in GB 32100 is valid", () => {
    expect(isCreditCode("91350100M000100Y43")).toBe(true);
    expect(creditCodeCheck("91350100M000100Y4")).toBe("3");
  });

  test("every 17 characters have exactly one 18th", () => {
    fc.assert(
      fc.property(first17, (start) => {
        expect([...ALPHABET].filter((last) => isCreditCode(start + last))).toHaveLength(1);
      }),
    );
  });

  test("one mistyped character never passes", () => {
    fc.assert(
      fc.property(first17, fc.nat(16), fc.constantFrom(...ALPHABET), (start, at, typed) => {
        fc.pre(start[at] !== typed);
        const mistyped = start.slice(0, at) + typed + start.slice(at + 1);
        expect(isCreditCode(mistyped + creditCodeCheck(start))).toBe(false);
      }),
    );
  });

  test.each(["", "91350100M000100Y4", "91350100M000100Y433", "91350100m000100y43", "9135O100M000100Y43"])(
    "%j is refused",
    (code) => {
      expect(isCreditCode(code)).toBe(false);
    },
  );

  test("a letter outside the alphabet has no check character", () => {
    expect(creditCodeCheck("9135010IM000100Y4")).toBeUndefined();
  });
});

describe("organisation code", () => {
  test.each([
    ["D2143569", "X"],
    ["M000100Y", "4"],
    ["00000000", "0"],
  ])("%s ends in %s", (first8, check) => {
    expect(organisationCheck(first8)).toBe(check);
  });
});

describe("parcel code", () => {
  test.each(["510112001001GB00001", "510116003012JC12345", "900712001001ZX99999"])("%s is one", (code) => {
    expect(isParcelCode(code)).toBe(true);
  });

  test.each([
    ["51011200100GB00001", "one digit short"],
    ["510112001001GB000011", "one digit long"],
    ["510112001001QB00001", "no such ownership"],
    ["510112001001GO00001", "no such right"],
    ["510112001001gb00001", "small letters"],
    [" 510112001001GB00001", "a space"],
    ["510112001001GB00001\n", "a line end"],
  ])("%j is not: %s", (code) => {
    expect(isParcelCode(code)).toBe(false);
  });
});
