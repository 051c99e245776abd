import fc from "fast-check";
import { expect, test } from "vitest";
import { dayOf, isoOf, plusMonths, yearOf } from "../../../domain/screening/days.ts";
import { anyDay } from "./support/parcel.ts";

const plus = (iso: string, months: number) => isoOf(plusMonths(dayOf(iso), months));

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

test("agrees with the calendar of the machine, day by day", () => {
  for (let day = dayOf("1995-01-01"); day < dayOf("2035-01-01"); day++) {
    const date = new Date(day * 86_400_000);
    expect(yearOf(day)).toBe(date.getUTCFullYear());
    const next = new Date(Date.UTC(date.getUTCFullYear() + 1, date.getUTCMonth(), date.getUTCDate()));
    if (next.getUTCMonth() === date.getUTCMonth())
      expect(plusMonths(day, 12)).toBe(next.getTime() / 86_400_000);
  }
});

test("a later day never ends earlier", () => {
  fc.assert(
    fc.property(anyDay, fc.nat(400), fc.integer({ min: 0, max: 240 }), (day, more, months) => {
      expect(plusMonths(day + more, months)).toBeGreaterThanOrEqual(plusMonths(day, months));
    }),
  );
});
