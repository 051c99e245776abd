import { useState } from "react";
import type { RatingResponse } from "../../../../domain/api/ratings/responses.ts";
import { NeedsRight } from "../../../account/needs-right.tsx";
import { dayOf, today } from "../../../language/days.ts";
import { ask } from "../../../state/ask.ts";
import { DayField, LongField, TextField } from "../../../ui/fields.tsx";
import { Refused, useFieldErrors, useWriting } from "../../../ui/writing.tsx";
import { useDeskWords } from "../../words/desk.ts";
import { FirmLink } from "../firm-link.tsx";
import { useOfficer } from "../officer.ts";

/** One thing that a firm said, and what was decided about it. */
export function Response({ response }: { response: RatingResponse }) {
  const words = useDeskWords().responses;
  const [open, setOpen] = useState(false);
  const { kind, outcome, outcomeNote, decidedOn, decidedBy } = response;
  const waiting = kind === "objection" && outcome === null;
  return (
    <li className="response">
      <p className="response-head">
        <span className={`chip kind-${kind}`}>{words.kinds[kind]}</span>
        <FirmLink code={response.creditCode} name={response.name} label={words.openFirm(response.name)} />
        <small className="unit">{words.raised(dayOf(response.raisedOn), response.raisedBy)}</small>
      </p>
      {response.statement && <p className="statement">{response.statement}</p>}
      {outcome && (
        <p className={`outcome outcome-${outcome}`}>
          <b>{words.decided(words.outcomes[outcome], dayOf(decidedOn ?? ""), decidedBy ?? "")}</b>
          <br />
          {outcomeNote}
        </p>
      )}
      {waiting && (
        <NeedsRight right="responses">
          {open ? (
            <Decide response={response} close={() => setOpen(false)} />
          ) : (
            <button type="button" className="button" onClick={() => setOpen(true)}>
              {words.decide}
            </button>
          )}
        </NeedsRight>
      )}
    </li>
  );
}

function Decide({ response, close }: { response: RatingResponse; close: () => void }) {
  const all = useDeskWords();
  const words = all.responses;
  const [outcome, setOutcome] = useState<"accepted" | "rejected">("accepted");
  const [note, setNote] = useState("");
  const [day, setDay] = useState(today);
  const [who, setWho] = useOfficer();
  const writing = useWriting();
  const { error } = writing;
  const at = useFieldErrors(error);
  return (
    <form
      className="ask grid-form"
      aria-label={words.decideFirm(response.name)}
      onSubmit={(event) => {
        event.preventDefault();
        writing.act(() =>
          ask("POST", `/api/ratings/responses/${response.id}/decision`, {
            outcome,
            note,
            decidedOn: day,
            decidedBy: who.trim(),
          }),
        );
      }}
    >
      <fieldset className="choices wide">
        <legend>{words.outcome}</legend>
        {(["accepted", "rejected"] as const).map((one) => (
          <label key={one}>
            <input
              type="radio"
              name={`outcome-${response.id}`}
              checked={outcome === one}
              onChange={() => setOutcome(one)}
            />
            {words.outcomes[one]}
          </label>
        ))}
      </fieldset>
      <LongField label={words.note} value={note} change={setNote} required most={2000} error={at("note")} />
      <DayField
        label={words.decidedOn}
        value={day}
        change={setDay}
        required
        latest={today()}
        error={at("decidedOn")}
      />
      <TextField label={all.who} value={who} change={setWho} required most={60} error={at("decidedBy")} />
      <p className="fine quiet wide">{words.after}</p>
      <Refused error={error} shown={["note", "decidedOn", "decidedBy"]} />
      <div className="buttons wide">
        <button type="submit" className="button primary" disabled={writing.busy}>
          {words.save}
        </button>
        <button type="button" className="button" onClick={close}>
          {all.cancel}
        </button>
      </div>
    </form>
  );
}
