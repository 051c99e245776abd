import { useId } from "react";

/** One choice of a few, side by side. */
export function Segmented<T extends string>(props: {
  label: string;
  choices: readonly (readonly [value: T, name: string])[];
  value: T;
  choose: (value: T) => void;
}) {
  // The same choice may stand in two places, each a group of its own.
  const group = useId();
  return (
    <div className="segmented" role="radiogroup" aria-label={props.label}>
      {props.choices.map(([value, name]) => (
        <label key={value} className={value === props.value ? "on" : ""}>
          <input
            type="radio"
            className="visually-hidden"
            name={group}
            checked={value === props.value}
            onChange={() => props.choose(value)}
          />
          {name}
        </label>
      ))}
    </div>
  );
}
