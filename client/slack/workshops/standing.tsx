import type { Offer } from "../../../domain/api/workshops.ts";
import { useWorkshopWords } from "../words/workshops.ts";

/** Whether a record is still open, by a filled or an empty dot and by word. */
export function StandingMark({ state }: { state: Offer["state"] }) {
  const words = useWorkshopWords();
  return (
    <span className={`state-mark standing ${state}`}>
      <i className="state-dot" /> {words.states[state]}
    </span>
  );
}
