import { type FormEvent, type ReactNode, useEffect, useRef } from "react";
import { dayOf } from "../../language/days.ts";
import { ChangedMeanwhile, type Meanwhile } from "../../ui/changed-meanwhile.tsx";
import { isConflict, RefusedBeside, type Writing } from "../../ui/writing.tsx";
import { useFormWords } from "../words/form.ts";
import type { Versioned } from "./use-record.ts";
import "./form.css";

/** A form with its fields, what others changed meanwhile, what was refused, and its buttons. */
export function Frame(props: {
  label: string;
  record: Versioned | null;
  meanwhile: Meanwhile | null;
  fields: readonly string[];
  writing: Writing;
  send: () => void;
  beside?: ReactNode;
  /** Opened by a button elsewhere, so that its first field is looked for. */
  sought?: boolean;
  children: ReactNode;
}) {
  const { label, record, meanwhile, fields, writing, send, beside, sought = false, children } = props;
  const words = useFormWords();
  const place = useRef<HTMLFormElement>(null);
  useEffect(() => {
    if (sought) place.current?.querySelector("input")?.focus();
  }, [sought]);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    send();
  };
  return (
    <form ref={place} className="grid-form plan-form" aria-label={label} noValidate onSubmit={submit}>
      {record && meanwhile && (
        <ChangedMeanwhile
          who={record.changedBy ?? words.somebody}
          day={dayOf(record.changedAt)}
          meanwhile={meanwhile}
          words={words.conflict}
        />
      )}
      {children}
      {!(meanwhile && isConflict(writing.error)) && <RefusedBeside error={writing.error} shown={fields} />}
      <div className="buttons">
        <button type="submit" className="button primary" disabled={writing.busy}>
          {writing.busy ? words.sending : meanwhile ? words.again : words.send}
        </button>
        {beside}
      </div>
    </form>
  );
}
