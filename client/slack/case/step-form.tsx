import { type FormEvent, useEffect, useRef, useState } from "react";
import type { Case } from "../../../domain/api/cases.ts";
import type { Step } from "../../../domain/cases/states.ts";
import { wantsOf } from "../../../domain/cases/steps.ts";
import { useAccount } from "../../account/session.ts";
import { today } from "../../language/days.ts";
import { ask } from "../../state/ask.ts";
import { isConflict, RefusedBeside, useWriting } from "../../ui/writing.tsx";
import { useCaseWords } from "../words/case.ts";
import { Conflict } from "./conflict.tsx";
import { type Draft, emptyDraft, orderOf } from "./draft.ts";
import { casePath } from "./paths.ts";
import { StepFields } from "./step-fields.tsx";

type Props = { of: Case; step: Step; close: (done: Step | null) => void };

const FIELDS = ["on", "cause", "disposal", "decidedAreaM2", "dueOn", "revivedAreaM2", "note"];

/** The next step, with the fields it wants. What others change meanwhile is shown, and nothing typed is lost. */
export function StepForm({ of, step, close }: Props) {
  const words = useCaseWords();
  const account = useAccount();
  const form = useRef<HTMLFormElement>(null);
  const [draft, setDraft] = useState<Draft>(() => emptyDraft(of, step, today()));
  const [begunAt] = useState(() => newestOf(of));
  const writing = useWriting();
  useEffect(() => form.current?.querySelector<HTMLElement>("input, select, textarea")?.focus(), []);

  const since = of.events.filter(({ id }) => id > begunAt);
  // One's own note is no conflict; what was refused as one is, also from another window of the same person.
  const foreign = since.some(({ by }) => by.id !== account?.id) || isConflict(writing.error);
  const possible = of.steps.includes(step);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!possible) return;
    writing
      .act(async () => void (await ask("POST", `${casePath(of.id)}/steps`, orderOf(of, step, draft))))
      .then((went) => went && close(step));
  };
  return (
    <form
      ref={form}
      className="case-form step-form"
      aria-label={words.steps[step]}
      noValidate
      onSubmit={submit}
      onKeyDown={(event) => {
        if (event.key !== "Escape") return;
        event.preventDefault();
        close(null);
      }}
    >
      {foreign && since.length > 0 && <Conflict of={of} since={since} step={step} />}
      <StepFields
        of={of}
        step={step}
        wants={wantsOf(step, of.kind)}
        draft={draft}
        change={(field, value) => setDraft({ ...draft, [field]: value })}
        error={writing.error}
      />
      {!(foreign && since.length > 0) && <RefusedBeside error={writing.error} shown={FIELDS} />}
      <div className="buttons">
        <button type="submit" className="button primary" disabled={writing.busy || !possible}>
          {writing.busy ? words.sending : since.length > 0 ? words.again : words.submit(words.steps[step])}
        </button>
        <button type="button" className="button" onClick={() => close(null)}>
          {words.cancel}
        </button>
      </div>
    </form>
  );
}

const newestOf = ({ events }: Case): number => Math.max(0, ...events.map(({ id }) => id));
