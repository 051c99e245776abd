import { lazy, Suspense } from "react";
import type { RatingExplanation } from "../../../domain/api/ratings/explanation.ts";
import type { RatingResponse } from "../../../domain/api/ratings/responses.ts";
import { Section } from "../../ui/figure.tsx";
import { useSheetWords } from "../words/sheet.ts";
import { isOnNotice, type Responding } from "./responding.ts";

const ResponseForm = lazy(() => import("./response-form.tsx"));

/** What the firm said of this rating and of earlier runs of the year, and while the notice lasts, where it says it. */
export function Responses({ of, responding }: { of: RatingExplanation; responding: Responding }) {
  const words = useSheetWords();
  const { responses, run } = of;
  const open = isOnNotice(run);
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
      {open && responding.kind && (
        <Suspense>
          <ResponseForm
            key={responding.kind}
            kind={responding.kind}
            run={run.id}
            creditCode={of.credit_code}
            close={responding.close}
          />
        </Suspense>
      )}
      <output className="fine quiet">{responding.done && words.responses.done}</output>
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
