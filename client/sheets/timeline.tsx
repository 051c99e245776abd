import type { ParcelSheet } from "../../domain/api/sheets.ts";
import { useWords } from "../language/use-language.ts";
import { Section } from "../ui/figure.tsx";

/** What was to happen when, and what did: one list in the order of the days. */
export function Timeline({ sheet }: { sheet: ParcelSheet }) {
  const words = useWords();
  const { contract, progress } = sheet;
  const events = [
    { name: words.parcel.events.supply, day: contract.supplyDate, kind: "done" },
    { name: words.parcel.events.agreedStart, day: contract.agreedStart, kind: "agreed" },
    { name: words.parcel.events.started, day: progress.started, kind: "done" },
    { name: words.parcel.events.agreedCompletion, day: contract.agreedCompletion, kind: "agreed" },
    { name: words.parcel.events.completed, day: progress.completed, kind: "done" },
    { name: words.parcel.events.developmentStopped, day: progress.developmentStopped, kind: "stopped" },
    { name: words.parcel.events.productionStopped, day: progress.productionStopped, kind: "stopped" },
  ].flatMap(({ name, day, kind }) => (day ? [{ name, day, kind }] : []));
  const sorted = events.sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0));
  if (!sorted.length) return null;
  return (
    <Section title={words.parcel.timeline}>
      <ol className="timeline">
        {sorted.map(({ name, day, kind }) => (
          <li key={name} className={kind}>
            <time dateTime={day}>{day}</time>
            <span>
              {name}
              {name === words.parcel.events.agreedStart && contract.extensionDays > 0 && (
                <span className="quiet"> · {words.parcel.extended(contract.extensionDays)}</span>
              )}
            </span>
          </li>
        ))}
      </ol>
    </Section>
  );
}
