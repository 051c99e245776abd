import type { Layout } from "../../../../domain/api/layout.ts";
import { useAccount } from "../../../account/session.ts";
import { DIVISION_CODES, industryName } from "../../../language/industries.ts";
import { useText } from "../../../language/use-language.ts";
import { useAnswer } from "../../../state/answers.ts";
import { useView } from "../../../state/store.ts";
import { toggle } from "../../../state/toggle.ts";
import { ChoiceField } from "../../../ui/fields.tsx";
import { Icon } from "../../../ui/icon.tsx";
import { useFormWords } from "../../words/workshop-form.ts";

/** Fields whose choices come from the map: districts, parks, industries. */

type One<T> = { label: string; value: T; change: (value: T) => void; error: string | undefined };

function useLayout(): Pick<Layout, "districts" | "parks"> {
  const answer = useAnswer<Layout>("/api/layout");
  if (answer.state !== "ready") return { districts: [], parks: [] };
  const { districts, parks } = answer.value;
  return { districts: districts.filter(({ emerging }) => emerging), parks };
}

/** The districts that whoever writes may act in. */
export function DistrictField(one: One<string>) {
  const words = useFormWords();
  const text = useText();
  const own = useAccount()?.district ?? null;
  const { districts } = useLayout();
  const choices = districts
    .filter(({ code }) => own === null || code === own)
    .map(({ code, name }) => [code, text(name)] as const);
  return <ChoiceField {...one} choices={own === null ? [["", words.choose], ...choices] : choices} />;
}

export function ParkField({ district, ...one }: One<string> & { district: string }) {
  const words = useFormWords();
  const text = useText();
  const { parks } = useLayout();
  const there = parks.filter(({ districtCode }) => districtCode === district);
  return (
    <ChoiceField
      {...one}
      choices={[["", words.noPark], ...there.map(({ code, name }) => [code, text(name)] as const)]}
    />
  );
}

/** One industry by its division; a finer code that a record has already stays to be chosen. */
export function IndustryField({ known, ...one }: One<string> & { known: string | undefined }) {
  const words = useFormWords();
  const { language } = useView();
  const finer = known !== undefined && !DIVISION_CODES.includes(known) ? [known] : [];
  return (
    <ChoiceField
      {...one}
      choices={[
        ["", words.choose],
        ...[...finer, ...DIVISION_CODES].map((code) => [code, industryName(code, language)] as const),
      ]}
    />
  );
}

/** Any number of industries; none stands for all. */
export function IndustriesField({ label, value, change, error }: One<readonly string[]>) {
  const words = useFormWords();
  const { language } = useView();
  const free = DIVISION_CODES.filter((code) => !value.includes(code));
  return (
    <div className="wide industries-field">
      <ChoiceField
        label={label}
        hint={value.length === 0 ? words.hints.industries : undefined}
        error={error}
        value=""
        change={(code) => code && change([...value, code].sort())}
        choices={[
          ["", words.addIndustry],
          ...free.map((code) => [code, industryName(code, language)] as const),
        ]}
      />
      {value.length > 0 && (
        <ul className="picked" aria-label={label}>
          {value.map((code) => (
            <li key={code}>
              <button
                type="button"
                className="chip"
                aria-label={words.remove(industryName(code, language))}
                onClick={() => change(value.filter((one) => one !== code))}
              >
                {industryName(code, language)} <Icon name="close" size={12} />
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

/** Any number of districts; none stands for all. */
export function DistrictsField({ label, value, change, error }: One<readonly string[]>) {
  const words = useFormWords();
  const text = useText();
  const { districts } = useLayout();
  return (
    <fieldset className="choices wide">
      <legend>{label}</legend>
      {districts.map(({ code, name }) => (
        <label key={code}>
          <input
            type="checkbox"
            checked={value.includes(code)}
            onChange={() => change(toggle(value, code).sort())}
          />{" "}
          {text(name)}
        </label>
      ))}
      <p className={error ? "field-error" : "field-hint"}>{error ?? words.hints.districts}</p>
    </fieldset>
  );
}

export function GroundField({ label, value, change, error }: One<boolean>) {
  return (
    <fieldset className="choices ground-field">
      <label>
        <input type="checkbox" checked={value} onChange={({ target }) => change(target.checked)} /> {label}
      </label>
      {error && <p className="field-error">{error}</p>}
    </fieldset>
  );
}
