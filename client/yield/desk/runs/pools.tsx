import type { RatingRun } from "../../../../domain/api/ratings/runs.ts";
import { useAmounts, useText } from "../../../language/use-language.ts";
import { Figure, Section } from "../../../ui/figure.tsx";
import { GradeChip } from "../../grade-chip.tsx";
import { useDeskWords } from "../../words/desk.ts";
import { useQuantity } from "../schemes/quantity.ts";
import { TallyBar } from "../tally.tsx";

/** Who was compared with whom, what the baselines were, and what a firm outside must reach. */
export function Pools({ run }: { run: RatingRun }) {
  const words = useDeskWords().runs;
  const amounts = useAmounts();
  const text = useText();
  const quantity = useQuantity();
  const grades = run.pools[0]?.lines.map(({ grade }) => grade) ?? [];
  return (
    <Section title={words.pools}>
      <p className="fine quiet">{words.poolHint}</p>
      <div className="table-scroll">
        <table className="figures">
          <thead>
            <tr>
              <th scope="col">{words.pool}</th>
              <th scope="col" className="right">
                {words.count}
              </th>
              {grades.map((grade) => (
                <th key={grade} scope="col" className="right">
                  <GradeChip grade={grade} /> <span className="visually-hidden">{words.line(grade)}</span>
                </th>
              ))}
              {run.definition.indicators.map(({ id, name }) => (
                <th key={id} scope="col" className="right">
                  {text(name)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {run.pools.map((pool) => (
              <tr key={pool.key}>
                <th scope="row">{text(pool.name)}</th>
                <td className="right">{amounts.count(pool.firms)}</td>
                {pool.lines.map(({ grade, score }) => (
                  <td key={grade} className="right">
                    {score === null ? words.noLine : amounts.number(score, 2)}
                  </td>
                ))}
                {run.definition.indicators.map((indicator, i) => (
                  <td key={indicator.id} className="right">
                    <Figure amount={quantity(indicator, pool.baselines[i] ?? null)} otherwise={words.off} />
                    {pool.basis[i] === "fixed" && <small className="unit"> ({words.fixed})</small>}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Section>
  );
}

export function Districts({ run }: { run: RatingRun }) {
  const words = useDeskWords().runs;
  const amounts = useAmounts();
  const text = useText();
  return (
    <Section title={words.districts} aside={words.perMu}>
      <ul className="district-tallies">
        {run.districts.map(({ code, name, tallies, tax_per_mu }) => (
          <li key={code}>
            <span>{text(name)}</span>
            <TallyBar tallies={tallies} />
            <span className="right">
              <Figure
                amount={tax_per_mu === null ? null : amounts.perMu(tax_per_mu)}
                otherwise={words.noLine}
              />
            </span>
          </li>
        ))}
      </ul>
    </Section>
  );
}
