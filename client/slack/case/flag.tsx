import { type FormEvent, useEffect, useRef, useState } from "react";
import type { Case, NewCase } from "../../../domain/api/cases.ts";
import type { CaseKind } from "../../../domain/cases/states.ts";
import { ask } from "../../state/ask.ts";
import { ChoiceField, LongField } from "../../ui/fields.tsx";
import { Refused, useFieldErrors, useWriting } from "../../ui/writing.tsx";
import { KindMark } from "../sheet/kind-mark.tsx";
import { useCaseWords } from "../words/case.ts";
import { OfficerField } from "./officers.tsx";

type Props = {
  code: string;
  district: string;
  /** Kinds that no open case has. */
  kinds: readonly CaseKind[];
  /** Those of them that the screening found. */
  found: readonly CaseKind[];
  /** Whether another case is open already. */
  second: boolean;
  opened: (made: Case) => void;
};

const LONGEST_NOTE = 2000;

/** 立案: of a candidate by one press, all else being known; by hand with a reason. */
export function Flag(props: Props) {
  const { code, district, kinds, found, second, opened } = props;
  const words = useCaseWords().flag;
  const [open, setOpen] = useState(false);
  const [chosen, setKind] = useState<CaseKind | null>(null);
  const [reason, setReason] = useState("");
  const [assigneeId, setAssignee] = useState<number | null>(null);
  const writing = useWriting();
  const kind = (chosen && kinds.includes(chosen) ? chosen : null) ?? found[0] ?? kinds[0] ?? "idle";
  const atOnce = found.length > 0 && !second;

  const submit = (event: FormEvent) => {
    event.preventDefault();
    writing.act(async () => {
      const order: NewCase = { parcelCode: code, kind, reason: reason.trim(), assigneeId };
      opened(await ask<Case>("POST", "/api/cases", order));
      setOpen(false);
      setReason("");
    });
  };
  if (!open && !atOnce)
    return (
      <button type="button" className="button flag-by-hand" onClick={() => setOpen(true)}>
        {second ? words.another : words.byHand}
      </button>
    );
  return (
    <form className="flag" aria-label={words.title} noValidate onSubmit={submit}>
      <FlagLine kind={kind} busy={writing.busy} />
      <button type="button" className="link fine" aria-expanded={open} onClick={() => setOpen(!open)}>
        {open ? words.cancel : words.more}
      </button>
      {open && (
        <FlagDetails
          {...{ kinds, kind, setKind, reason, setReason, assigneeId, setAssignee, district }}
          needsReason={!found.includes(kind)}
          error={writing.error}
          close={() => setOpen(false)}
        />
      )}
      <Refused error={writing.error} shown={open ? ["reason", "kind", "assigneeId"] : []} />
    </form>
  );
}

function FlagLine({ kind, busy }: { kind: CaseKind; busy: boolean }) {
  const words = useCaseWords();
  return (
    <div className="flag-line">
      <KindMark kind={kind} />
      <span>{words.flag.of(words.kinds[kind])}</span>
      <button type="submit" className="button primary" disabled={busy}>
        {busy ? words.flag.acting : words.flag.act}
      </button>
    </div>
  );
}

type Details = {
  kinds: readonly CaseKind[];
  kind: CaseKind;
  setKind: (kind: CaseKind) => void;
  reason: string;
  setReason: (reason: string) => void;
  needsReason: boolean;
  assigneeId: number | null;
  setAssignee: (id: number | null) => void;
  district: string;
  error: Error | null;
  close: () => void;
};

function FlagDetails(props: Details) {
  const words = useCaseWords();
  const place = useRef<HTMLFieldSetElement>(null);
  const wrong = useFieldErrors(props.error);
  useEffect(() => place.current?.querySelector<HTMLElement>("select, textarea")?.focus(), []);
  return (
    <fieldset
      ref={place}
      aria-label={words.flag.more}
      className="case-form"
      onKeyDown={(event) => {
        if (event.key !== "Escape") return;
        event.preventDefault();
        props.close();
      }}
    >
      <ChoiceField
        label={words.flag.kind}
        value={props.kind}
        change={(kind) => props.setKind(props.kinds.find((one) => one === kind) ?? props.kind)}
        choices={props.kinds.map((kind) => [kind, words.kinds[kind]] as const)}
        error={wrong("kind")}
      />
      <OfficerField
        district={props.district}
        value={props.assigneeId}
        change={props.setAssignee}
        error={wrong("assigneeId")}
      />
      <LongField
        label={props.needsReason ? words.flag.reasonNeeded : words.flag.reason}
        hint={props.needsReason ? words.flag.reasonHint : undefined}
        value={props.reason}
        change={props.setReason}
        most={LONGEST_NOTE}
        error={wrong("reason")}
      />
    </fieldset>
  );
}
