import { useState } from "react";
import type { ColumnsHead } from "../../../domain/api/ratings/columns.ts";
import type { RatingJob } from "../../../domain/api/ratings/runs.ts";
import type { SchemeVersion } from "../../../domain/api/ratings/schemes.ts";
import type { Scheme } from "../../../domain/rating/scheme.ts";
import { useText } from "../../language/use-language.ts";
import { ProblemError } from "../../state/answers.ts";
import { ask } from "../../state/ask.ts";
import { goYield } from "../../state/store.ts";
import { TextField } from "../../ui/fields.tsx";
import { Refused, useFieldErrors, useWriting } from "../../ui/writing.tsx";
import { useOfficer } from "../desk/officer.ts";
import { cancelRating, forgetJob, startRating, useJob } from "../desk/runs/job.ts";
import { useWhatIfWords } from "../words/what-if.ts";
import { draftScheme, proposedKey } from "./draft-scheme.ts";
import "../../ui/forms.css";

const SHOWN = ["key", "by"];

/** Keeps what was tried as a scheme, and rates with it: a draft that can be opened, compared and published. */
export default function Save({
  head,
  tried,
  close,
}: {
  head: ColumnsHead;
  tried: Scheme;
  close: () => void;
}) {
  const words = useWhatIfWords();
  const text = useText();
  const [name, setName] = useState(() => words.nameStart(text(head.scheme.definition.name)));
  const [key, setKey] = useState(() => proposedKey(head.scheme.key, new Date()));
  const [by, setBy] = useOfficer();
  const [started, setStarted] = useState(false);
  const writing = useWriting();
  const at = useFieldErrors(writing.error);
  const job = useJob();
  const rate = async () => {
    const scheme = draftScheme(head, tried, { key, name, by });
    const saved = await ask<SchemeVersion>("POST", "/api/ratings/schemes", scheme);
    setStarted(true);
    await startRating({ year: head.year, scheme: saved.key, version: saved.version, note: name, by });
  };
  if (started && job && writing.error === null)
    return (
      <Progress
        job={job}
        close={() => {
          forgetJob();
          close();
        }}
      />
    );
  return (
    <form
      className="ask"
      aria-label={words.saveTitle}
      onSubmit={(event) => {
        event.preventDefault();
        forgetJob();
        writing.act(rate);
      }}
    >
      <h3>{words.saveTitle}</h3>
      <p className="fine quiet">{words.saveText}</p>
      <TextField label={words.name} value={name} change={setName} required most={80} />
      <TextField
        label={words.key}
        value={key}
        change={setKey}
        required
        most={60}
        hint={words.keyHint}
        error={at("key")}
      />
      <TextField
        label={words.by}
        value={by}
        change={setBy}
        required
        most={60}
        hint={words.byHint}
        error={at("by")}
      />
      <Refused error={writing.error} shown={SHOWN} />
      <div className="buttons">
        <button type="submit" className="button primary" disabled={writing.busy}>
          {writing.busy ? words.saving : words.saveNow}
        </button>
        <button type="button" className="button" onClick={close}>
          {words.cancel}
        </button>
      </div>
    </form>
  );
}

function Progress({ job, close }: { job: RatingJob; close: () => void }) {
  const words = useWhatIfWords();
  if (job.state === "running")
    return (
      <div className="ask">
        <p>{words.steps[job.step]}</p>
        <progress value={job.progress} max={1} aria-label={words.steps[job.step]} />
        <div className="buttons">
          <button type="button" className="button" onClick={() => cancelRating(job.id)}>
            {words.stop}
          </button>
        </div>
      </div>
    );
  return <Ended job={job} close={close} />;
}

function Ended({ job, close }: { job: RatingJob; close: () => void }) {
  const words = useWhatIfWords();
  const { run } = job;
  return (
    <div className="ask">
      {job.state === "cancelled" && <p role="status">{words.stopped}</p>}
      {run !== null && <p role="status">{words.saved(run)}</p>}
      <Refused error={job.problem && new ProblemError(job.problem)} />
      <div className="buttons">
        {run !== null && (
          <>
            <button
              type="button"
              className="button primary"
              onClick={() => {
                goYield({ against: run, terms: null });
                close();
              }}
            >
              {words.compare}
            </button>
            <button
              type="button"
              className="button"
              onClick={() => {
                goYield({ run, terms: null, against: null });
                close();
              }}
            >
              {words.open}
            </button>
          </>
        )}
        <button type="button" className="button" onClick={close}>
          {words.again}
        </button>
      </div>
    </div>
  );
}
