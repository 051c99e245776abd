import { useEffect, useRef, useState } from "react";
import { LONGEST_SEARCH } from "../state.ts";
import { useDrawerWords } from "../words/drawer.ts";
import "../../ui/panel.css";
import "./list-filters.css";

/** What the lists of the slack theme are narrowed with. */

/** One of them, or all; several that were chosen elsewhere are counted. */
export function Pick<T extends string>(props: {
  label: string;
  values: readonly T[];
  choices: readonly (readonly [value: T, name: string])[];
  pick: (values: T[]) => void;
}) {
  const { label, values, choices, pick } = props;
  const words = useDrawerWords();
  const several = values.length > 1;
  return (
    <select
      className={values.length > 0 ? "more-select on" : "more-select"}
      aria-label={label}
      value={several ? "several" : (values[0] ?? "")}
      onChange={({ target }) => pick(choices.flatMap(([value]) => (value === target.value ? [value] : [])))}
    >
      <option value="">{label}</option>
      {several && <option value="several">{words.many(values.length)}</option>}
      {choices.map(([value, name]) => (
        <option key={value} value={value}>
          {name}
        </option>
      ))}
    </select>
  );
}

export function Tick({ label, on, turn }: { label: string; on: boolean; turn: (on: boolean) => void }) {
  return (
    <label className="tick">
      <input type="checkbox" checked={on} onChange={({ target }) => turn(target.checked)} /> {label}
    </label>
  );
}

const ASKED_AFTER_MS = 250;

/** Asks once the hand rests. */
export function Search({ label, q, ask }: { label: string; q: string; ask: (q: string) => void }) {
  const [typed, setTyped] = useState(q);
  const latest = useRef(ask);
  latest.current = ask;
  // The back button, or clearing all filters, changes it from elsewhere.
  useEffect(() => setTyped(q), [q]);
  useEffect(() => {
    if (typed === q) return;
    const resting = setTimeout(() => latest.current(typed), ASKED_AFTER_MS);
    return () => clearTimeout(resting);
  }, [typed, q]);
  return (
    <input
      type="search"
      className="list-search"
      aria-label={label}
      placeholder={label}
      maxLength={LONGEST_SEARCH}
      value={typed}
      onChange={({ target }) => setTyped(target.value)}
    />
  );
}
