import { useEffect, useRef, useState } from "react";
import type { Case } from "../../../domain/api/cases.ts";
import type { Step } from "../../../domain/cases/states.ts";
import { useRight } from "../../account/session.ts";
import { ask } from "../../state/ask.ts";
import { Section } from "../../ui/figure.tsx";
import { Refused, useWriting } from "../../ui/writing.tsx";
import { useCaseWords } from "../words/case.ts";
import { Assignee } from "./assignee.tsx";
import { CaseFacts } from "./case-facts.tsx";
import { Deadlines } from "./deadlines.tsx";
import { Files } from "./files.tsx";
import { Log } from "./log.tsx";
import { Notes } from "./notes.tsx";
import { casePath } from "./paths.ts";
import { StateLine } from "./state-line.tsx";
import { StepForm } from "./step-form.tsx";

/** A case: where it stands, what is due, what comes next, and all that was done. */
export function CasePanel({ of, isNew }: { of: Case; isNew: boolean }) {
  const words = useCaseWords();
  // Not `of.mayAct`: when a session ends, forms wait for whoever was writing to sign in again.
  const mayAct = useRight("cases", of.district_code);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (isNew) heading.current?.focus({ preventScroll: true });
  }, [isNew]);
  return (
    <section className="case" aria-labelledby={`case-${of.id}`}>
      <h2 id={`case-${of.id}`} ref={heading} tabIndex={-1} className="case-title">
        {words.title(of.id, words.kinds[of.kind])}
        {of.overdue && <span className="tag overdue">{words.overdue}</span>}
      </h2>
      <StateLine state={of.state} />
      <CaseFacts of={of} />
      <Deadlines of={of} />
      {mayAct && <NextSteps of={of} isNew={isNew} />}
      <Assignee of={of} mayAct={mayAct} />
      <Files of={of} mayAct={mayAct} />
      {mayAct && <Notes of={of} />}
      <Log of={of} />
      {of.synthetic && <p className="fine quiet">{words.synthetic}</p>}
    </section>
  );
}

/** A form stays open for the step it was opened for, whatever the case becomes meanwhile. */
function NextSteps({ of, isNew }: { of: Case; isNew: boolean }) {
  const words = useCaseWords();
  const [step, setStep] = useState<Step | null>(null);
  const [said, setSaid] = useState(isNew ? words.opened : "");
  const place = useRef<HTMLOutputElement>(null);
  const close = (done: Step | null) => {
    setStep(null);
    setSaid(done ? words.done(words.steps[done]) : "");
    place.current?.focus();
  };
  return (
    <Section title={words.next}>
      {of.steps.includes("reopen") && <p className="fine quiet">{words.over}</p>}
      <div className="case-steps">
        {of.steps.map((one, i) => (
          <button
            key={one}
            type="button"
            className={i === 0 ? "button primary" : "button"}
            aria-expanded={step === one}
            onClick={() => {
              setSaid("");
              setStep(step === one ? null : one);
            }}
          >
            {words.steps[one]}
          </button>
        ))}
        {of.mayUndo && <Undo of={of} say={setSaid} />}
      </div>
      {step && <StepForm key={step} of={of} step={step} close={close} />}
      <output ref={place} tabIndex={-1} className="done">
        {said}
      </output>
    </Section>
  );
}

function Undo({ of, say }: { of: Case; say: (text: string) => void }) {
  const words = useCaseWords();
  const writing = useWriting();
  const undo = () =>
    writing.act(async () => {
      await ask("POST", `${casePath(of.id)}/undo`, { version: of.version });
      say(words.undone);
    });
  return (
    <>
      <button
        type="button"
        className="link fine undo"
        title={words.undoHint}
        disabled={writing.busy}
        onClick={undo}
      >
        {words.undo}
      </button>
      <Refused error={writing.error} />
    </>
  );
}
