import fc from "fast-check";
import { expect, test } from "vitest";
import { day, isoDay, monthsAfter } from "../../domain/civil-days.ts";
import { anyDay } from "./screening/support/parcel.ts";

const plus = (iso: string, months: number) => isoDay(monthsAfter(day(iso), months));

test.each([
  ["2024-02-29", 12, "2025-02-28"],
  ["2024-02-29", 24, "2026-02-28"],
  ["2024-02-29", 48, "2028-02-29"],
  ["2023-02-28", 12, "2024-02-28"],
  ["2025-05-31", 9, "2026-02-28"],
  ["2025-12-31", 2, "2026-02-28"],
  ["2025-01-31", 1, "2025-02-28"],
  ["2025-12-15", 1, "2026-01-15"],
  ["1999-12-31", 12, "2000-12-31"],
  ["2025-03-01", 0, "2025-03-01"],
])("%s and %i months is %s", (from, months, to) => expect(plus(from, months)).toBe(to));

test("a later day never ends earlier", () => {
  fc.assert(
    fc.property(anyDay, fc.nat(400), fc.integer({ min: 0, max: 240 }), (from, more, months) => {
      expect(monthsAfter(from + more, months)).toBeGreaterThanOrEqual(monthsAfter(from, months));
    }),
  );
});
