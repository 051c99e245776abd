import { monthsAfter } from "../civil-days.ts";
import type { ParcelFacts } from "./facts.ts";
import { dueStart } from "./idle.ts";

/** What follows on which day for land that lies idle. Whose doing it is, people find out; the fee and the recovery are for firms' own. */

const FEE_SHARE = 0.2;
export const FEE_MONTHS = 12;
export const RECOVERY_MONTHS = 24;

export type Milestone =
  | "warning_90"
  | "warning_30"
  | "nine_months"
  | "one_year"
  | "two_years_90"
  | "two_years";

export type Deadline = { what: Milestone; day: number };

/** What the count depends on. */
export type Clocked = Pick<
  ParcelFacts,
  "agreed_start" | "extension_days" | "started" | "completed" | "development_stopped"
>;

/** The day that idleness counts from: the due start of what was not begun, the stop of what was. Null where nothing runs. */
export function clockOf(facts: Clocked): number | null {
  if (facts.started === null) return dueStart(facts);
  return facts.completed === null ? facts.development_stopped : null;
}

export function deadlinesOf(facts: Clocked): Deadline[] {
  const clock = clockOf(facts);
  if (clock === null) return [];
  const before: Deadline[] =
    facts.started === null
      ? [
          { what: "warning_90", day: clock - 90 },
          { what: "warning_30", day: clock - 30 },
        ]
      : [];
  const recovery = monthsAfter(clock, RECOVERY_MONTHS);
  return [
    ...before,
    { what: "nine_months", day: monthsAfter(clock, 9) },
    { what: "one_year", day: monthsAfter(clock, FEE_MONTHS) },
    { what: "two_years_90", day: recovery - 90 },
    { what: "two_years", day: recovery },
  ];
}

/** What was paid for the land decides the fee. */
export type Priced = Clocked & Pick<ParcelFacts, "price_wan">;

export type Consequences = { fee_wan: number | null; fee_from: number; recovery_from: number };

/** Of land that is idle; null where no clock runs. */
export function consequencesOf(facts: Priced): Consequences | null {
  const clock = clockOf(facts);
  if (clock === null) return null;
  return {
    fee_wan: facts.price_wan === null ? null : facts.price_wan * FEE_SHARE,
    fee_from: monthsAfter(clock, FEE_MONTHS),
    recovery_from: monthsAfter(clock, RECOVERY_MONTHS),
  };
}
