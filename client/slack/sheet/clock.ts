import type { ParcelScreening } from "../../../domain/api/screening.ts";
import { day } from "../../../domain/civil-days.ts";

/** The count that leads to one year and to two: from where it runs, and where its days lie along a line. */

type Moment = ParcelScreening["timeline"][number];

export type Clock = {
  from: string;
  days: number;
  oneYear: string;
  twoYears: string;
  /** Places along the line, 0 to 1. */
  at: { start: number; today: number; oneYear: number; twoYears: number; reminders: number[] };
};

const REMINDERS: readonly Moment["what"][] = ["warning_90", "warning_30", "nine_months", "two_years_90"];

/** Null where no count runs. */
export function clockIn(timeline: readonly Moment[], today: string): Clock | null {
  const dayOf = (what: Moment["what"]) => timeline.find((moment) => moment.what === what)?.day;
  const [oneYear, twoYears] = [dayOf("one_year"), dayOf("two_years")];
  const from = dayOf("started") ? dayOf("stopped") : (dayOf("extended_start") ?? dayOf("agreed_start"));
  if (!from || !oneYear || !twoYears) return null;
  const reminders = timeline.flatMap(({ what, day }) => (REMINDERS.includes(what) ? [day] : []));
  const known = [from, twoYears, today, ...reminders].map(day);
  const [first, last] = [Math.min(...known), Math.max(...known)];
  const place = (date: string) => (day(date) - first) / (last - first);
  return {
    from,
    days: day(today) - day(from),
    oneYear,
    twoYears,
    at: {
      start: place(from),
      today: place(today),
      oneYear: place(oneYear),
      twoYears: place(twoYears),
      reminders: reminders.map(place),
    },
  };
}
