import fc from "fast-check";
import { expect, test } from "vitest";
import { fromMu, M2_PER_HECTARE, M2_PER_KM2, M2_PER_MU, toHectares, toKm2, toMu } from "../../domain/area.ts";

test("15 mu make exactly one hectare", () => {
  expect(toMu(M2_PER_HECTARE)).toBe(15);
  expect(fromMu(15)).toBe(M2_PER_HECTARE);
  expect(M2_PER_MU).toBeCloseTo(666.6667, 4);
});

test("the seven districts' 181.93 km² are 272,895 mu", () => {
  expect(toMu(181.93 * M2_PER_KM2)).toBeCloseTo(272_895, 6);
  expect(toHectares(181.93 * M2_PER_KM2)).toBeCloseTo(18_193, 8);
  expect(toKm2(181_930_000)).toBe(181.93);
});

test("mu there and back is the same area", () => {
  fc.assert(
    fc.property(fc.double({ min: 1e-6, max: 1e12, noNaN: true }), (m2) => {
      expect(Math.abs(fromMu(toMu(m2)) - m2)).toBeLessThanOrEqual(m2 * 1e-15 * 4);
    }),
  );
});
