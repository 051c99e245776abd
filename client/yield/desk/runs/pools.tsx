import type { Pool, RatingRun } from "../../../../domain/api/ratings/runs.ts";
import type { Indicator } from "../../../../domain/rating/scheme.ts";
import { useAmounts, useText } from "../../../language/use-language.ts";
import { Figure, Section } from "../../../ui/figure.tsx";
import { TableScroll } from "../../../ui/table-scroll.tsx";
import { GradeChip } from "../../grade-chip.tsx";
import { useDeskWords } from "../../words/desk.ts";
import { useQuantity } from "../schemes/quantity.ts";
import { TallyBar } from "../tally.tsx";

/** Who was compared with whom, what a firm outside must reach, and what the baselines were. */
export function Pools({ run }: { run: RatingRun }) {
  const words = useDeskWords().runs;
  return (
    <>
      <Section title={words.pools}>
        <Lines run={run} />
        <p className="fine quiet">{words.poolHint}</p>
      </Section>
      <Section title={words.baselines}>
        {run.pools.length === 1 && run.pools[0] ? (
          <OnePool pool={run.pools[0]} indicators={run.definition.indicators} />
        ) : (
          <ManyPools run={run} />
        )}
      </Section>
    </>
  );
}

function Lines({ run: { pools } }: { run: RatingRun }) {
  const words = useDeskWords().runs;
  const amounts = useAmounts();
  const text = useText();
  const grades = (pools[0]?.lines ?? [])
    .map(({ grade }) => grade)
    .filter((grade) => pools.some(({ lines }) => lineOf(lines, grade) !== null));
  return (
    <TableScroll label={words.pools}>
      <table className="figures">
        <thead>
          <tr>
            <th scope="col">{words.pool}</th>
            <th scope="col" className="right">
              {words.count}
            </th>
            {grades.map((grade) => (
              <th key={grade} scope="col" className="right">
                <GradeChip grade={grade} /> {words.line}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {pools.map((pool) => (
            <tr key={pool.key}>
              <th scope="row">{text(pool.name)}</th>
              <td className="right">{amounts.count(pool.firms)}</td>
              {grades.map((grade) => {
                const score = lineOf(pool.lines, grade);
                return (
                  <td key={grade} className="right">
                    {score === null ? words.noLine : amounts.number(score, 2)}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </TableScroll>
  );
}

const lineOf = (lines: Pool["lines"], letter: string) =>
  lines.find(({ grade }) => grade === letter)?.score ?? null;

function OnePool({ pool, indicators }: { pool: Pool; indicators: readonly Indicator[] }) {
  const words = useDeskWords().runs;
  const text = useText();
  return (
    <ul className="baselines">
      {indicators.map((indicator, i) => {
        const basis = pool.basis[i];
        return (
          <li key={indicator.id}>
            <span>{text(indicator.name)}</span>
            <span className="quiet fine">
              {basis === "fixed" ? words.fixed : basis === "last_year" ? words.lastYear : ""}
            </span>
            <Baseline indicator={indicator} value={pool.baselines[i] ?? null} />
          </li>
        );
      })}
    </ul>
  );
}

function ManyPools({ run }: { run: RatingRun }) {
  const words = useDeskWords().runs;
  const text = useText();
  const { indicators } = run.definition;
  return (
    <TableScroll label={words.baselines}>
      <table className="figures spacious">
        <thead>
          <tr>
            <th scope="col">{words.pool}</th>
            {indicators.map(({ id, name }) => (
              <th key={id} scope="col" className="right">
                {text(name)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {run.pools.map((pool) => (
            <tr key={pool.key}>
              <th scope="row" className="nowrap">
                {text(pool.name)}
              </th>
              {indicators.map((indicator, i) => (
                <td key={indicator.id} className="right nowrap">
                  <Baseline indicator={indicator} value={pool.baselines[i] ?? null} />
                  {pool.basis[i] === "fixed" && <small className="unit"> {words.fixed}</small>}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </TableScroll>
  );
}

function Baseline({ indicator, value }: { indicator: Indicator; value: number | null }) {
  const words = useDeskWords().runs;
  const quantity = useQuantity();
  return (
    <span className="right">
      <Figure amount={quantity(indicator, value)} otherwise={words.off} />
    </span>
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
