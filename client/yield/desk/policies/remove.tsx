import { useState } from "react";
import type { AllocationPolicy } from "../../../../domain/api/ratings/policies.ts";
import { useRight } from "../../../account/session.ts";
import { ask } from "../../../state/ask.ts";
import { Refused, useWriting } from "../../../ui/writing.tsx";
import { useDeskWords } from "../../words/desk.ts";

/** Takes an entry away, after asking once more. */
export function Remove(props: { policy: AllocationPolicy; measure: string; removed: () => void }) {
  const { policy, measure, removed } = props;
  const all = useDeskWords();
  const words = all.policies;
  const [sure, setSure] = useState(false);
  const writing = useWriting();
  // The head of the list says once for all entries what is needed.
  if (!useRight("policies")) return null;
  if (!sure)
    return (
      <button
        type="button"
        className="link"
        aria-label={words.removeOf(measure)}
        onClick={() => setSure(true)}
      >
        {words.remove}
      </button>
    );
  return (
    <span className="sure">
      <button
        type="button"
        className="button danger"
        aria-label={words.removeOf(measure)}
        disabled={writing.busy}
        ref={(button) => button?.focus()}
        onClick={async () => {
          if (await writing.act(() => ask("DELETE", `/api/ratings/policies/${policy.id}`))) removed();
        }}
      >
        {words.removeSure}
      </button>
      <button type="button" className="link" onClick={() => setSure(false)}>
        {all.cancel}
      </button>
      <Refused error={writing.error} />
    </span>
  );
}
