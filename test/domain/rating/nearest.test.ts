import { expect, test } from "vitest";
import { nearest } from "../../../domain/rating/nearest.ts";

const rising = { bound: 1e9, up: true, corners: [], turn: () => Number.NaN };

test("the least amount that reaches is found to the last bit", () => {
  expect(nearest({ ...rising, from: 1, reaches: (amount) => amount >= 7.25 })).toBe(7.25);
});

test.each([Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY, Number.NaN])(
  "a search from %d ends",
  (from) => {
    expect(nearest({ ...rising, from, reaches: (amount) => amount >= 7.25 })).toBeNull();
  },
);
