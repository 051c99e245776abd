import { useEffect, useMemo, useState } from "react";
import type { MapSetup } from "../../../../domain/api/map.ts";
import type { RatingJob, RunSummary } from "../../../../domain/api/ratings/runs.ts";
import type { SchemeList, SchemeVersion } from "../../../../domain/api/ratings/schemes.ts";
import { NeedsRight } from "../../../account/needs-right.tsx";
import { useText } from "../../../language/use-language.ts";
import { ProblemError, useAnswer } from "../../../state/answers.ts";
import { Loaded } from "../../../ui/answer.tsx";
import { ChoiceField, NumberField, TextField } from "../../../ui/fields.tsx";
import { Refused, useFieldErrors, useWriting } from "../../../ui/writing.tsx";
import { useDeskWords } from "../../words/desk.ts";
import { goDesk } from "../go.ts";
import { useOfficer } from "../officer.ts";
import { cancelRating, forgetJob, startRating, useJob } from "./job.ts";

/** Starts a rating and shows how far it is; what comes out is a draft. */
export function NewRunForm({ runs }: { runs: RunSummary[] }) {
  const words = useDeskWords().newRun;
  const schemes = useAnswer<SchemeList>("/api/ratings/schemes");
  return (
    <>
      <div className="detail-head">
        <h2 className="detail-title">{words.title}</h2>
        <p className="quiet fine">{words.text}</p>
      </div>
      <NeedsRight right="drafts">
        <Loaded answer={schemes}>{(list) => <Form schemes={list.schemes} runs={runs} />}</Loaded>
      </NeedsRight>
    </>
  );
}

function Form({ schemes, runs }: { schemes: SchemeVersion[]; runs: RunSummary[] }) {
  const all = useDeskWords();
  const words = all.newRun;
  const text = useText();
  const setup = useAnswer<MapSetup>("/api/map");
  const withData = setup.state === "ready" ? [...setup.value.years].reverse() : undefined;
  // Runs and years may arrive after the form: what is usual is followed until the reader chooses.
  const [typedYear, setYear] = useState<string | null>(null);
  const [chosenKey, setKey] = useState<string | null>(null);
  const year = typedYear ?? String(usualYear(withData, runs));
  const key = chosenKey ?? usualScheme(schemes, runs);
  const [version, setVersion] = useState("");
  const [note, setNote] = useState("");
  const [who, setWho] = useOfficer();
  const writing = useWriting();
  const job = useJob();
  const newest = schemes.find((scheme) => scheme.key === key)?.version ?? 1;

  useEffect(() => {
    if (job?.state !== "done" || job.run === null) return;
    forgetJob();
    goDesk(`runs/${job.run}`);
  }, [job]);

  const problem = job?.state === "failed" ? job.problem : null;
  const failed = useMemo(() => (problem ? new ProblemError(problem) : null), [problem]);
  const error = writing.error ?? failed;
  const at = useFieldErrors(error);
  if (job?.state === "running") return <Progress job={job} />;
  return (
    <form
      className="grid-form"
      onSubmit={(event) => {
        event.preventDefault();
        forgetJob();
        writing.act(() =>
          startRating({
            year: Number(year),
            scheme: key,
            ...(version ? { version: Number(version) } : {}),
            ...(note.trim() ? { note: note.trim() } : {}),
            ...(who.trim() ? { by: who.trim() } : {}),
          }),
        );
      }}
    >
      <NumberField
        label={words.year}
        value={year}
        change={setYear}
        least={2000}
        greatest={2100}
        offered={withData}
        required
        error={at("year")}
      />
      <ChoiceField
        label={words.scheme}
        value={key}
        change={(next) => {
          setKey(next);
          setVersion("");
        }}
        choices={schemes.map((scheme) => [scheme.key, text(scheme.name)])}
        error={at("scheme")}
      />
      <ChoiceField
        label={words.version}
        value={version}
        change={setVersion}
        choices={[
          ["", words.newest(newest)],
          ...earlier(newest).map((n) => [String(n), all.version(n)] as const),
        ]}
        error={at("version")}
      />
      <TextField label={all.who} hint={all.whoHint} value={who} change={setWho} most={60} />
      <TextField label={words.note} value={note} change={setNote} most={200} error={at("note")} />
      <Refused error={error} shown={["year", "scheme", "version", "note"]} />
      {job?.state === "cancelled" && <output className="done">{words.cancelled}</output>}
      <div className="buttons">
        <button type="submit" className="button primary" disabled={writing.busy || !key}>
          {words.start}
        </button>
      </div>
    </form>
  );
}

const USUAL_SCHEME = "sichuan-2020";

/** The scheme of the run that is shown; before there is one, the province's. */
function usualScheme(schemes: SchemeVersion[], runs: RunSummary[]): string {
  const shown = runs.find((run) => run.shown)?.scheme.key;
  const known = (wanted: string | undefined) => schemes.find(({ key }) => key === wanted)?.key;
  return known(shown) ?? known(USUAL_SCHEME) ?? schemes[0]?.key ?? "";
}

/** The newest that firms have figures of; before that is known, the newest that was rated. */
function usualYear(withData: readonly number[] | undefined, runs: RunSummary[]): number {
  const years = withData?.length ? withData : runs.map(({ year }) => year);
  return years.length ? Math.max(...years) : new Date().getFullYear() - 1;
}

const earlier = (newest: number) => Array.from({ length: newest - 1 }, (_, i) => newest - 1 - i);

function Progress({ job }: { job: RatingJob }) {
  const words = useDeskWords().newRun;
  const cancelling = useWriting();
  const percent = Math.round(job.progress * 100);
  return (
    <div className="progress">
      <p>
        <b>{words.running}</b> <span className="quiet">{words.steps[job.step]}</span>
      </p>
      <progress max={100} value={percent} aria-label={words.running}>
        {percent}%
      </progress>
      <Refused error={cancelling.error} />
      <div className="buttons">
        <button
          type="button"
          className="button"
          disabled={cancelling.busy}
          onClick={() => cancelling.act(() => cancelRating(job.id))}
        >
          {words.cancel}
        </button>
      </div>
    </div>
  );
}
