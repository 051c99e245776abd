import { type FormEvent, useEffect, useMemo, useState } from "react";
import type { RuleList, ScreeningJob, Thresholds } from "../../../domain/api/screening.ts";
import { NeedsRight } from "../../account/needs-right.tsx";
import { today } from "../../language/days.ts";
import { useText } from "../../language/use-language.ts";
import { ProblemError, useAnswer } from "../../state/answers.ts";
import { goSlack } from "../../state/store.ts";
import { Loaded } from "../../ui/answer.tsx";
import { DayField, NumberField, TextField } from "../../ui/fields.tsx";
import { Refused, useFieldErrors, useWriting } from "../../ui/writing.tsx";
import { RULES } from "../query.ts";
import { useScreeningWords } from "../words/screening.ts";
import { screening } from "./job.ts";
import { readThresholds, type Settable, type Typed, thresholdsOf, told } from "./thresholds.ts";

/** 重新筛查: the day and the thresholds of a new screening, and how far it is; what comes out is a draft. */
export function NewScreeningForm() {
  const words = useScreeningWords();
  const rules = useAnswer<RuleList>(RULES);
  return (
    <>
      <p className="quiet fine">{words.text}</p>
      <NeedsRight right="drafts">
        <Loaded answer={rules}>{(settable) => <Form settable={settable} />}</Loaded>
      </NeedsRight>
    </>
  );
}

function Form({ settable }: { settable: Settable }) {
  const words = useScreeningWords();
  const [day, setDay] = useState(today);
  const [note, setNote] = useState("");
  const [typed, setTyped] = useState<Typed>({});
  const writing = useWriting();
  const job = screening.useJob();
  useEffect(() => {
    if (job?.state !== "done") return;
    screening.forget();
    goSlack({ desk: "runs" });
  }, [job]);
  const problem = job?.state === "failed" ? job.problem : null;
  const failed = useMemo(() => (problem ? new ProblemError(problem) : null), [problem]);
  const error = writing.error ?? failed;
  const at = useFieldErrors(error);
  if (job?.state === "running") return <Progress job={job} />;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    screening.forget();
    writing.act(() =>
      screening.start({
        referenceDate: day,
        thresholds: readThresholds(typed, settable),
        ...(note.trim() ? { note: note.trim() } : {}),
      }),
    );
  };
  const known = thresholdsOf(settable).map(({ name }) => `thresholds.${name}`);
  return (
    <form className="grid-form" onSubmit={submit}>
      <DayField
        label={words.day}
        hint={words.dayHint}
        value={day}
        change={setDay}
        required
        error={at("referenceDate")}
      />
      <TextField label={words.note} value={note} change={setNote} most={200} error={at("note")} />
      <h3>
        {words.thresholds} <small className="quiet">{words.thresholdsHint}</small>
      </h3>
      <ThresholdFields
        settable={settable}
        typed={typed}
        change={(name, value) => setTyped({ ...typed, [name]: value })}
        at={at}
      />
      <Refused error={error} shown={["referenceDate", "note", ...known]} />
      {job?.state === "cancelled" && <output className="done">{words.cancelled}</output>}
      <div className="buttons">
        <button type="submit" className="button primary" disabled={writing.busy}>
          {words.start}
        </button>
      </div>
    </form>
  );
}

/** Each threshold with its default and what it rests on. */
function ThresholdFields(props: {
  settable: Settable;
  typed: Typed;
  change: (name: keyof Thresholds, value: string) => void;
  at: (field: string) => string | undefined;
}) {
  const { settable, typed, change, at } = props;
  const words = useScreeningWords();
  const text = useText();
  return thresholdsOf(settable).map(({ name, value, unit, rule, basis }) => (
    <div key={name} className="threshold">
      <NumberField
        label={`${rule ?? words.potential} · ${words.names[name]}`}
        hint={words.usual(told(value, unit, words.units))}
        value={typed[name] ?? ""}
        change={(next) => change(name, next)}
        least={0}
        step="any"
        error={at(`thresholds.${name}`)}
      />
      <p className="fine quiet" title={text(basis.text)}>
        {words.basis}: {text(basis.text)} · {words.certainty[basis.certainty]}
      </p>
    </div>
  ));
}

function Progress({ job }: { job: ScreeningJob }) {
  const words = useScreeningWords();
  const cancelling = useWriting();
  const percent = Math.round(job.progress * 100);
  return (
    <div className="progress">
      <p>
        <b>{words.running}</b> <span className="quiet">{job.order.referenceDate}</span>
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
          onClick={() => cancelling.act(() => screening.cancel(job.id))}
        >
          {words.cancel}
        </button>
      </div>
    </div>
  );
}
