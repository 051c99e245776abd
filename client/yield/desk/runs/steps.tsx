import { useEffect, useRef, useState } from "react";
import type { Right } from "../../../../domain/accounts/rights.ts";
import type { RatingRun } from "../../../../domain/api/ratings/runs.ts";
import { RightMissing } from "../../../account/needs-right.tsx";
import { useAccount } from "../../../account/session.ts";
import { ask } from "../../../state/ask.ts";
import { go, goYield, useView } from "../../../state/store.ts";
import { NumberField, TextField } from "../../../ui/fields.tsx";
import { Section } from "../../../ui/figure.tsx";
import { Refused, useFieldErrors, useWriting, type Writing } from "../../../ui/writing.tsx";
import { useDeskWords } from "../../words/desk.ts";
import { goDesk } from "../go.ts";

type Step = "publish" | "withdraw" | "delete";

const NEEDED: Readonly<Record<Step, Right>> = {
  publish: "publication",
  withdraw: "publication",
  delete: "drafts",
};

/** What can be done with a run, each asked once more before it happens. */
export function Steps({ run }: { run: RatingRun }) {
  const words = useDeskWords().runs;
  const view = useView();
  const [open, setOpen] = useState<Step | null>(null);
  const [done, setDone] = useState("");
  const writing = useWriting();
  const told = useRef<HTMLOutputElement>(null);
  // The button that began it is gone with the form.
  useEffect(() => {
    if (done) told.current?.focus();
  }, [done]);
  const close = (said = "") => {
    setOpen(null);
    setDone(said);
  };
  // What somebody else did meanwhile leaves nothing to confirm.
  const { state } = run;
  useEffect(() => setOpen((now) => (now !== null && allowed(state, now) ? now : null)), [state]);
  const account = useAccount();
  const mine = (step: Step) => account?.rights.includes(NEEDED[step]) ?? false;
  const steps = (["publish", "withdraw", "delete"] as const).filter((step) => allowed(state, step));
  const others = steps.find((step) => !mine(step));
  const onMap = () =>
    go({
      theme: "yield",
      yield: {
        ...view.yield,
        year: run.year,
        size: run.size,
        run: run.shown ? null : run.id,
        against: null,
        terms: null,
        desk: null,
      },
    });
  return (
    <Section title={words.actions}>
      <div className="buttons">
        <button type="button" className="button" onClick={onMap}>
          {words.open}
        </button>
        {state !== "draft" && (
          <button type="button" className="button" onClick={() => goYield({ desk: `responses/${run.id}` })}>
            {words.responses}
          </button>
        )}
        {steps.filter(mine).map((step) => (
          <button
            key={step}
            type="button"
            className={step === "publish" ? "button primary" : "button danger"}
            aria-expanded={open === step}
            onClick={() => {
              setDone("");
              writing.clear();
              setOpen(open === step ? null : step);
            }}
          >
            {words[step]}
          </button>
        ))}
        {others && <RightMissing right={NEEDED[others]} />}
      </div>
      {open === "publish" && <PublishForm run={run} writing={writing} close={close} />}
      {open === "withdraw" && <WithdrawForm run={run} writing={writing} close={close} />}
      {open === "delete" && <DeleteForm run={run} writing={writing} close={close} />}
      {/* Whoever was told that somebody else was faster has no form left to be told in. */}
      {open === null && <Refused error={writing.error} />}
      <output ref={told} className="done" tabIndex={-1}>
        {done}
      </output>
    </Section>
  );
}

const allowed = (state: RatingRun["state"], step: Step) =>
  state === "draft" ? step !== "withdraw" : state === "published" && step === "withdraw";

type Closing = { run: RatingRun; writing: Writing; close: (said?: string) => void };

function PublishForm({ run, writing, close }: Closing) {
  const words = useDeskWords().runs;
  const [days, setDays] = useState("7");
  return (
    <Confirmation
      writing={writing}
      title={words.publishTitle}
      text={words.publishText}
      act={words.publishNow}
      fields={(at) => (
        <NumberField
          label={words.noticeDays}
          value={days}
          change={setDays}
          least={0}
          greatest={365}
          required
          error={at("noticeDays")}
        />
      )}
      shown={["noticeDays"]}
      work={() => ask("POST", `/api/ratings/runs/${run.id}/publish`, { noticeDays: Number(days) })}
      close={(went) => close(went ? words.published : "")}
    />
  );
}

function WithdrawForm({ run, writing, close }: Closing) {
  const words = useDeskWords().runs;
  const [because, setBecause] = useState("");
  return (
    <Confirmation
      writing={writing}
      title={words.withdrawTitle}
      text={words.withdrawText}
      act={words.withdrawNow}
      danger
      fields={(at) => (
        <TextField
          label={words.because}
          value={because}
          change={setBecause}
          required
          most={500}
          error={at("because")}
        />
      )}
      shown={["because"]}
      work={() => ask("POST", `/api/ratings/runs/${run.id}/withdraw`, { because })}
      close={(went) => close(went ? words.withdrawn : "")}
    />
  );
}

function DeleteForm({ run, writing, close }: Closing) {
  const words = useDeskWords().runs;
  return (
    <Confirmation
      writing={writing}
      title={words.deleteTitle}
      text={words.deleteText}
      act={words.deleteNow}
      danger
      work={async () => {
        await ask("DELETE", `/api/ratings/runs/${run.id}`);
        goDesk("runs");
      }}
      close={(went) => close(went ? words.deleted : "")}
    />
  );
}

/** Says what will happen, asks for what it needs, and shows in place what stood in the way. */
function Confirmation(props: {
  writing: Writing;
  title: string;
  text: string;
  act: string;
  danger?: boolean;
  fields?: (at: (field: string) => string | undefined) => React.ReactNode;
  shown?: readonly string[];
  work: () => Promise<unknown>;
  close: (went: boolean) => void;
}) {
  const words = useDeskWords();
  const { writing } = props;
  const at = useFieldErrors(writing.error);
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => form.current?.querySelector<HTMLElement>("input, .buttons button")?.focus(), []);
  return (
    <form
      ref={form}
      className="ask"
      aria-label={props.title}
      onSubmit={async (event) => {
        event.preventDefault();
        const went = await writing.act(async () => void (await props.work()));
        if (went) props.close(true);
      }}
    >
      <h3>{props.title}</h3>
      <p className="fine quiet">{props.text}</p>
      {props.fields?.(at)}
      <Refused error={writing.error} {...(props.shown ? { shown: props.shown } : {})} />
      <div className="buttons">
        <button
          type="submit"
          className={props.danger ? "button danger full" : "button primary"}
          disabled={writing.busy}
        >
          {props.act}
        </button>
        <button type="button" className="button" onClick={() => props.close(false)}>
          {words.cancel}
        </button>
      </div>
    </form>
  );
}
