import { expect, test } from "vitest";
import { paintsOf } from "../../client/yield/painting.ts";
import type { Class } from "../../client/yield/protocol.ts";

const one = (grade: Class["grade"], from: number | null, to: number | null): Class => ({
  grade,
  from,
  to,
  firms: 1,
  land_mu: 1,
});

/** Classes as the worker makes them of bounds, with the one for firms without a value at the end. */
const valueClasses = (...bounds: number[]) => [
  ...[...bounds, null].map((to, i) => one(null, bounds[i - 1] ?? null, to)),
  one(null, null, null),
];

test("letters have their own colours", () => {
  const classes = (["A", "D", "T", "N"] as const).map((letter) => one(letter, null, null));
  expect(paintsOf(classes)).toEqual(["grade-a", "grade-d", "grade-t", "grade-n"]);
});

test("five classes take the whole ramp, fewer are spread over it, and no value has no colour", () => {
  const ramp = ["value-1", "value-2", "value-3", "value-4", "value-5"];
  expect(paintsOf(valueClasses(1, 2, 3, 4))).toEqual([...ramp, null]);
  expect(paintsOf(valueClasses(1, 2))).toEqual(["value-1", "value-3", "value-5", null]);
  expect(paintsOf(valueClasses(1))).toEqual(["value-1", "value-5", null]);
});
