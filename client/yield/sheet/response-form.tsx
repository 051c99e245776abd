import { type FormEvent, useEffect, useId, useRef, useState } from "react";
import type { NewResponse, RatingResponse } from "../../../domain/api/ratings/responses.ts";
import { today } from "../../language/days.ts";
import { ProblemError } from "../../state/answers.ts";
import { ask } from "../../state/ask.ts";
import { useView } from "../../state/store.ts";
import { useSheetWords } from "../words/sheet.ts";

type Props = {
  kind: RatingResponse["kind"];
  run: number;
  creditCode: string;
  close: (recorded: boolean) => void;
};

/** An officer records what a firm said: that it agrees, or what it objects to. */
export default function ResponseForm({ kind, run, creditCode, close }: Props) {
  const words = useSheetWords();
  const id = useId();
  const form = useRef<HTMLFormElement>(null);
  const { failure, sending, send } = useSend(run, close);
  useEffect(() => form.current?.querySelector("input")?.focus(), []);

  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const said = new FormData(event.currentTarget);
    const text = (name: string) => String(said.get(name) ?? "").trim();
    const statement = text("statement");
    send({ creditCode, kind, raisedBy: text("raisedBy"), raisedOn: text("raisedOn"), statement });
  };
  return (
    <form
      ref={form}
      className="response-form"
      aria-label={words.responses.send[kind]}
      onSubmit={submit}
      onKeyDown={(event) => {
        if (event.key !== "Escape") return;
        event.preventDefault();
        close(false);
      }}
    >
      <label htmlFor={`${id}-by`}>{words.responses.raisedBy}</label>
      <input id={`${id}-by`} name="raisedBy" required maxLength={60} autoComplete="name" />
      <label htmlFor={`${id}-on`}>{words.responses.raisedOn}</label>
      <input id={`${id}-on`} name="raisedOn" type="date" required defaultValue={today()} max={today()} />
      {kind === "objection" && (
        <>
          <label htmlFor={`${id}-text`}>{words.responses.statement}</label>
          <textarea
            id={`${id}-text`}
            name="statement"
            required
            maxLength={2000}
            rows={4}
            aria-describedby={`${id}-hint`}
          />
          <p id={`${id}-hint`} className="fine quiet">
            {words.responses.statementHint}
          </p>
        </>
      )}
      {failure && (
        <p className="notice" role="alert">
          {failure}
        </p>
      )}
      <div className="respond">
        <button type="submit" className="button primary" disabled={sending}>
          {sending ? words.responses.sending : words.responses.send[kind]}
        </button>
        <button type="button" className="button" onClick={() => close(false)}>
          {words.responses.cancel}
        </button>
      </div>
    </form>
  );
}

function useSend(run: number, close: Props["close"]) {
  const words = useSheetWords();
  const { language } = useView();
  const [failure, setFailure] = useState<string | null>(null);
  const [sending, setSending] = useState(false);
  const send = async (response: NewResponse) => {
    setSending(true);
    setFailure(null);
    try {
      await ask("POST", `/api/ratings/runs/${run}/responses`, response);
      close(true);
    } catch (error) {
      if (!(error instanceof ProblemError)) setFailure(words.responses.offline);
      else {
        const { zh } = error.problem;
        setFailure(words.responses.failed(language === "zh" && zh ? zh : error.message));
      }
      setSending(false);
    }
  };
  return { failure, sending, send };
}
