import type { Case } from "../../../domain/api/cases.ts";
import { CAUSES, type Step } from "../../../domain/cases/states.ts";
import type { StepField, wantsOf } from "../../../domain/cases/steps.ts";
import { DISPOSAL_NAMES } from "../../../domain/cases/words.ts";
import { today } from "../../language/days.ts";
import { useText } from "../../language/use-language.ts";
import { ChoiceField, DayField, LongField, NumberField } from "../../ui/fields.tsx";
import { useFieldErrors } from "../../ui/writing.tsx";
import { useCaseWords } from "../words/case.ts";
import { type Draft, mostOf, muText } from "./draft.ts";

type Props = {
  of: Case;
  step: Step;
  wants: ReturnType<typeof wantsOf>;
  draft: Draft;
  change: (field: StepField, value: string) => void;
  error: Error | null;
};

const LONGEST_NOTE = 2000;

/** Exactly the fields that a step wants, each with what is wrong with it. */
export function StepFields({ of, step, wants, draft, change, error }: Props) {
  const words = useCaseWords();
  const wrong = useFieldErrors(error);
  const field = (name: StepField) => ({
    value: draft[name],
    change: (value: string) => change(name, value),
    error: wrong(name),
  });
  const most = muText(mostOf(of, step));
  return (
    <>
      {wants.cause && <CauseField {...field("cause")} idle={of.kind === "idle"} />}
      {wants.disposal && <DisposalField {...field("disposal")} of={of} />}
      {wants.decidedAreaM2 && (
        <NumberField
          label={words.decidedArea}
          hint={words.areaHint(most)}
          step="any"
          least={0}
          {...field("decidedAreaM2")}
        />
      )}
      {wants.revivedAreaM2 && (
        <NumberField
          label={words.revivedArea}
          hint={words.revivedHint(most)}
          step="any"
          least={0}
          {...field("revivedAreaM2")}
        />
      )}
      {wants.on && <DayField label={words.on[step]} latest={today()} {...field("on")} />}
      {wants.dueOn && <DayField label={words.dueOn} {...field("dueOn")} />}
      {wants.note && (
        <LongField
          label={wants.note === "must" ? words.noteNeeded : words.note}
          most={LONGEST_NOTE}
          {...field("note")}
        />
      )}
    </>
  );
}

type One = { value: string; change: (value: string) => void; error: string | undefined };

function CauseField({ idle, ...one }: One & { idle: boolean }) {
  const words = useCaseWords();
  const choices = CAUSES.filter((cause) => cause !== "unknown");
  return (
    <ChoiceField
      label={words.cause}
      hint={idle ? words.causeHint : undefined}
      choices={[
        ["", idle ? words.choose : words.causes.unknown],
        ...choices.map((cause) => [cause, words.causes[cause]] as const),
      ]}
      {...one}
    />
  );
}

function DisposalField({ of, ...one }: One & { of: Case }) {
  const words = useCaseWords();
  const text = useText();
  return (
    <ChoiceField
      label={words.disposal}
      hint={of.disposals.length === 0 ? words.disposalNone : undefined}
      choices={[["", words.choose], ...of.disposals.map((way) => [way, text(DISPOSAL_NAMES[way])] as const)]}
      {...one}
    />
  );
}
