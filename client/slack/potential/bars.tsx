import type { Amount } from "../../language/amounts.ts";
import { Figure } from "../../ui/figure.tsx";
import "./bars.css";

export type Bar = { name: string; amount: Amount | null; value: number; kind: string; otherwise?: string };

/** A few amounts on one scale, each with its name and figure above its bar. */
export function Bars({ rows }: { rows: readonly Bar[] }) {
  const most = Math.max(...rows.map(({ value }) => value), Number.MIN_VALUE);
  return (
    <ul className="bars">
      {rows.map(({ name, amount, value, kind, otherwise }) => (
        <li key={kind}>
          <span>{name}</span>
          <b>
            <Figure amount={amount} {...(otherwise === undefined ? {} : { otherwise })} />
          </b>
          <span className="meter" aria-hidden="true">
            <i data-bar={kind} style={{ width: `${(value / most) * 100}%` }} />
          </span>
        </li>
      ))}
    </ul>
  );
}
