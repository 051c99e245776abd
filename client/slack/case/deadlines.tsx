import type { Case, Deadline } from "../../../domain/api/cases.ts";
import { useAmounts } from "../../language/use-language.ts";
import { Section } from "../../ui/figure.tsx";
import { useCaseWords } from "../words/case.ts";

/** What is due: the one to look to first and what lies ahead; what is long past waits behind a word. */
export function Deadlines({ of }: { of: Case }) {
  const words = useCaseWords();
  const { deadline, deadlines } = of;
  if (deadlines.length === 0) return null;
  const isNext = ({ what, day }: Deadline) => deadline?.what === what && deadline.day === day;
  const shown = deadlines.filter((one) => one.days >= 0 || isNext(one));
  const past = deadlines.filter((one) => !shown.includes(one));
  return (
    <Section title={words.deadlines}>
      <ul className="deadlines">
        {shown.map((one) => (
          <DeadlineRow key={one.what} of={one} next={isNext(one)} />
        ))}
      </ul>
      {past.length > 0 && (
        <details className="fine">
          <summary>{words.earlier(past.length)}</summary>
          <ul className="deadlines">
            {past.map((one) => (
              <DeadlineRow key={one.what} of={one} next={false} />
            ))}
          </ul>
        </details>
      )}
    </Section>
  );
}

function DeadlineRow({ of: { what, day, days }, next }: { of: Deadline; next: boolean }) {
  const words = useCaseWords();
  const amounts = useAmounts();
  const told =
    days === 0
      ? words.dueToday
      : days > 0
        ? words.inDays(amounts.count(days))
        : words.daysAgo(amounts.count(-days));
  return (
    <li className={next ? (days < 0 ? "next overdue" : "next") : ""}>
      <span>{words.due[what]}</span>
      <time dateTime={day}>{day}</time>
      <b>{told}</b>
    </li>
  );
}
