import type { FormEvent, ReactNode } from "react";
import type { Need, Offer } from "../../../../domain/api/workshops.ts";
import { dayOf } from "../../../language/days.ts";
import { isConflict, RefusedBeside, type Writing } from "../../../ui/writing.tsx";
import { useFormWords } from "../../words/workshop-form.ts";

/** What others changed of a record since its form was opened. */
export type Meanwhile = { name: string; before: string; after: string; typed: boolean }[];

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
      {record && meanwhile && <Conflict record={record} meanwhile={meanwhile} />}
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

/** Who was faster, and with what; a field that was typed in here keeps what was typed. */
function Conflict({ record, meanwhile }: { record: Offer | Need; meanwhile: Meanwhile }) {
  const words = useFormWords().conflict;
  return (
    <div className="conflict wide" role="alert">
      <p>
        <b>{words.title(record.changedBy ?? words.somebody, dayOf(record.changedAt))}</b>
      </p>
      {meanwhile.length > 0 && (
        <ul>
          {meanwhile.map(({ name, before, after, typed }) => (
            <li key={name}>
              {words.changed(name, before || words.nothing, after || words.nothing)}{" "}
              {typed && <span className="quiet">{words.typed}</span>}
            </li>
          ))}
        </ul>
      )}
      <p>{words.kept}</p>
    </div>
  );
}
