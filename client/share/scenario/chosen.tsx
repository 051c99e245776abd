import { useState } from "react";
import type { GroupPage } from "../../../domain/api/potential.ts";
import type { ScenarioBase } from "../../../domain/api/shares.ts";
import { LAND_BECOMES, type ScenarioParcel } from "../../../domain/shares/scenario.ts";
import { useMeasured } from "../../language/measured.ts";
import { useAmounts, useText } from "../../language/use-language.ts";
import { useAnswer } from "../../state/answers.ts";
import { toggle } from "../../state/toggle.ts";
import { Section } from "../../ui/figure.tsx";
import { Refused } from "../../ui/writing.tsx";
import { useScenarioWords } from "../words/scenario.ts";
import { chooseGroup, chooseSuspected, knowIn } from "./choosing.ts";
import { FINDINGS, type Finding } from "./read.ts";
import { changeWork, useWork } from "./work.ts";

/** The land that the next step is for, and where else than on the map it may come from. */
export function Chosen({ base, phone }: { base: ScenarioBase; phone: boolean }) {
  const words = useScenarioWords();
  const { chosen, reading, error, said, knownOf } = useWork();
  return (
    <Section
      title={words.chosen.title}
      aside={
        chosen.size > 0 && (
          <button type="button" className="link" onClick={() => changeWork({ chosen: new Set() })}>
            {words.chosen.clear}
          </button>
        )
      }
    >
      <output className="chosen-land">
        {chosen.size === 0 ? (
          <span className="quiet">{words.chosen.none}</span>
        ) : (
          knownOf === base.year && <Sum />
        )}
        {reading > 0 && <span className="quiet"> {words.chosen.reading}</span>}
        {said && <span className="scenario-note">{words.chosen[said]}</span>}
      </output>
      <Refused error={error} />
      {error && knownOf !== base.year && (
        <button type="button" className="button small" onClick={() => void knowIn(base.year)}>
          {words.chosen.again}
        </button>
      )}
      {phone && <OnMap />}
      <FromFindings base={base} />
      <FromGroups base={base} />
    </Section>
  );
}

/** A phone has no room for the map beside the steps: they make way until the choice is made. */
function OnMap() {
  const words = useScenarioWords();
  return (
    <button type="button" className="button small" onClick={() => changeWork({ onMap: true, picking: true })}>
      {words.chosen.onMap}
    </button>
  );
}

const sum = (parcels: readonly ScenarioParcel[]) =>
  parcels.reduce((total, { area_m2 }) => total + area_m2, 0);

/** How much it is, and of which kinds. */
export function Sum() {
  const words = useScenarioWords();
  const { count } = useAmounts();
  const { said } = useMeasured();
  const { chosen, known } = useWork();
  const parcels = [...chosen].flatMap((code) => known.get(code) ?? []);
  const kinds = LAND_BECOMES.flatMap((kind) => {
    const of = parcels.filter((parcel) => parcel.kind === kind).length;
    return of > 0 ? [`${words.chosen.kinds[kind]}\u00A0${count(of)}`] : [];
  });
  return (
    <>
      <i className="step-mark" data-change="chosen" aria-hidden="true">
        {words.told.letters.chosen}
      </i>{" "}
      <b>{words.chosen.count(count(parcels.length), said(sum(parcels)))}</b>{" "}
      <span className="quiet fine">{kinds.join("\u00A0· ")}</span>
    </>
  );
}

function FromFindings({ base }: { base: ScenarioBase }) {
  const words = useScenarioWords();
  const text = useText();
  const { reading } = useWork();
  const [kinds, setKinds] = useState<readonly Finding[]>(["inefficient"]);
  const [district, setDistrict] = useState("");
  return (
    <fieldset className="choose-from">
      <legend className="fine quiet">{words.chosen.findings}</legend>
      {FINDINGS.map((kind) => (
        <label key={kind}>
          <input
            type="checkbox"
            checked={kinds.includes(kind)}
            onChange={() => setKinds(toggle(kinds, kind))}
          />
          {words.chosen.found[kind]}
        </label>
      ))}
      <select
        aria-label={words.chosen.district}
        value={district}
        onChange={({ target }) => setDistrict(target.value)}
      >
        <option value="">{words.chosen.all}</option>
        {base.districts.map(({ code, name }) => (
          <option key={code} value={code}>
            {text(name)}
          </option>
        ))}
      </select>
      <button
        type="button"
        className="button small"
        disabled={kinds.length === 0 || reading > 0}
        onClick={() => chooseSuspected(kinds, district || null, base.year)}
      >
        {words.chosen.add}
      </button>
    </fieldset>
  );
}

const GROUPS = "/api/screening/groups?sort=-area&limit=100";

function FromGroups({ base }: { base: ScenarioBase }) {
  const words = useScenarioWords();
  const text = useText();
  const { count } = useAmounts();
  const { reading } = useWork();
  const [group, setGroup] = useState("");
  const answer = useAnswer<GroupPage>(GROUPS);
  const groups = answer.state === "ready" ? answer.value.groups : [];
  if (groups.length === 0) return null;
  const nameOf = (code: string, name: string) => {
    const district = base.districts.find((one) => one.code === code);
    return district ? text(district.name) : name;
  };
  return (
    <fieldset className="choose-from">
      <legend className="visually-hidden">{words.chosen.group}</legend>
      <select aria-label={words.chosen.group} value={group} onChange={({ target }) => setGroup(target.value)}>
        <option value="">{words.chosen.pickGroup}</option>
        {groups.map((one) => (
          <option key={one.group_code} value={one.group_code}>
            {words.chosen.groupOf(
              one.group_code,
              nameOf(one.district_code, one.district_name),
              count(one.parcels),
            )}
          </option>
        ))}
      </select>
      <button
        type="button"
        className="button small"
        disabled={group === "" || reading > 0}
        onClick={() => chooseGroup(group, base.year)}
      >
        {words.chosen.add}
      </button>
    </fieldset>
  );
}
