import type { ParcelScreening } from "../../../domain/api/screening.ts";
import { today } from "../../language/days.ts";
import { useAmounts } from "../../language/use-language.ts";
import { DayList } from "../../sheets/timeline.tsx";
import { Section } from "../../ui/figure.tsx";
import { useSheetWords } from "../words/sheet.ts";
import { clockIn } from "./clock.ts";
import { ClockLine } from "./clock-line.tsx";
import { daysBetween } from "./evidence.ts";

type Moment = ParcelScreening["timeline"][number];

const KIND: Readonly<Record<Moment["what"], string>> = {
  supplied: "actual",
  agreed_start: "agreed",
  extended_start: "agreed",
  started: "actual",
  stopped: "stopped",
  agreed_completion: "agreed",
  completed: "actual",
  production_stopped: "stopped",
  warning_90: "reminder",
  warning_30: "reminder",
  nine_months: "reminder",
  one_year: "term",
  two_years_90: "reminder",
  two_years: "term",
  reference: "reminder",
};

/** The way of the parcel: the count towards one year and two as a line, and every day that matters below it. */
export function Way({ of: { timeline } }: { of: ParcelScreening }) {
  const words = useSheetWords();
  const amounts = useAmounts();
  const now = today();
  if (timeline.length === 0) return null;
  const clock = clockIn(timeline, now);
  const days = timeline.map(({ what, day }) => {
    const ahead = daysBetween(now, day);
    return {
      name: words.moments[what],
      day,
      kind: ahead > 0 ? `${KIND[what]} ahead` : KIND[what],
      ...(ahead > 0 ? { aside: words.away(amounts.count(ahead)) } : {}),
    };
  });
  const present = { name: words.today, day: now, kind: "today" };
  const later = days.findIndex(({ day }) => day > now);
  const place = later < 0 ? days.length : later;
  const shown = [...days.slice(0, place), present, ...days.slice(place)];
  return (
    <Section title={words.timeline} aside={clock && words.clock(clock.from)}>
      {clock && <ClockLine clock={clock} />}
      <DayList days={shown} />
    </Section>
  );
}
