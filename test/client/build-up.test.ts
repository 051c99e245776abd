import fc from "fast-check";
import { expect, test } from "vitest";
import { type BuildUp, buildUp, placed } from "../../client/yield/sheet/build-up.ts";

type Parts = Parameters<typeof buildUp>[0];

const item = (id: string, weight: number, score: number | null, enabled = true): Parts["items"][number] => ({
  id,
  name: { zh: id, en: id },
  unit: "万元/亩",
  share: false,
  weight,
  enabled,
  numerator: 1,
  denominator: 1,
  value: 1,
  baseline: 1,
  basis: "fixed",
  full: 2,
  score,
  limit: score === null ? "missing" : null,
});

const points = (name: string, value: number) => ({ name: { zh: name, en: name }, points: value });

/** Where the last step ends. */
const total = ({ items, extras }: BuildUp) => extras.at(-1)?.to ?? items.at(-1)?.to ?? 0;

test("steps build up to the score, scaled where items are off", () => {
  const built = buildUp({
    items: [item("a", 40, 20), item("b", 30, null), item("c", 30, 0, false)],
    scale: 100 / 70,
    bonuses: [points("title", 5)],
    deductions: [points("energy", 2)],
  });
  expect(built.items.map(({ item: { id } }) => id)).toEqual(["a", "b"]);
  expect(built.off.map(({ id }) => id)).toEqual(["c"]);
  expect(total(built)).toBeCloseTo((20 * 100) / 70 + 5 - 2, 9);
  expect(built.items[1]).toMatchObject({ from: built.items[0]?.to, to: built.items[0]?.to });
  expect(built.reach).toBe(100);
});

test("every step begins where the one before ends, and none leaves the scale", () => {
  const parts = fc.record({
    items: fc.array(
      fc
        .tuple(fc.double({ min: 0, max: 50, noNaN: true }), fc.double({ min: 0, max: 1.5, noNaN: true }))
        .map(([weight, rate]) => item("x", weight, weight * rate)),
      { minLength: 1, maxLength: 12 },
    ),
    scale: fc.double({ min: 1, max: 3, noNaN: true }),
    bonuses: fc.array(
      fc.integer({ min: 1, max: 10 }).map((value) => points("+", value)),
      { maxLength: 3 },
    ),
    deductions: fc.array(
      fc.integer({ min: 1, max: 10 }).map((value) => points("-", value)),
      { maxLength: 3 },
    ),
  });
  fc.assert(
    fc.property(parts, (given) => {
      const built = buildUp(given);
      const steps = [...built.items, ...built.extras];
      steps.forEach((step, i) => {
        expect(step.from).toBe(steps[i - 1]?.to ?? 0);
        const { left, width } = placed(step, built.reach);
        expect(left).toBeGreaterThanOrEqual(0);
        expect(width).toBeGreaterThanOrEqual(-1e-9);
        expect(left + width).toBeLessThanOrEqual(100 + 1e-9);
      });
    }),
  );
});
