import { useState } from "react";
import { useDraft } from "../../slack/workshops/form/use-draft.ts";
import type { Meanwhile } from "../../ui/changed-meanwhile.tsx";
import { useFieldErrors, useWriting } from "../../ui/writing.tsx";

/** What is typed of a record is text until it is sent. */
type Draft = Readonly<Record<string, string>>;
export type Versioned = { version: number; changedBy: string | null; changedAt: string };

type Given<R, D extends Draft> = {
  record: R | null;
  draftOf: (record: R | null) => D;
  /** What fields are called, and what stands in them for a reader. */
  names: Readonly<Record<keyof D, string>>;
  told: (name: keyof D & string, value: string) => string;
  send: (draft: D, record: R | null) => Promise<R>;
  saved: (record: R) => void;
};

const changedIn = <D extends Draft>(before: D, after: D): (keyof D & string)[] =>
  Object.keys(after).filter((name) => before[name] !== after[name]);

/** A form's draft on its record: what its fields show, what others changed since it was opened, and how it is sent. */
export function useRecord<R extends Versioned, D extends Draft>(given: Given<R, D>) {
  const { record, draftOf, names, told, send, saved } = given;
  const now = draftOf(record);
  const { draft, typed, begunWith, change } = useDraft<D>(now);
  const [begunAt] = useState(record?.version);
  const writing = useWriting();
  const wrong = useFieldErrors(writing.error);
  const field = (name: keyof D & string) => ({
    value: draft[name] ?? "",
    change: (value: string) => change(name, value as D[typeof name]),
    error: wrong(name),
  });
  const meanwhile: Meanwhile | null =
    record === null || record.version === begunAt
      ? null
      : changedIn(begunWith, now).map((name) => ({
          name: names[name],
          before: told(name, begunWith[name] ?? ""),
          after: told(name, now[name] ?? ""),
          typed: name in typed,
        }));
  return {
    draft,
    field,
    frame: {
      record,
      meanwhile,
      writing,
      fields: Object.keys(draft),
      send: () => writing.act(async () => saved(await send(draft, record))),
    },
  };
}
