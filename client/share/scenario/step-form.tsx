import { type FormEvent, useState } from "react";
import type { ScenarioBase } from "../../../domain/api/shares.ts";
import { SUPPLY_MODES, TRANSFER_USES } from "../../../domain/shares/parts.ts";
import { LAND_BECOMES } from "../../../domain/shares/scenario.ts";
import { plainLand } from "../../language/units.ts";
import { useText } from "../../language/use-language.ts";
import { useView } from "../../state/store.ts";
import { ChoiceField, NumberField } from "../../ui/fields.tsx";
import { Section } from "../../ui/figure.tsx";
import { useScenarioWords } from "../words/scenario.ts";
import { type Draft, firstDraft, isForLand, MEASURES, type Outcome, stepOf } from "./step-draft.ts";
import { takeStep, useWork } from "./work.ts";
import "../../ui/forms.css";

type Change = <Name extends keyof Draft>(name: Name, value: Draft[Name]) => void;
type Fields = { draft: Draft; change: Change; error: (field: keyof Draft) => string | undefined };

/** 措施: what the next step does. */
export function StepForm({ base }: { base: ScenarioBase }) {
  const words = useScenarioWords();
  const { land } = useView();
  const { chosen } = useWork();
  const [draft, setDraft] = useState(() => firstDraft(base.districts[0]?.code ?? ""));
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const waits = isForLand(draft.measure) && chosen.size === 0;
  const change: Change = (name, value) => {
    setDraft((before) => ({ ...before, [name]: value }));
    setOutcome(null);
  };
  const error = (field: keyof Draft) =>
    outcome && "wrong" in outcome && outcome.wrong.field === field
      ? words.step[outcome.wrong.why]
      : undefined;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (waits) return;
    const next = stepOf(draft, [...chosen], land);
    setOutcome(next);
    if ("step" in next) takeStep(next.step);
  };
  const fields = { draft, change, error };
  return (
    <Section title={words.step.title}>
      <form className="measure-form" noValidate onSubmit={submit}>
        <div className="field wide">
          <select
            aria-label={words.step.title}
            value={draft.measure}
            onChange={({ target }) => change("measure", target.value as Draft["measure"])}
          >
            {MEASURES.map((measure) => (
              <option key={measure} value={measure}>
                {words.step.kinds[measure]}
              </option>
            ))}
          </select>
        </div>
        <LandFields {...fields} />
        {draft.measure === "transfer" && <TransferFields {...fields} base={base} />}
        {draft.measure === "growth" && <GrowthFields {...fields} base={base} />}
        <p className="scenario-buttons">
          <button type="submit" className="button primary" disabled={waits}>
            {words.step.add}
          </button>
          {waits && <span className="fine quiet">{words.step.needsLand}</span>}
        </p>
      </form>
    </Section>
  );
}

function LandFields({ draft, change, error }: Fields) {
  const { step: words } = useScenarioWords();
  switch (draft.measure) {
    case "revive":
      return (
        <NumberField
          label={words.perMu}
          hint={words.perMuHint}
          error={error("perMu")}
          value={draft.perMu}
          step="any"
          least={0}
          change={(value) => change("perMu", value)}
        />
      );
    case "rezone":
      return (
        <ChoiceField
          label={words.to}
          value={draft.to}
          choices={LAND_BECOMES.map((kind) => [kind, words.lands[kind]] as const)}
          change={(to) => change("to", to as Draft["to"])}
        />
      );
    case "raise_far":
      return (
        <NumberField
          label={words.far}
          hint={words.farHint}
          error={error("far")}
          value={draft.far}
          step="any"
          least={0}
          greatest={20}
          change={(value) => change("far", value)}
        />
      );
    default:
      return null;
  }
}

function DistrictField({ draft, change, base }: Fields & { base: ScenarioBase }) {
  const words = useScenarioWords();
  const text = useText();
  return (
    <ChoiceField
      label={words.chosen.district}
      value={draft.district}
      choices={base.districts.map(({ code, name }) => [code, text(name)] as const)}
      change={(district) => change("district", district)}
    />
  );
}

const TWELVE = Array.from({ length: 12 }, (_, i) => i + 1);

function TransferFields(props: Fields & { base: ScenarioBase }) {
  const { draft, change, error } = props;
  const { step: words } = useScenarioWords();
  const { language, land } = useView();
  return (
    <>
      <DistrictField {...props} />
      <ChoiceField
        label={words.month}
        value={draft.month}
        choices={TWELVE.map((month) => [String(month), words.monthOf(month)] as const)}
        change={(month) => change("month", month)}
      />
      <ChoiceField
        label={words.use}
        value={draft.use}
        choices={TRANSFER_USES.map((use) => [use, words.uses[use]] as const)}
        change={(use) => change("use", use as Draft["use"])}
      />
      <ChoiceField
        label={words.mode}
        value={draft.mode}
        choices={SUPPLY_MODES.map((mode) => [mode, words.modes[mode]] as const)}
        change={(mode) => change("mode", mode as Draft["mode"])}
      />
      <NumberField
        label={words.area(plainLand(language, land).name)}
        error={error("area")}
        value={draft.area}
        step="any"
        least={0}
        change={(value) => change("area", value)}
      />
    </>
  );
}

function GrowthFields(props: Fields & { base: ScenarioBase }) {
  const { draft, change, error } = props;
  const { step: words } = useScenarioWords();
  const { language, land } = useView();
  const unit = plainLand(language, land).name;
  return (
    <>
      <DistrictField {...props} />
      <NumberField
        label={words.urban(unit)}
        hint={words.growthHint}
        error={error("urban")}
        value={draft.urban}
        step="any"
        change={(value) => change("urban", value)}
      />
      <NumberField
        label={words.construction(unit)}
        error={error("construction")}
        value={draft.construction}
        step="any"
        change={(value) => change("construction", value)}
      />
    </>
  );
}
