import type { RunState } from "../../../../domain/api/ratings/runs.ts";
import { useDeskWords } from "../../words/desk.ts";

export function StateChip({ state }: { state: RunState }) {
  const words = useDeskWords();
  return <span className={`chip state-${state}`}>{words.runs.states[state]}</span>;
}

export function ShownMark() {
  const words = useDeskWords();
  return (
    <span className="mark shown-mark" title={words.runs.shownHint}>
      {words.runs.shown}
    </span>
  );
}

export function StaleMark() {
  const words = useDeskWords();
  return (
    <span className="mark warn" title={words.runs.staleHint}>
      {words.runs.stale}
    </span>
  );
}
