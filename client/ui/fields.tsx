import { type ReactNode, useId } from "react";

/** The fields of forms: a label above, a hint or what is wrong below, and both told to who cannot see. */

export type Common = { label: string; hint?: string | undefined; error?: string | undefined };

type Described = { id: string; "aria-describedby"?: string; "aria-invalid"?: true };

export function Field(props: Common & { className?: string; children: (described: Described) => ReactNode }) {
  const id = useId();
  const below = props.error ?? props.hint;
  return (
    <div className={`field ${props.className ?? ""}`}>
      <label htmlFor={id}>{props.label}</label>
      {props.children({
        id,
        ...(below ? { "aria-describedby": `${id}-below` } : {}),
        ...(props.error ? { "aria-invalid": true } : {}),
      })}
      {below && (
        <p id={`${id}-below`} className={props.error ? "field-error" : "field-hint"}>
          {below}
        </p>
      )}
    </div>
  );
}

type Typed = Common & { value: string; change: (value: string) => void; required?: boolean; most?: number };

export const TextField = ({
  value,
  change,
  required,
  most,
  fills,
  wide,
  ...common
}: Typed & {
  /** Has a row of the form to itself. */
  wide?: boolean;
  /** What the browser may fill in, as `autocomplete` names it. */
  fills?: string;
}) => (
  <Field {...common} {...(wide ? { className: "wide" } : {})}>
    {(described) => (
      <input
        type="text"
        {...described}
        autoComplete={fills}
        value={value}
        required={required}
        maxLength={most}
        onChange={(event) => change(event.target.value)}
      />
    )}
  </Field>
);

export const LongField = ({
  value,
  change,
  required,
  most,
  rows = 3,
  code,
  ...common
}: Typed & { rows?: number; code?: boolean }) => (
  <Field {...common} className="wide">
    {(described) => (
      <textarea
        {...described}
        {...(code ? { className: "code", spellCheck: false } : {})}
        rows={rows}
        value={value}
        required={required}
        maxLength={most}
        onChange={(event) => change(event.target.value)}
      />
    )}
  </Field>
);

export const DayField = ({ value, change, required, latest, ...common }: Typed & { latest?: string }) => (
  <Field {...common}>
    {(described) => (
      <input
        type="date"
        {...described}
        value={value}
        required={required}
        max={latest}
        onChange={(event) => change(event.target.value)}
      />
    )}
  </Field>
);

/** What a person has typed of a number may not be one yet, so it is kept as text. */
export const NumberField = ({
  value,
  change,
  required,
  least,
  greatest,
  step = 1,
  offered,
  ...common
}: Typed & {
  least?: number;
  greatest?: number;
  step?: number | "any";
  /** Numbers to choose from; another may still be typed. */
  offered?: readonly number[] | undefined;
}) => (
  <Field {...common} className="number">
    {(described) => (
      <>
        <input
          type="number"
          inputMode={step === 1 ? "numeric" : "decimal"}
          {...described}
          {...(offered ? { list: `${described.id}-offered` } : {})}
          value={value}
          required={required}
          min={least}
          max={greatest}
          step={step}
          onChange={(event) => change(event.target.value)}
        />
        {offered && (
          <datalist id={`${described.id}-offered`}>
            {offered.map((number) => (
              <option key={number} value={number} />
            ))}
          </datalist>
        )}
      </>
    )}
  </Field>
);

export const ChoiceField = ({
  value,
  change,
  choices,
  ...common
}: Common & {
  value: string;
  change: (value: string) => void;
  choices: readonly (readonly [value: string, name: string])[];
}) => (
  <Field {...common}>
    {(described) => (
      <select {...described} value={value} onChange={(event) => change(event.target.value)}>
        {choices.map(([choice, name]) => (
          <option key={choice} value={choice}>
            {name}
          </option>
        ))}
      </select>
    )}
  </Field>
);
