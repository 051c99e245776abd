import { useState } from "react";
import { ask } from "../../state/ask.ts";
import { Refused, useWriting } from "../../ui/writing.tsx";
import { useFormWords } from "../words/form.ts";

/** Takes something away, after asking once more. */
export function Remove({ path, name, removed }: { path: string; name: string; removed: () => void }) {
  const words = useFormWords();
  const [sure, setSure] = useState(false);
  const writing = useWriting();
  if (!sure)
    return (
      <button type="button" className="link" aria-label={words.removeOf(name)} onClick={() => setSure(true)}>
        {words.remove}
      </button>
    );
  return (
    <span className="sure">
      <button
        type="button"
        className="button danger"
        aria-label={words.removeOf(name)}
        disabled={writing.busy}
        ref={(button) => button?.focus()}
        onClick={async () => {
          if (await writing.act(() => ask("DELETE", path))) removed();
        }}
      >
        {words.removeSure}
      </button>{" "}
      <button type="button" className="link" onClick={() => setSure(false)}>
        {words.cancel}
      </button>
      <Refused error={writing.error} />
    </span>
  );
}
