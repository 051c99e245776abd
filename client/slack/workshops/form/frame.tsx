import type { FormEvent, ReactNode } from "react";
import type { Need, Offer } from "../../../../domain/api/workshops.ts";
import { dayOf } from "../../../language/days.ts";
import { ChangedMeanwhile, type Meanwhile } from "../../../ui/changed-meanwhile.tsx";
import { isConflict, RefusedBeside, type Writing } from "../../../ui/writing.tsx";
import { useFormWords } from "../../words/workshop-form.ts";

/** A form with its fields, what others changed meanwhile, what was refused, and the button. */
export function Frame(props: {
  label: string;
  record: Offer | Need | null;
  meanwhile: Meanwhile | null;
  fields: readonly string[];
  writing: Writing;
  send: () => void;
  children: ReactNode;
}) {
  const { label, record, meanwhile, fields, writing, send, children } = props;
  const words = useFormWords();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    send();
  };
  return (
    <form className="grid-form workshop-form" aria-label={label} noValidate onSubmit={submit}>
      {record && meanwhile && (
        <ChangedMeanwhile
          who={record.changedBy ?? words.conflict.somebody}
          day={dayOf(record.changedAt)}
          meanwhile={meanwhile}
          words={words.conflict}
        />
      )}
      {children}
      {!(meanwhile && isConflict(writing.error)) && <RefusedBeside error={writing.error} shown={fields} />}
      <div className="buttons">
        <button type="submit" className="button primary" disabled={writing.busy}>
          {writing.busy ? words.sending : meanwhile ? words.again : record ? words.save : words.list}
        </button>
      </div>
    </form>
  );
}
