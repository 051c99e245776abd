import type { Step } from "../../../domain/shares/scenario.ts";
import { useAmounts } from "../../language/use-language.ts";
import { Section } from "../../ui/figure.tsx";
import { useScenarioWords } from "../words/scenario.ts";
import { changeOf } from "./painting.ts";
import { useSaying } from "./saying.ts";
import { changeWork, redo, undo, undoAll, useWork } from "./work.ts";

/** 步骤: in the order in which they were taken; the last can be taken back, and then the one before it. */
export function StepList({ unknown, left }: { unknown: number; left: readonly number[] }) {
  const words = useScenarioWords();
  const { count } = useAmounts();
  const { steps, undone, broughtBack } = useWork();
  // Steps are never put in another order: their place is what they are.
  const numbered = steps.map((step, i) => ({ step, number: i + 1, left: left[i] ?? 0 }));
  return (
    <Section title={words.steps.title} aside={steps.length > 0 ? count(steps.length) : undefined}>
      {steps.length === 0 && <p className="quiet fine">{words.steps.none}</p>}
      <ol className="scenario-steps">
        {numbered.map((each) => (
          <StepRow key={each.number} {...each} />
        ))}
      </ol>
      {broughtBack && <output className="scenario-note">{words.steps.broughtBack}</output>}
      {unknown > 0 && <p className="scenario-note">{words.steps.unknown(count(unknown))}</p>}
      <p className="scenario-buttons">
        <button type="button" className="button small" disabled={steps.length === 0} onClick={undo}>
          {words.steps.undo}
        </button>
        <button type="button" className="button small" disabled={undone.length === 0} onClick={redo}>
          {words.steps.redo}
        </button>
        {steps.length > 1 && (
          <button type="button" className="link" onClick={undoAll}>
            {words.steps.empty}
          </button>
        )}
      </p>
    </Section>
  );
}

function StepRow({ step, number, left }: { step: Step; number: number; left: number }) {
  const words = useScenarioWords();
  const { count } = useAmounts();
  const { what, much } = useSaying()(step);
  const change = changeOf(step);
  return (
    <li>
      <span className="step-mark" data-change={change ?? "none"}>
        {change ? words.told.letters[change] : number}
      </span>
      <span>
        {what} {much && <span className="quiet">{much}</span>}
        {left > 0 && <small className="left-as-it-was">{words.steps.left(count(left))}</small>}
      </span>
      {"parcels" in step && (
        <button
          type="button"
          className="link fine"
          onClick={() => changeWork({ chosen: new Set(step.parcels) })}
        >
          {words.steps.show}
        </button>
      )}
    </li>
  );
}
