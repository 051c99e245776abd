import { type FormEvent, useEffect, useRef, useState } from "react";
import type { NewPairing, Pairing, PairingChange } from "../../../domain/api/workshops.ts";
import { useRight } from "../../account/session.ts";
import { dayOf } from "../../language/days.ts";
import { useAmounts } from "../../language/use-language.ts";
import { ask } from "../../state/ask.ts";
import { LongField, NumberField } from "../../ui/fields.tsx";
import { Refused, RefusedBeside, useFieldErrors, useWriting } from "../../ui/writing.tsx";
import { useWorkshopWords } from "../words/workshops.ts";
import type { Match } from "./matching.ts";
import { PAIRINGS, pairingPath } from "./paths.ts";

type State = Pairing["state"];
/** Steps that ask for something before they happen. */
type Asking = "signed" | "dropped";

const LONGEST_NOTE = 2000;

/** What became of bringing the two together, and who said so. */
export function PairingLine({ pairing }: { pairing: Pairing }) {
  const words = useWorkshopWords();
  const { count } = useAmounts();
  const { state, area_m2, note, changedAt, changedBy } = pairing;
  return (
    <p className={`pairing ${state}`}>
      <b>{words.pairing.states[state]}</b>{" "}
      {state === "signed" && area_m2 !== null && (
        <span>
          {count(area_m2)} <small className="unit">{words.units.m2}</small>
        </span>
      )}{" "}
      <span className="fine quiet">{words.pairing.told(dayOf(changedAt), changedBy ?? "")}</span>
      {note && <span className="pairing-note">{note}</span>}
    </p>
  );
}

/** 推介、签约、未成: whoever has the right in one of the two districts may say so. */
export function PairingSteps({ match, name }: { match: Match; name: string }) {
  const words = useWorkshopWords();
  const mayForOffer = useRight("workshops", match.offer.district_code);
  const mayForNeed = useRight("workshops", match.need.district_code);
  const [asking, setAsking] = useState<Asking | null>(null);
  const [said, setSaid] = useState<State | null>(null);
  const place = useRef<HTMLOutputElement>(null);
  const writing = useWriting();
  if (!mayForOffer && !mayForNeed) return null;
  const { pairing } = match;
  const now = pairing?.state ?? null;
  const over = match.offer.state === "closed" || match.need.state === "closed";
  const done = (state: State) => {
    setAsking(null);
    setSaid(state);
    place.current?.focus();
  };
  const introduce = () =>
    writing
      .act(() => tell(match, { state: "introduced", area_m2: null, note: "" }))
      .then((went) => went && done("introduced"));
  const button = (step: Asking, label: string) => (
    <button
      type="button"
      className="button"
      aria-expanded={asking === step}
      aria-label={`${label} ${name}`}
      onClick={() => setAsking(asking === step ? null : step)}
    >
      {label}
    </button>
  );
  return (
    <div className="pairing-steps">
      {(now === null || now === "dropped") && !over && (
        <button
          type="button"
          className="button"
          aria-label={`${words.pairing[now ? "again" : "introduce"]} ${name}`}
          disabled={writing.busy}
          onClick={introduce}
        >
          {words.pairing[now ? "again" : "introduce"]}
        </button>
      )}
      {now !== "dropped" &&
        (now !== null || !over) &&
        button("signed", words.pairing[now === "signed" ? "resign" : "sign"])}
      {now !== null && now !== "dropped" && button("dropped", words.pairing.drop)}
      <output ref={place} tabIndex={-1} className="done">
        {said && words.pairing.done[said]}
      </output>
      <Refused error={writing.error} />
      {asking && (
        <PairingForm key={asking} match={match} step={asking} close={() => setAsking(null)} done={done} />
      )}
    </div>
  );
}

type Told = Omit<PairingChange, "version">;

/** The first word of the two is a new pairing; any other changes the one there is. */
const tell = async ({ offer, need, pairing }: Match, told: Told): Promise<void> => {
  if (pairing) {
    const change: PairingChange = { ...told, version: pairing.version };
    await ask<Pairing>("PUT", pairingPath(pairing.id), change);
  } else {
    const order: NewPairing = { ...told, offer: offer.id, need: need.id };
    await ask<Pairing>("POST", PAIRINGS, order);
  }
};

type FormProps = { match: Match; step: Asking; close: () => void; done: (state: State) => void };

/** How much is signed for, or why it came to nothing. */
function PairingForm({ match, step, close, done }: FormProps) {
  const words = useWorkshopWords().pairing;
  const { count } = useAmounts();
  const { offer, need, pairing } = match;
  const form = useRef<HTMLFormElement>(null);
  const signed = pairing?.state === "signed" ? (pairing.area_m2 ?? 0) : 0;
  const free = offer.left_m2 + signed;
  const [area, setArea] = useState(() => String(signed || Math.min(free, need.area_high_m2)));
  // Another area is no reason to lose what was said of it.
  const [note, setNote] = useState(pairing?.state === step ? pairing.note : "");
  const writing = useWriting();
  const wrong = useFieldErrors(writing.error);
  useEffect(() => form.current?.querySelector<HTMLElement>("input, textarea")?.focus(), []);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const area_m2 = step === "signed" && area.trim() !== "" ? Number(area) : null;
    writing
      .act(() => tell(match, { state: step, area_m2, note: note.trim() }))
      .then((went) => went && done(step));
  };
  return (
    <form
      ref={form}
      className="pairing-form"
      aria-label={words.forms[step]}
      noValidate
      onSubmit={submit}
      onKeyDown={(event) => {
        if (event.key !== "Escape") return;
        event.preventDefault();
        close();
      }}
    >
      {step === "signed" && (
        <NumberField
          label={words.signedArea}
          hint={words.areaHint(count(free))}
          value={area}
          change={setArea}
          step="any"
          least={0}
          error={wrong("area_m2")}
        />
      )}
      <LongField
        label={step === "dropped" ? words.why : words.note}
        value={note}
        change={setNote}
        rows={2}
        most={LONGEST_NOTE}
        error={wrong("note")}
      />
      <RefusedBeside error={writing.error} shown={["area_m2", "note"]} />
      <div className="buttons">
        <button type="submit" className="button primary" disabled={writing.busy}>
          {writing.busy ? words.sending : words.confirm[step]}
        </button>
        <button type="button" className="button" onClick={close}>
          {words.cancel}
        </button>
      </div>
    </form>
  );
}
