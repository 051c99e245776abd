import fc from "fast-check";
import { expect, test } from "vitest";
import type { ParcelFacts } from "../../../domain/screening/facts.ts";
import { screen } from "../../../domain/screening/screen.ts";
import { anyDay, anyParcel, LIMITS, UNKNOWN } from "./support/parcel.ts";

/** What must hold for any parcel on any day. */

const kinds = (facts: ParcelFacts, on: number) => screen(facts, on, LIMITS).map(({ kind }) => kind);

test("idle and inefficient exclude each other, and no kind comes twice", () => {
  fc.assert(
    fc.property(anyParcel, anyDay, (facts, on) => {
      const found = kinds(facts, on);
      expect(found.includes("idle") && found.includes("inefficient")).toBe(false);
      expect(new Set(found).size).toBe(found.length);
    }),
  );
});

test("the same parcel on the same day is found the same, whatever was asked between", () => {
  fc.assert(
    fc.property(anyParcel, anyDay, anyDay, (facts, on, other) => {
      const first = screen(facts, on, LIMITS);
      screen(facts, other, LIMITS);
      expect(screen(facts, on, LIMITS)).toEqual(first);
    }),
  );
});

test("what is idle stays so while nothing happens", () => {
  fc.assert(
    fc.property(anyParcel, anyDay, fc.nat(2_000), (facts, on, more) => {
      const quiet = { ...facts, started: null, completed: null, development_stopped: null };
      if (kinds(quiet, on).includes("idle")) expect(kinds(quiet, on + more)).toContain("idle");
    }),
  );
});

test("no finding begins after the day it was made on", () => {
  fc.assert(
    fc.property(anyParcel, anyDay, (facts, on) => {
      for (const { since, evidence } of screen(facts, on, LIMITS)) {
        if (since !== null) expect(since).toBeLessThanOrEqual(on);
        expect(evidence.length).toBeGreaterThan(0);
      }
    }),
  );
});

test("more investment and more floor never make a parcel worse", () => {
  const worse = (facts: ParcelFacts, better: ParcelFacts, on: number) =>
    kinds(facts, on).length === 0 && kinds(better, on).length > 0;
  fc.assert(
    fc.property(anyParcel, anyDay, fc.double({ min: 0, max: 1e5, noNaN: true }), (facts, on, more) => {
      const plus = (value: number | null) => (value === null ? null : value + more);
      const better = {
        ...facts,
        invested_wan: plus(facts.invested_wan),
        floor_area_m2: plus(facts.floor_area_m2),
        base_area_m2: plus(facts.base_area_m2),
      };
      expect(worse(facts, better, on)).toBe(false);
    }),
  );
});

test("nothing that is missing fires a rule", () => {
  fc.assert(
    fc.property(anyDay, (on) => {
      expect(screen(UNKNOWN, on, LIMITS)).toEqual([]);
    }),
  );
});
