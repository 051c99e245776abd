import { useRef, useState } from "react";
import type { Need, Offer } from "../../../domain/api/workshops.ts";
import { NeedsRight } from "../../account/needs-right.tsx";
import { ask } from "../../state/ask.ts";
import { go, useView } from "../../state/store.ts";
import { Refused, useWriting } from "../../ui/writing.tsx";
import { useWorkshopWords } from "../words/workshops.ts";
import { needDraft, needSent, offerDraft, offerSent } from "./form/draft.ts";
import { recordPath } from "./paths.ts";

type Of = { side: "offers"; record: Offer } | { side: "needs"; record: Need };

/** Changing a record, and taking it out of the matching or back into it. */
export function RecordSteps(of: Of) {
  return (
    <div className="record-steps">
      <NeedsRight right="workshops" district={of.record.district_code}>
        <Steps {...of} />
      </NeedsRight>
    </div>
  );
}

/** A change sends the whole record, so that it is written as its form would write it with nothing typed. */
const asItStands = ({ side, record }: Of) =>
  side === "offers"
    ? offerSent(offerDraft(record, record.district_code), record)
    : needSent(needDraft(record, record.district_code));

function Steps(of: Of) {
  const { side, record } = of;
  const words = useWorkshopWords();
  const view = useView();
  const writing = useWriting();
  const [said, setSaid] = useState("");
  const place = useRef<HTMLOutputElement>(null);
  const next = record.state === "open" ? "closed" : "open";
  const change = () =>
    // The form belongs to the slack theme; the sheet is there in every theme.
    go({
      theme: "slack",
      slack: { ...view.slack, workshops: { ...view.slack.workshops, form: `${side}:${record.id}` } },
    });
  const turn = () =>
    writing.act(async () => {
      await ask("PUT", recordPath(side, record.id), {
        ...asItStands(of),
        state: next,
        version: record.version,
      });
      setSaid(words.done[next]);
      place.current?.focus();
    });
  return (
    <>
      <button type="button" className="button" onClick={change}>
        {words.change}
      </button>
      <button
        type="button"
        className="button"
        title={next === "closed" ? words.closeHint : undefined}
        disabled={writing.busy}
        onClick={turn}
      >
        {next === "closed" ? words.close : words.reopen}
      </button>
      <output ref={place} tabIndex={-1} className="done">
        {said}
      </output>
      <Refused error={writing.error} />
    </>
  );
}
