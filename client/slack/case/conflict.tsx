import type { Case, CaseEvent } from "../../../domain/api/cases.ts";
import type { Step } from "../../../domain/cases/states.ts";
import { useCaseWords } from "../words/case.ts";
import { EventList, newestFirst } from "./log.tsx";
import { StateLine } from "./state-line.tsx";

/** Who changed what while a form was being filled in, and what the case is now. */
export function Conflict({ of, since, step }: { of: Case; since: readonly CaseEvent[]; step: Step }) {
  const words = useCaseWords();
  return (
    <div className="conflict" role="alert">
      <p>
        <b>{words.conflict.title}</b>
      </p>
      <EventList events={newestFirst(since)} />
      <StateLine state={of.state} />
      <p>
        {of.steps.includes(step)
          ? words.conflict.kept
          : words.conflict.impossible(words.steps[step], words.states[of.state])}
      </p>
    </div>
  );
}
