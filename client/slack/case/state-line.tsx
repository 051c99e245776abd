import { CASE_STATES, type CaseState } from "../../../domain/cases/states.ts";
import { useCaseWords } from "../words/case.ts";

/** The way of a case as a stepped line; one that was rejected ends beside it. */
export function StateLine({ state }: { state: CaseState }) {
  const words = useCaseWords();
  const way = CASE_STATES.filter((one) => one !== "rejected");
  const shown: readonly CaseState[] = state === "rejected" ? ["suspected", "rejected"] : way;
  const now = shown.indexOf(state);
  return (
    <ol className="state-line" aria-label={words.way}>
      {shown.map((one, i) => (
        <li
          key={one}
          className={i < now ? "past" : i === now ? `now ${one}` : "ahead"}
          {...(i === now ? { "aria-current": "step" } : {})}
        >
          <span>{words.states[one]}</span>
        </li>
      ))}
    </ol>
  );
}
