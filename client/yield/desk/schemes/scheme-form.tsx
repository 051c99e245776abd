import type { Indicator, Scheme } from "../../../../domain/rating/scheme.ts";
import { useAmounts, useText } from "../../../language/use-language.ts";
import { TextField } from "../../../ui/fields.tsx";
import { Section } from "../../../ui/figure.tsx";
import { useFieldErrors } from "../../../ui/writing.tsx";
import { useDeskWords } from "../../words/desk.ts";
import { spread, sumOf } from "./draft.ts";
import { GradesForm } from "./grades-form.tsx";
import { Numeric } from "./numeric.tsx";

type Props = { draft: Scheme; change: (draft: Scheme) => void; error: Error | null };

/** The parts of a scheme that planners turn: weights, caps, local indicators, the multiple, the quotas. */
export function SchemeForm({ draft, change, error }: Props) {
  const words = useDeskWords();
  const said = useFieldErrors(error);
  const at = (path: string) => said(`definition.${path}`);
  return (
    <>
      <TextField
        label={words.editing.nameZh}
        value={draft.name.zh}
        change={(zh) => change({ ...draft, name: { ...draft.name, zh } })}
        required
        error={at("name.zh")}
      />
      <TextField
        label={words.editing.nameEn}
        value={draft.name.en}
        change={(en) => change({ ...draft, name: { ...draft.name, en } })}
        required
        error={at("name.en")}
      />
      <div className="wide">
        <Section title={words.schemes.indicators}>
          <Weights draft={draft} change={change} error={error} />
        </Section>
      </div>
      <div className="wide">
        <Section title={words.schemes.scoring}>
          <div className="inline-fields">
            <Numeric
              label={words.editing.multiple}
              value={draft.baseline.multiple}
              change={(multiple) => change({ ...draft, baseline: { ...draft.baseline, multiple } })}
              least={0.1}
              greatest={10}
              error={at("baseline.multiple")}
            />
          </div>
        </Section>
      </div>
      <GradesForm draft={draft} change={change} error={error} />
    </>
  );
}

function Weights({ draft, change, error }: Props) {
  const words = useDeskWords();
  const { indicators } = draft;
  const said = useFieldErrors(error);
  const put = (i: number, part: Partial<Indicator>) =>
    change({ ...draft, indicators: indicators.map((one, at) => (at === i ? { ...one, ...part } : one)) });
  return (
    <>
      <table className="figures weights">
        <thead>
          <tr>
            <th scope="col">{words.schemes.indicator}</th>
            <th scope="col">{words.schemes.weight}</th>
            <th scope="col">{words.schemes.cap}</th>
            <th scope="col">{words.editing.on}</th>
          </tr>
        </thead>
        <tbody>
          {indicators.map((indicator, i) => (
            <Weight
              key={indicator.id}
              indicator={indicator}
              put={(part) => put(i, part)}
              error={(field) => said(`definition.indicators.${i}.${field}`)}
            />
          ))}
        </tbody>
      </table>
      <Sum draft={draft} change={change} error={said("definition.indicators")} />
    </>
  );
}

function Weight(props: {
  indicator: Indicator;
  put: (part: Partial<Indicator>) => void;
  error: (field: string) => string | undefined;
}) {
  const { indicator, put, error } = props;
  const words = useDeskWords().editing;
  const text = useText();
  const name = text(indicator.name);
  return (
    <tr className={indicator.enabled ? "" : "is-off"}>
      <th scope="row">{name}</th>
      <td>
        <Numeric
          label={words.weightOf(name)}
          bare
          value={indicator.weight}
          change={(weight) => put({ weight })}
          least={0}
          greatest={100}
          error={error("weight")}
        />
      </td>
      <td>
        <Numeric
          label={words.capOf(name)}
          bare
          value={indicator.cap}
          change={(cap) => put({ cap })}
          least={0.1}
          greatest={3}
          error={error("cap")}
        />
      </td>
      <td>
        <input
          type="checkbox"
          aria-label={words.enable(name)}
          checked={indicator.enabled}
          disabled={!indicator.local}
          onChange={(event) => put({ enabled: event.target.checked })}
        />
        {error("enabled") && <p className="field-error">{error("enabled")}</p>}
      </td>
    </tr>
  );
}

/** The sum as it stands under the hand, and the way to bring it to 100. */
function Sum({ draft, change, error }: Omit<Props, "error"> & { error: string | undefined }) {
  const words = useDeskWords().editing;
  const amounts = useAmounts();
  const number = (value: number) => amounts.number(value, Number.isInteger(value) ? 0 : 2);
  const sum = sumOf(draft.indicators.map(({ weight }) => weight));
  const on = sumOf(draft.indicators.filter(({ enabled }) => enabled).map(({ weight }) => weight));
  const gap = Math.round((sum - 100) * 100) / 100;
  const even = () => {
    const weights = spread(draft.indicators.map(({ weight }) => weight));
    change({
      ...draft,
      indicators: draft.indicators.map((one, i) => ({ ...one, weight: weights[i] ?? one.weight })),
    });
  };
  return (
    <div className="sum">
      <output className={gap === 0 ? "sum-right" : "field-error"}>
        {gap === 0
          ? words.sumRight
          : words.sumWrong(number(sum), gap > 0 ? words.over(number(gap)) : words.under(number(-gap)))}
        {on !== sum && <small className="unit"> · {words.scaled(number(on))}</small>}
      </output>
      {gap !== 0 && sum > 0 && (
        <button type="button" className="link" onClick={even}>
          {words.spread}
        </button>
      )}
      {/* The live line above says the same of the sum in the reader's language. */}
      {error && gap === 0 && <p className="field-error">{error}</p>}
    </div>
  );
}
