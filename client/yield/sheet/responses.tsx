import { lazy, Suspense, useState } from "react";
import type { RatingExplanation } from "../../../domain/api/ratings/explanation.ts";
import type { RatingResponse } from "../../../domain/api/ratings/responses.ts";
import { Section } from "../../ui/figure.tsx";
import { useSheetWords } from "../words/sheet.ts";
import { today } from "./today.ts";

const ResponseForm = lazy(() => import("./response-form.tsx"));

/** What the firm said of this rating and of earlier runs of the year, and while the notice lasts, the means to say it. */
export function Responses({ of }: { of: RatingExplanation }) {
  const words = useSheetWords();
  const { responses, run } = of;
  const open = run.state === "published" && run.noticeUntil !== null && run.noticeUntil >= today();
  if (!open && responses.length === 0 && run.state !== "draft") return null;
  return (
    <Section title={words.responses.title} aside={open && run.noticeUntil && words.notice(run.noticeUntil)}>
      {responses.length === 0 && (
        <p className="fine quiet">{run.state === "draft" ? words.responses.draft : words.responses.none}</p>
      )}
      <ul className="responses">
        {responses.map((response) => (
          <Response key={response.id} of={response} run={run.id} />
        ))}
      </ul>
      {open ? (
        <Respond of={of} />
      ) : (
        run.state === "published" && <p className="fine quiet">{words.responses.closed}</p>
      )}
    </Section>
  );
}

function Response({ of, run }: { of: RatingResponse; run: number }) {
  const words = useSheetWords();
  const state = of.kind === "confirmation" ? "confirmed" : (of.outcome ?? "open");
  return (
    <li className={state}>
      <p>
        <b>{words.responses.kind[of.kind]}</b>{" "}
        {of.kind === "objection" && (
          <span className="tag">
            {of.outcome ? words.responses.outcome[of.outcome] : words.responses.open}
          </span>
        )}
      </p>
      {of.statement && <p>{of.statement}</p>}
      <p className="fine quiet">
        {words.responses.by(of.raisedBy, of.raisedOn)}
        {of.run !== run && ` · ${words.responses.earlierRun(of.run)}`}
      </p>
      {of.outcome && (
        <p className="outcome">
          {of.outcomeNote}
          {of.decidedBy && of.decidedOn && (
            <span className="fine quiet"> {words.responses.decided(of.decidedBy, of.decidedOn)}</span>
          )}
        </p>
      )}
    </li>
  );
}

/** A firm confirms once; it may object more than once. */
function Respond({ of }: { of: RatingExplanation }) {
  const words = useSheetWords();
  const [kind, setKind] = useState<RatingResponse["kind"] | null>(null);
  const [done, setDone] = useState(false);
  const confirmed = of.responses.some((one) => one.kind === "confirmation" && one.run === of.run.id);
  if (kind)
    return (
      <Suspense>
        <ResponseForm
          key={kind}
          kind={kind}
          run={of.run.id}
          creditCode={of.credit_code}
          close={(recorded) => {
            setKind(null);
            setDone(recorded);
          }}
        />
      </Suspense>
    );
  const start = (next: RatingResponse["kind"]) => {
    setDone(false);
    setKind(next);
  };
  return (
    <div className="respond">
      {!confirmed && (
        <button type="button" className="button" onClick={() => start("confirmation")}>
          {words.responses.confirm}
        </button>
      )}
      <button type="button" className="button" onClick={() => start("objection")}>
        {words.responses.object}
      </button>
      <output className="fine quiet">{done && words.responses.done}</output>
    </div>
  );
}
