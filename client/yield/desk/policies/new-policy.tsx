import { useState } from "react";
import type { GradeLetter } from "../../../../domain/api/ratings/grades.ts";
import type { AllocationPolicy } from "../../../../domain/api/ratings/policies.ts";
import { ask } from "../../../state/ask.ts";
import { ChoiceField, DayField, TextField } from "../../../ui/fields.tsx";
import { Refused, useFieldErrors, useWriting } from "../../../ui/writing.tsx";
import { GradeChip } from "../../grade-chip.tsx";
import { useDeskWords } from "../../words/desk.ts";
import { POLICY_FIELDS, POLICY_GRADES } from "./policy-fields.ts";

const SHOWN = ["field", "grades", "measure", "basis", "validFrom", "validTo"];

/** Writes down what a document grants or withholds by grade. */
export function NewPolicyForm({ close }: { close: (added: boolean) => void }) {
  const all = useDeskWords();
  const words = all.policies;
  const [field, setField] = useState<AllocationPolicy["field"]>("land");
  const [scope, setScope] = useState<AllocationPolicy["scope"]>("here");
  const [grades, setGrades] = useState<readonly GradeLetter[]>([]);
  const [measure, setMeasure] = useState("");
  const [basis, setBasis] = useState("");
  const [validFrom, setValidFrom] = useState("");
  const [validTo, setValidTo] = useState("");
  const [noGrade, setNoGrade] = useState(false);
  const writing = useWriting();
  const at = useFieldErrors(writing.error);
  const save = async () => {
    setNoGrade(grades.length === 0);
    if (grades.length === 0) return;
    const went = await writing.act(() =>
      ask("POST", "/api/ratings/policies", {
        field,
        grades,
        measure,
        basis,
        scope,
        ...(validFrom ? { validFrom } : {}),
        ...(validTo ? { validTo } : {}),
      }),
    );
    if (went) close(true);
  };
  return (
    <form
      className="ask grid-form"
      aria-label={words.addTitle}
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      <ChoiceField
        label={words.field}
        value={field}
        change={(next) => setField(next as AllocationPolicy["field"])}
        choices={POLICY_FIELDS.map((one) => [one, words.fields[one]])}
        error={at("field")}
      />
      <ChoiceField
        label={words.scope}
        value={scope}
        change={(next) => setScope(next as AllocationPolicy["scope"])}
        choices={[
          ["here", words.scopes.here],
          ["elsewhere", words.scopes.elsewhere],
        ]}
      />
      <GradeChoices
        grades={grades}
        choose={setGrades}
        error={noGrade && grades.length === 0 ? words.needGrade : at("grades")}
      />
      <TextField
        label={words.measure}
        value={measure}
        change={setMeasure}
        required
        most={500}
        error={at("measure")}
      />
      <TextField
        label={words.basis}
        value={basis}
        change={setBasis}
        required
        most={300}
        error={at("basis")}
      />
      <DayField label={words.validFrom} value={validFrom} change={setValidFrom} error={at("validFrom")} />
      <DayField label={words.validTo} value={validTo} change={setValidTo} error={at("validTo")} />
      <Refused error={writing.error} shown={SHOWN} />
      <div className="buttons wide">
        <button type="submit" className="button primary" disabled={writing.busy}>
          {words.save}
        </button>
        <button type="button" className="button" onClick={() => close(false)}>
          {all.cancel}
        </button>
      </div>
    </form>
  );
}

function GradeChoices(props: {
  grades: readonly GradeLetter[];
  choose: (grades: readonly GradeLetter[]) => void;
  error: string | undefined;
}) {
  const { grades, choose, error } = props;
  const words = useDeskWords().policies;
  return (
    <fieldset className="choices wide">
      <legend>{words.grades}</legend>
      {POLICY_GRADES.map((grade) => (
        <label key={grade}>
          <input
            type="checkbox"
            checked={grades.includes(grade)}
            onChange={() =>
              choose(
                POLICY_GRADES.filter((one) => (one === grade ? !grades.includes(one) : grades.includes(one))),
              )
            }
          />
          <GradeChip grade={grade} />
        </label>
      ))}
      {error && <p className="field-error">{error}</p>}
    </fieldset>
  );
}
