import type { ReactNode } from "react";
import type { Amount } from "../language/amounts.ts";
import { useWords } from "../language/use-language.ts";

/** A figure with its unit set lighter; an absent one says that it was not reported. */
export function Figure({ amount, otherwise }: { amount: Amount | null; otherwise?: string }) {
  const words = useWords();
  if (!amount) return <span className="quiet not-given">{otherwise ?? words.sheet.notGiven}</span>;
  return (
    <>
      {amount.figure}
      <small className="unit"> {amount.unit}</small>
    </>
  );
}

/** Label over value, two to a row. */
export function Facts({ items }: { items: [label: string, value: ReactNode][] }) {
  return (
    <dl className="facts">
      {items.map(([label, value]) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

export function Section({
  title,
  aside,
  children,
}: {
  title: string;
  aside?: ReactNode;
  children: ReactNode;
}) {
  return (
    <section className="section">
      <div className="section-head">
        <h2>{title}</h2>
        {aside && <span>{aside}</span>}
      </div>
      {children}
    </section>
  );
}
