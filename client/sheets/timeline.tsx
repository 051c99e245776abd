import type { ReactNode } from "react";
import type { ParcelSheet } from "../../domain/api/sheets.ts";
import { useWords } from "../language/use-language.ts";
import { Section } from "../ui/figure.tsx";

/** What was to happen when, and what did: one list in the order of the days. */
export function Timeline({ sheet }: { sheet: ParcelSheet }) {
  const words = useWords();
  const { contract, progress } = sheet;
  const { events } = words.parcel;
  const extended = contract.extensionDays > 0 ? words.parcel.extended(contract.extensionDays) : undefined;
  const days = [
    { name: events.supply, day: contract.supplyDate, kind: "actual" },
    { name: events.agreedStart, day: contract.agreedStart, kind: "agreed", aside: extended },
    { name: events.started, day: progress.started, kind: "actual" },
    { name: events.agreedCompletion, day: contract.agreedCompletion, kind: "agreed" },
    { name: events.completed, day: progress.completed, kind: "actual" },
    { name: events.developmentStopped, day: progress.developmentStopped, kind: "stopped" },
    { name: events.productionStopped, day: progress.productionStopped, kind: "stopped" },
  ].flatMap(({ day, ...event }) => (day ? [{ ...event, day }] : []));
  const sorted = days.sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0));
  if (!sorted.length) return null;
  return (
    <Section title={words.parcel.timeline}>
      <DayList days={sorted} />
    </Section>
  );
}

export type DayEvent = { name: string; day: string; kind: string; aside?: ReactNode };

/** Days in the order that they are given, each with what it is. */
export const DayList = ({ days }: { days: readonly DayEvent[] }) => (
  <ol className="timeline">
    {days.map(({ name, day, kind, aside }) => (
      <li key={name} className={kind}>
        <time dateTime={day}>{day}</time>
        <span>
          {name}
          {aside && <span className="quiet"> · {aside}</span>}
        </span>
      </li>
    ))}
  </ol>
);
