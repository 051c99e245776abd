import fc from "fast-check";
import { expect, test } from "vitest";
import { type Option, smallestSet } from "../../../domain/shares/solver.ts";

const optionsOf = (pairs: readonly (readonly [gain: number, area: number])[]): Option[] =>
  pairs.map(([gain, area_m2], i) => ({ code: String(i).padStart(3, "0"), gain, area_m2 }));

/** Every set there is; only for a few options. */
function cheapest(options: readonly Option[], goal: number): number {
  let best = Number.POSITIVE_INFINITY;
  for (let set = 0; set < 2 ** options.length; set++) {
    const chosen = options.filter((_, i) => (set >> i) & 1);
    if (chosen.reduce((sum, { gain }) => sum + gain, 0) >= goal)
      best = Math.min(
        best,
        chosen.reduce((sum, { area_m2 }) => sum + area_m2, 0),
      );
  }
  return best;
}

const pairs = fc.array(fc.tuple(fc.integer({ min: 0, max: 50 }), fc.integer({ min: 1, max: 50 })), {
  minLength: 1,
  maxLength: 9,
});

test("the least land is at most twice the optimum, and never below the bound that is told", () => {
  fc.assert(
    fc.property(pairs, fc.integer({ min: 1, max: 200 }), (given, goal) => {
      const options = optionsOf(given);
      const { chosen, gain, cost, bound, reached } = smallestSet(options, goal, "area");
      const best = cheapest(options, goal);
      expect(reached).toBe(best < Number.POSITIVE_INFINITY);
      expect(new Set(chosen.map(({ code }) => code)).size).toBe(chosen.length);
      if (!reached) return;
      expect(gain).toBeGreaterThanOrEqual(goal);
      expect(cost).toBe(chosen.reduce((sum, { area_m2 }) => sum + area_m2, 0));
      expect(cost).toBeLessThanOrEqual(2 * best);
      for (const one of chosen) expect(gain - one.gain, "each is needed").toBeLessThan(goal);
      expect(bound).toBeLessThanOrEqual(best + 1e-9);
    }),
    { numRuns: 500 },
  );
});

test("the fewest parcels are the optimum", () => {
  fc.assert(
    fc.property(pairs, fc.integer({ min: 1, max: 200 }), (given, goal) => {
      const ones = optionsOf(given.map(([gain]) => [gain, 1]));
      const { cost, bound, reached } = smallestSet(ones, goal, "parcels");
      if (reached) expect([cost, bound]).toEqual([cheapest(ones, goal), cheapest(ones, goal)]);
      else expect(cheapest(ones, goal)).toBe(Number.POSITIVE_INFINITY);
    }),
  );
});

test("one large parcel that is enough is better than many dense ones that are too much", () => {
  const options = optionsOf([
    [9, 3],
    [9, 4],
    [10, 5],
  ]);
  expect(smallestSet(options, 10, "area")).toMatchObject({ cost: 5, chosen: [{ code: "002" }] });
});

test("where nothing is missing nothing is chosen, and where too little is there all of it is", () => {
  expect(smallestSet(optionsOf([[5, 5]]), 0, "area")).toMatchObject({ chosen: [], reached: true });
  expect(
    smallestSet(
      optionsOf([
        [5, 5],
        [0, 9],
      ]),
      6,
      "area",
    ),
  ).toMatchObject({ cost: 5, reached: false });
  expect(smallestSet([], 6, "parcels")).toMatchObject({ chosen: [], reached: false });
});
