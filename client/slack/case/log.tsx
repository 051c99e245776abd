import type { Case, CaseEvent } from "../../../domain/api/cases.ts";
import { CAUSES, type Cause, type Disposal } from "../../../domain/cases/states.ts";
import { DISPOSAL_NAMES } from "../../../domain/cases/words.ts";
import { momentOf } from "../../language/days.ts";
import { useAmounts, useText } from "../../language/use-language.ts";
import { Section } from "../../ui/figure.tsx";
import { useCaseWords } from "../words/case.ts";

/** Who did what, when and why; the newest first. */
export function Log({ of }: { of: Case }) {
  const words = useCaseWords();
  return (
    <Section title={words.log} aside={words.logCount(of.events.length)}>
      <EventList events={newestFirst(of.events)} />
    </Section>
  );
}

export const newestFirst = (events: readonly CaseEvent[]): CaseEvent[] =>
  [...events].sort((a, b) => b.id - a.id);

export function EventList({ events }: { events: readonly CaseEvent[] }) {
  const tell = useEventWords();
  return (
    <ol className="log">
      {events.map((event) => {
        const { what, details } = tell(event);
        return (
          <li key={event.id} className={event.kind}>
            <p>
              <b>{what}</b>
              {details && <span> {details}</span>}
            </p>
            {event.note && <p className="log-note">{event.note}</p>}
            <p className="fine quiet">
              {event.by.displayName} · <time dateTime={event.at}>{momentOf(event.at)}</time>
            </p>
          </li>
        );
      })}
    </ol>
  );
}

const isDisposal = (name: unknown): name is Disposal => typeof name === "string" && name in DISPOSAL_NAMES;
const isCause = (name: unknown): name is Cause => CAUSES.some((cause) => cause === name);

/** An event in the reader's language: what happened, and what was written down with it. */
export function useEventWords(): (event: CaseEvent) => { what: string; details: string } {
  const words = useCaseWords();
  const amounts = useAmounts();
  const text = useText();
  const toldOf = (name: string, value: string | number | null): string => {
    if (isCause(value)) return words.causes[value];
    if (isDisposal(value)) return text(DISPOSAL_NAMES[value]);
    if (typeof value !== "number") return String(value);
    const { figure, unit } = amounts.land(value);
    return name.endsWith("M2") ? `${figure} ${unit}` : String(value);
  };
  const whatOf = ({ kind, step, detail }: CaseEvent): string => {
    const { events } = words;
    switch (kind) {
      case "opened":
      case "note":
        return events[kind];
      case "step":
        return step ? words.steps[step] : "";
      case "undone":
        return events.undone(step ? words.steps[step] : "");
      case "assigned":
        return detail.to ? events.assigned(String(detail.to)) : events.unassigned;
      case "file_added":
      case "file_removed":
        return events[kind](String(detail.name ?? ""));
    }
  };
  return (event) => {
    const written = Object.entries(event.detail).flatMap(([name, value]) => {
      const label = words.details[name];
      return label && value !== null ? [`${label} ${toldOf(name, value)}`] : [];
    });
    return { what: whatOf(event), details: written.join(" · ") };
  };
}
