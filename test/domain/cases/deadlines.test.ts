import { describe, expect, test } from "vitest";
import { deadlineOf, deadlinesOf, isOverdue } from "../../../domain/cases/deadlines.ts";
import type { Progress, Subject } from "../../../domain/cases/steps.ts";
import { day, dayInChengdu, isoDay } from "../../../domain/civil-days.ts";

const IDLE: Subject = {
  kind: "idle",
  areaM2: 1_000,
  openedOn: "2025-01-01",
  building: {
    agreed_start: day("2024-02-29"),
    extension_days: 0,
    started: null,
    completed: null,
    development_stopped: null,
  },
};
const SUSPECTED: Progress = {
  state: "suspected",
  cause: "unknown",
  ...{ disposal: null, verifiedOn: null, decidedOn: null, decidedAreaM2: null, dueOn: null },
  ...{ begunOn: null, closedOn: null, revivedAreaM2: null },
};
const named = (subject: Subject, progress: Progress, today: string) =>
  deadlinesOf(subject, progress, today).map(({ what, day, days }) => [what, day, days]);

describe("deadlines", () => {
  test("of land that was not begun, counted in civil days", () => {
    expect(named(IDLE, SUSPECTED, "2025-02-28")).toEqual([
      ["warning_90", "2023-12-01", -455],
      ["warning_30", "2024-01-30", -395],
      ["nine_months", "2024-11-29", -91],
      ["one_year", "2025-02-28", 0],
      ["two_years_90", "2025-11-30", 275],
      ["two_years", "2026-02-28", 365],
    ]);
  });

  test("the next is the one that counts, then the last that was missed", () => {
    expect(deadlineOf(IDLE, SUSPECTED, "2025-02-28")).toMatchObject({ what: "one_year", days: 0 });
    expect(deadlineOf(IDLE, SUSPECTED, "2025-03-01")).toMatchObject({ what: "two_years_90" });
    const missed = deadlineOf(IDLE, SUSPECTED, "2026-03-01");
    expect(missed).toMatchObject({ what: "two_years", days: -1 });
    expect(isOverdue(missed)).toBe(true);
  });

  test("a delay that is not the firm's costs it nothing", () => {
    expect(
      deadlineOf(IDLE, { ...SUSPECTED, state: "verified", cause: "government" }, "2026-03-01"),
    ).toBeNull();
  });

  test("once it is decided, the end of the disposal counts; once it is over, nothing", () => {
    const decided: Progress = { ...SUSPECTED, state: "decided", cause: "firm", dueOn: "2026-06-30" };
    expect(deadlineOf(IDLE, decided, "2026-07-01")).toEqual({
      what: "disposal_due",
      day: "2026-06-30",
      days: -1,
    });
    expect(deadlineOf(IDLE, { ...decided, state: "closed" }, "2026-07-01")).toBeNull();
  });

  test("inefficient land has none of its own", () => {
    expect(deadlinesOf({ ...IDLE, kind: "inefficient" }, SUSPECTED, "2026-03-01")).toEqual([]);
  });
});

test("a day begins in Chengdu eight hours before it does in Greenwich", () => {
  expect(isoDay(dayInChengdu(new Date("2026-02-28T15:59:59.999Z")))).toBe("2026-02-28");
  expect(isoDay(dayInChengdu(new Date("2026-02-28T16:00:00Z")))).toBe("2026-03-01");
});
