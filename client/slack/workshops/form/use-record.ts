import { useState } from "react";
import type { Need, Offer } from "../../../../domain/api/workshops.ts";
import { ask } from "../../../state/ask.ts";
import type { Meanwhile } from "../../../ui/changed-meanwhile.tsx";
import { useFieldErrors, useWriting } from "../../../ui/writing.tsx";
import { useFormWords } from "../../words/workshop-form.ts";
import { recordPath, recordsPath } from "../paths.ts";
import type { Side } from "../state.ts";
import { changedIn, type Draft } from "./draft.ts";
import { useTold } from "./told.ts";
import { type FieldOf, useDraft } from "./use-draft.ts";

type Shown = string | boolean | readonly string[];

type Given<R, D> = {
  side: Side;
  record: R | null;
  draftOf: (record: R | null) => D;
  sentOf: (draft: D, record: R | null) => object;
  saved: (record: { id: number }) => void;
};

/** A form's draft on its record: what its fields show, what others changed since it was opened, and how it is sent. */
export function useRecord<R extends Offer | Need, D extends Draft>(given: Given<R, D>) {
  const { side, record, draftOf, sentOf, saved } = given;
  const { fields: names } = useFormWords();
  const told = useTold();
  const now = draftOf(record);
  const { draft, typed, begunWith, change } = useDraft<D>(now);
  const [begunAt] = useState(record?.version);
  const writing = useWriting();
  const wrong = useFieldErrors(writing.error);
  const field: FieldOf<D> = (name) => ({
    value: draft[name],
    change: (value) => change(name, value),
    error: wrong(name) ?? wrong(`${name}.0`) ?? wrong(`${name}.1`),
  });
  const meanwhile: Meanwhile | null =
    record === null || record.version === begunAt
      ? null
      : changedIn(begunWith, now).map((name) => ({
          name: names[name as keyof typeof names],
          before: told(name, begunWith[name] as Shown),
          after: told(name, now[name] as Shown),
          typed: name in typed,
        }));
  const send = () =>
    writing.act(async () => {
      const sent = sentOf(draft, record);
      saved(
        record === null
          ? await ask<R>("POST", recordsPath(side), sent)
          : await ask<R>("PUT", recordPath(side, record.id), {
              ...sent,
              state: record.state,
              version: record.version,
            }),
      );
    });
  const fields = Object.keys(draft).flatMap((name) => [name, `${name}.0`, `${name}.1`]);
  return { draft, field, meanwhile, writing, send, fields };
}
