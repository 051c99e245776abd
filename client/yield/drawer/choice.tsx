/** One choice of many, for what has no room side by side. */
export function Choice<T extends string>(props: {
  label: string;
  choices: readonly (readonly [value: T, name: string])[];
  value: T;
  choose: (value: T) => void;
}) {
  const { label, choices, value, choose } = props;
  return (
    <label className="chart-choice">
      {label}
      <select
        value={value}
        onChange={({ target }) => {
          const chosen = choices.find(([one]) => one === target.value);
          if (chosen) choose(chosen[0]);
        }}
      >
        {choices.map(([one, name]) => (
          <option key={one} value={one}>
            {name}
          </option>
        ))}
      </select>
    </label>
  );
}
