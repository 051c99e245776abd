import { type FormEvent, useState } from "react";
import type { ImportAnswer } from "../../../domain/api/plan.ts";
import { NeedsRight } from "../../account/needs-right.tsx";
import { useAmounts } from "../../language/use-language.ts";
import { ask } from "../../state/ask.ts";
import { usePlan, useView } from "../../state/store.ts";
import { Field } from "../../ui/fields.tsx";
import { errorsOf, Refused, useWriting } from "../../ui/writing.tsx";
import { IMPORT, targetListPath } from "../paths.ts";
import { useFormWords } from "../words/form.ts";
import "./form.css";

/** 导入: a table of figures as CSV; all of its rows or none. */
export function Import() {
  const { import: words } = useFormWords();
  const view = usePlan();
  return (
    <div className="import-form">
      <p>{words.about}</p>
      <p>
        <a href={targetListPath(view, "csv")} download>
          {words.template}
        </a>
      </p>
      <NeedsRight right="plan">
        <FileForm />
      </NeedsRight>
    </div>
  );
}

function FileForm() {
  const { import: words, sending } = useFormWords();
  const { count } = useAmounts();
  const writing = useWriting();
  const [file, setFile] = useState<File | null>(null);
  const [done, setDone] = useState<ImportAnswer | null>(null);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!file) return;
    setDone(null);
    // Spreadsheet programs and browsers disagree on what a CSV is called.
    const table = new Blob([file], { type: "text/csv" });
    writing.act(async () => setDone(await ask<ImportAnswer>("POST", IMPORT, table)));
  };
  return (
    <form aria-label={words.send} onSubmit={submit} className="import-form">
      <Field label={words.file}>
        {(described) => (
          <input
            type="file"
            {...described}
            accept=".csv,text/csv"
            required
            onChange={({ target }) => {
              writing.clear();
              setFile(target.files?.[0] ?? null);
            }}
          />
        )}
      </Field>
      <div className="buttons">
        <button type="submit" className="button primary" disabled={writing.busy || file === null}>
          {writing.busy ? sending : words.send}
        </button>
      </div>
      <output className="done">{done && words.done(count(done.added), count(done.changed))}</output>
      <Mistakes error={writing.error} />
    </form>
  );
}

/** Every mistake already names its line. */
function Mistakes({ error }: { error: Error | null }) {
  const { import: words } = useFormWords();
  const { count } = useAmounts();
  const { language } = useView();
  const mistakes = errorsOf(error);
  if (mistakes.length === 0) return <Refused error={error} />;
  return (
    <div className="refused" role="alert">
      <p>{words.wrong(count(mistakes.length))}</p>
      <ul className="import-errors">
        {mistakes.map(({ field, message, zh }) => (
          <li key={`${field} ${message}`}>{language === "zh" ? (zh ?? message) : message}</li>
        ))}
      </ul>
    </div>
  );
}
