import { type FormEvent, useState } from "react";
import type { Case } from "../../../domain/api/cases.ts";
import { ask } from "../../state/ask.ts";
import { LongField } from "../../ui/fields.tsx";
import { Refused, useFieldErrors, useWriting } from "../../ui/writing.tsx";
import { useCaseWords } from "../words/case.ts";
import { casePath } from "./paths.ts";

/** A note of whoever works on the case; it joins the log. */
export function Notes({ of }: { of: Case }) {
  const words = useCaseWords();
  const [note, setNote] = useState("");
  const writing = useWriting();
  const wrong = useFieldErrors(writing.error);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    writing.act(async () => {
      await ask("POST", `${casePath(of.id)}/notes`, { note: note.trim() });
      setNote("");
    });
  };
  return (
    <details className="add-note">
      <summary>{words.addNote}</summary>
      <form className="case-form" aria-label={words.addNote} noValidate onSubmit={submit}>
        <LongField label={words.noteLabel} value={note} change={setNote} most={2000} error={wrong("note")} />
        <Refused error={writing.error} shown={["note"]} />
        <button type="submit" className="button" disabled={writing.busy || note.trim() === ""}>
          {writing.busy ? words.sending : words.noteAct}
        </button>
      </form>
    </details>
  );
}
