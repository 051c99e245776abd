import type { Share } from "../../../domain/api/shares.ts";
import { SWITCHES } from "../../../domain/shares/switches.ts";
import { useAmounts, useText } from "../../language/use-language.ts";
import { Standing } from "../../share/standing.tsx";
import { usePanelWords as useShareWords } from "../../share/words/panel.ts";
import { Figure } from "../../ui/figure.tsx";
import { usePanelWords } from "../words/panel.ts";
import { usePrintWords } from "../words/print.ts";

/** Each share in a line of its own, with what is above and below its line and what counts. */
export function BriefingShares({ shares, year }: { shares: readonly Share[]; year: number }) {
  const words = usePrintWords();
  const { shareColumns: columns } = words.briefing;
  return (
    <section>
      <h2>{words.briefing.shares(year)}</h2>
      <table className="paper-table share-lines">
        <thead>
          <tr>
            {Object.entries(columns).map(([column, name]) => (
              <th key={column} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {shares.map((share) => (
            <Line key={share.id} of={share} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Line({ of }: { of: Share }) {
  const { none } = usePrintWords();
  const amounts = useAmounts();
  const text = useText();
  const land = (m2: number | null) =>
    m2 === null ? none : <Figure amount={amounts.land(m2)} otherwise={none} />;
  const percent = (value: number | null) => (value === null ? none : amounts.percent(value / 100));
  return (
    <tr>
      <th scope="row">
        <b>{of.sign}</b> {text(of.name)} <small>{text(of.scope)}</small>
      </th>
      <td>{land(of.numerator)}</td>
      <td>{land(of.denominator)}</td>
      <td>
        <b>{percent(of.percent)}</b>
      </td>
      <td>
        {of.target === null ? none : `≥ ${of.target}%`}{" "}
        <small>{of.target !== null && text(of.target_scope)}</small>
      </td>
      <td>
        <Standing of={of.standing} />
      </td>
      <td>
        <Counted of={of} />
      </td>
    </tr>
  );
}

function Counted({ of: { basis } }: { of: Share }) {
  const words = useShareWords();
  const { between } = usePanelWords();
  const told = SWITCHES.flatMap((name) => {
    const counted = basis.switches[name];
    if (counted === undefined) return [];
    return [counted ? words.counted(words.switchNames[name]) : words.uncounted(words.switchNames[name])];
  });
  return (
    <small>
      {told.join(between)} · {basis.source.section}
      {basis.synthetic && ` · ${words.demonstration}`}
    </small>
  );
}
