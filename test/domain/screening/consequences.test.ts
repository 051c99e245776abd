import { expect, test } from "vitest";
import { disposalsOpen } from "../../../domain/cases/disposals.ts";
import { CASE_KINDS, CAUSES } from "../../../domain/cases/states.ts";
import { day, isoDay } from "../../../domain/civil-days.ts";
import { consequencesOf, deadlinesOf } from "../../../domain/screening/consequences.ts";
import { disposalsOf } from "../../../domain/screening/disposals.ts";
import { documentsOf } from "../../../domain/screening/documents.ts";
import { timelineOf } from "../../../domain/screening/timeline.ts";
import { parcel } from "./support/parcel.ts";

const idle = parcel({
  supplied: day("2023-01-10"),
  agreed_start: day("2023-12-02"),
  extension_days: 89,
  price_wan: 3_000,
});

test("the fee is a fifth of the price, from a year after the due start; recovery from two", () => {
  expect(consequencesOf(idle)).toEqual({
    fee_wan: 600,
    fee_from: day("2025-02-28"),
    recovery_from: day("2026-02-28"),
  });
  expect(consequencesOf(parcel({ ...idle, price_wan: null }))?.fee_wan).toBeNull();
  expect(consequencesOf(parcel({}))).toBeNull();
});

test("warnings come before the due start, then nine months, one year, and ninety days before two", () => {
  expect(deadlinesOf(idle).map(({ what, day }) => [what, isoDay(day)])).toEqual([
    ["warning_90", "2023-12-01"],
    ["warning_30", "2024-01-30"],
    ["nine_months", "2024-11-29"],
    ["one_year", "2025-02-28"],
    ["two_years_90", "2025-11-30"],
    ["two_years", "2026-02-28"],
  ]);
});

test("what was begun and left counts from the day it was left", () => {
  const left = parcel({ ...idle, started: day("2024-02-01"), development_stopped: day("2024-07-01") });
  expect(consequencesOf(left)).toMatchObject({ recovery_from: day("2026-07-01") });
  expect(deadlinesOf(left)[0]?.what).toBe("nine_months");
  expect(deadlinesOf(parcel({ ...left, completed: day("2025-01-01") }))).toEqual([]);
});

test("the timeline is in order, and says what is past", () => {
  const moments = timelineOf(idle, day("2025-12-31"), day("2026-01-15"));
  expect(moments.map(({ what }) => what)).toEqual([
    "supplied",
    "warning_90",
    "agreed_start",
    "warning_30",
    "extended_start",
    "nine_months",
    "one_year",
    "two_years_90",
    "reference",
    "two_years",
  ]);
  expect(moments.filter(({ past }) => !past).map(({ what }) => what)).toEqual(["two_years"]);
});

test("the fee is open from a year on, and from two years on recovery takes its place", () => {
  const on = (iso: string) => disposalsOf(idle, ["idle"], day(iso));
  expect(on("2025-02-27")).not.toContain("idle_fee");
  expect(on("2025-02-28")).toContain("idle_fee");
  expect(on("2026-02-27")).not.toContain("recovery_without_pay");
  expect(on("2026-02-28")).toContain("recovery_without_pay");
  expect(on("2026-02-28")).not.toContain("idle_fee");
  const papers = documentsOf(idle, ["idle"], day("2026-02-28")).map(({ zh }) => zh);
  expect(papers).toContain("《收回国有建设用地使用权决定书》");
  expect(papers).not.toContain("《征缴土地闲置费决定书》");
});

test("what a sheet offers is what a case will allow, whichever cause is found", () => {
  for (const completed of [null, day("2024-01-01")])
    for (const kind of CASE_KINDS) {
      const land = parcel({ ...idle, completed });
      const on = day("2026-02-28");
      const offered = disposalsOf(land, [kind], on);
      const allowed = CAUSES.flatMap((cause) => disposalsOpen({ kind, cause, building: land }, on));
      expect(new Set(offered)).toEqual(new Set(allowed));
    }
});

test("each kind has its ways and papers, a parcel of two kinds both, and no kind none", () => {
  const on = day("2025-12-31");
  expect(disposalsOf(parcel({}), [], on)).toEqual([]);
  expect(documentsOf(parcel({}), [], on)).toEqual([]);
  const both = disposalsOf(parcel({}), ["inefficient", "scattered"], on);
  expect(both).toEqual(expect.arrayContaining(["merger", "relocation", "observation"]));
  expect(both).not.toContain("more_capacity");
  expect(new Set(both).size).toBe(both.length);
  const papers = documentsOf(idle, ["idle"], on).map(({ zh }) => zh);
  expect(papers).toContain("《征缴土地闲置费决定书》");
  expect(papers).not.toContain("《收回国有建设用地使用权决定书》");
});
