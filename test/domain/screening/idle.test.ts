import { describe, expect, test } from "vitest";
import { day } from "../../../domain/civil-days.ts";
import { screen } from "../../../domain/screening/screen.ts";
import { found, LIMITS, parcel } from "./support/parcel.ts";

const NOT_STARTED = ["idle: idle_not_started"];

describe("land that was not begun", () => {
  const due = { agreed_start: day("2024-06-30") };

  test("is idle exactly a year after the agreed start, and not the day before", () => {
    expect(found(due, "2025-06-29")).toEqual([]);
    expect(found(due, "2025-06-30")).toEqual(NOT_STARTED);
  });

  test("counts the approved extension first", () => {
    const extended = { ...due, extension_days: 180 };
    expect(found(extended, "2025-12-26")).toEqual([]);
    expect(found(extended, "2025-12-27")).toEqual(NOT_STARTED);
  });

  test("that was due on a leap day is idle on 28 February", () => {
    const leap = { agreed_start: day("2024-02-29") };
    expect(found(leap, "2025-02-27")).toEqual([]);
    expect(found(leap, "2025-02-28")).toEqual(NOT_STARTED);
  });

  test("says since when, and by what threshold", () => {
    const [idle] = screen(parcel({ ...due, extension_days: 1 }), day("2026-01-01"), LIMITS);
    expect(idle).toMatchObject({ since: day("2025-07-01") });
    expect(idle?.evidence).toEqual([
      {
        rule: "idle_not_started",
        weight: "hard",
        since: day("2025-07-01"),
        facts: { agreed_start: "2024-06-30", extension_days: 1, due: "2024-07-01" },
        limits: { idle_months: 12 },
      },
    ]);
  });

  test("was not begun on a day before it was", () => {
    expect(found({ ...due, started: day("2025-10-01") }, "2025-09-30")).toEqual(NOT_STARTED);
    expect(found({ ...due, started: day("2025-10-01") }, "2025-10-01")).toEqual([]);
  });
});

describe("land that was begun and left", () => {
  const left = {
    agreed_start: day("2020-01-01"),
    started: day("2020-01-01"),
    development_stopped: day("2024-08-31"),
    required_area_m2: 9_000,
    developed_area_m2: 2_999,
    agreed_investment_wan: 10_000,
    invested_wan: 8_000,
  };
  const STALLED = ["idle: idle_stalled"];

  test("is idle once it has been left for exactly a year", () => {
    expect(found(left, "2025-08-30")).toEqual([]);
    expect(found(left, "2025-08-31")).toEqual(STALLED);
  });

  test.each([0.9, 1, 3, 7, 1e3, 12_345.67, 99_999.9])("of exactly a third of %d is not", (third) => {
    const exact = { ...left, developed_area_m2: third, required_area_m2: third * 3 };
    expect(found(exact, "2025-12-31")).toEqual([]);
    expect(found({ ...exact, developed_area_m2: third * 0.999 }, "2025-12-31")).toEqual(STALLED);
  });

  test("with exactly a quarter invested is not, and with less it is", () => {
    const built = { ...left, developed_area_m2: 9_000 };
    expect(found({ ...built, invested_wan: 2_500 }, "2025-12-31")).toEqual([]);
    expect(found({ ...built, invested_wan: 2_499.99 }, "2025-12-31")).toEqual(STALLED);
  });

  test("is not where neither share is known, and is where the one that is known is low", () => {
    expect(found({ ...left, developed_area_m2: null, invested_wan: null }, "2025-12-31")).toEqual([]);
    expect(found({ ...left, required_area_m2: null }, "2025-12-31")).toEqual([]);
    expect(found({ ...left, invested_wan: null }, "2025-12-31")).toEqual(STALLED);
  });

  test("is not once it is complete", () => {
    expect(found({ ...left, completed: day("2025-01-01") }, "2025-12-31")).toEqual([]);
  });
});
