import type { ReactNode } from "react";
import type { Briefing } from "../../../domain/api/plan.ts";
import { useAmounts, useText } from "../../language/use-language.ts";
import { Figure } from "../../ui/figure.tsx";
import { GradeChip } from "../../yield/grade-chip.tsx";
import { RoleMark } from "../cooperation/role-mark.tsx";
import { usePanelWords } from "../words/panel.ts";
import { usePrintWords } from "../words/print.ts";
import { EvaluationTable } from "./evaluation-table.tsx";

/** The parts of a briefing below its layout: grades, slack, targets and clusters. */

const LETTERS = ["A", "B", "C", "D", "T", "N"] as const;
const KINDS = ["idle", "inefficient", "scattered"] as const;

const Lines = ({ items }: { items: readonly (readonly [label: string, value: ReactNode])[] }) => (
  <dl className="paper-facts one long">
    {items.map(([label, value]) => (
      <div key={label}>
        <dt>{label}</dt>
        <dd>{value}</dd>
      </div>
    ))}
  </dl>
);

export function Grades({ of }: { of: Briefing["grades"] }) {
  const { briefing: words } = usePrintWords();
  const amounts = useAmounts();
  if (of === null) return <p className="quiet">{words.noGrades}</p>;
  const parts = LETTERS.flatMap((letter) => {
    const firms = of.firms[letter];
    return firms ? [{ letter, firms }] : [];
  });
  const total = parts.reduce((sum, { firms }) => sum + firms, 0);
  const tax = of.tax_per_mu;
  return (
    <section>
      <h2>{words.grades(of.year)}</h2>
      <div className="briefing-bar" aria-hidden="true">
        {parts.map(({ letter, firms }) => (
          <i key={letter} data-grade={letter} style={{ width: `${(firms / total) * 100}%` }} />
        ))}
      </div>
      <ul className="briefing-grades">
        {parts.map(({ letter, firms }) => (
          <li key={letter}>
            <GradeChip grade={letter} /> {amounts.count(firms)}{" "}
            <small className="quiet">{amounts.percent(firms / total)}</small>
          </li>
        ))}
      </ul>
      <Lines items={[[words.tax, <Figure key="tax" amount={tax === null ? null : amounts.perMu(tax)} />]]} />
    </section>
  );
}

export function Slack({ of }: { of: Briefing["slack"] }) {
  const { briefing: words } = usePrintWords();
  const amounts = useAmounts();
  if (of === null) return <p className="quiet">{words.noSlack}</p>;
  const { cases, output_to_gain_wan: gain } = of;
  const found = KINDS.map(
    (kind) =>
      [
        words.kinds[kind],
        <span key={kind}>
          {words.parcels(amounts.count(of[kind].parcels))} ·{" "}
          <Figure amount={amounts.land(of[kind].area_m2)} />
        </span>,
      ] as const,
  );
  return (
    <section>
      <h2>{words.slack(of.referenceDate)}</h2>
      <Lines
        items={[
          ...found,
          ...(gain
            ? [
                [
                  words.gain,
                  <span key="gain">
                    <Figure amount={amounts.money(gain[0])} /> – <Figure amount={amounts.money(gain[1])} />
                  </span>,
                ] as const,
              ]
            : []),
          [words.cases, words.caseCount(amounts.count(cases.open), amounts.count(cases.closed))],
          [words.revived, <Figure key="revived" amount={amounts.land(cases.revived_m2)} />],
        ]}
      />
    </section>
  );
}

export function Targets({ of }: { of: Briefing["targets"] }) {
  const { briefing: words } = usePrintWords();
  return (
    <section>
      <h2>{words.targets}</h2>
      {of.length === 0 ? <p>{words.noTargets}</p> : <EvaluationTable targets={of} kind="annual" />}
    </section>
  );
}

export function Clusters({ of }: { of: Briefing["clusters"] }) {
  const { briefing: words } = usePrintWords();
  const { roles, between } = usePanelWords();
  const text = useText();
  if (of.length === 0) return null;
  return (
    <section>
      <h2>{words.clusters}</h2>
      <ul className="briefing-clusters">
        {of.map(({ name, role, fields }) => (
          <li key={name.zh}>
            <RoleMark role={role} /> <b>{text(name)}</b>{" "}
            <small className="quiet">
              {roles[role]} · {fields.map(text).join(between)}
            </small>
          </li>
        ))}
      </ul>
    </section>
  );
}
