import { useId, useState } from "react";
import { NumberField } from "../../../ui/fields.tsx";

/**
 * A number that a form holds as a number. What is typed on the way to one (nothing, a lone minus) is not a number; it is kept
 * as typed here and handed on as NaN, which the server refuses by name.
 */
export function Numeric(props: {
  label: string;
  value: number;
  change: (value: number) => void;
  least: number;
  greatest: number;
  error?: string | undefined;
  /** Without a label of its own, inside a table whose heads say what it is. */
  bare?: boolean;
}) {
  const { label, value, change, least, greatest, error, bare = false } = props;
  const id = useId();
  const [typed, setTyped] = useState(String(value));
  const meant = typed.trim() === "" ? Number.NaN : Number(typed);
  const shown = Object.is(meant, value) ? typed : Number.isNaN(value) ? typed : String(value);
  const take = (next: string) => {
    setTyped(next);
    change(next.trim() === "" ? Number.NaN : Number(next));
  };
  if (!bare)
    return (
      <NumberField
        label={label}
        value={shown}
        change={take}
        least={least}
        greatest={greatest}
        step="any"
        required
        error={error}
      />
    );
  return (
    <>
      <input
        type="number"
        inputMode="decimal"
        step="any"
        required
        aria-label={label}
        {...(error ? { "aria-invalid": true, "aria-describedby": id } : {})}
        min={least}
        max={greatest}
        value={shown}
        onChange={(event) => take(event.target.value)}
      />
      {error && (
        <p id={id} className="field-error">
          {error}
        </p>
      )}
    </>
  );
}
