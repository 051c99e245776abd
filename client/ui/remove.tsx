import { useState } from "react";
import { ask } from "../state/ask.ts";
import { Refused, useWriting } from "./writing.tsx";

type Words = Readonly<{
  remove: string;
  removeOf: (name: string) => string;
  removeSure: string;
  cancel: string;
}>;

/** Takes something away, after asking once more. */
export function Remove(props: { path: string; name: string; words: Words; removed: () => void }) {
  const { path, name, words, removed } = props;
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
