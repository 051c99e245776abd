import { useState } from "react";
import type { GradeLetter } from "../../../../domain/api/ratings/grades.ts";
import type { Comparison } from "../../../../domain/api/ratings/movement.ts";
import type { RatingRun, RunSummary } from "../../../../domain/api/ratings/runs.ts";
import { useAmounts, useText, useWords } from "../../../language/use-language.ts";
import { useAnswer } from "../../../state/answers.ts";
import { go, useView } from "../../../state/store.ts";
import { Loaded } from "../../../ui/answer.tsx";
import { Section } from "../../../ui/figure.tsx";
import { Segmented } from "../../../ui/segmented.tsx";
import { TableScroll } from "../../../ui/table-scroll.tsx";
import { GradeChip } from "../../grade-chip.tsx";
import { useDeskWords } from "../../words/desk.ts";
import { FirmLink } from "../firm-link.tsx";
import { goDesk } from "../go.ts";
import { Flows } from "./flows.tsx";
import { StateChip } from "./state.tsx";

const PAGE = 100;
/** The most that one request may bring; whoever wants more takes the file. */
const PAGE_AT_MOST = 1000;

type Direction = "all" | "up" | "down";

/** Two runs side by side: who moved from where to where, and why. */
export function RunComparison({ id, against }: { id: number; against: number }) {
  const words = useDeskWords();
  const missing = useWords().sheet.missing;
  const [direction, setDirection] = useState<Direction>("all");
  const [limit, setLimit] = useState(PAGE);
  const path = `/api/ratings/runs/${id}/comparison?with=${against}`;
  const answer = useAnswer<Comparison>(`${path}&moved=${direction}&limit=${limit}`);
  return (
    <>
      <div className="detail-head">
        <h2 className="detail-title">{words.comparison.title}</h2>
      </div>
      <Loaded answer={answer} missing={missing}>
        {(comparison) => (
          <>
            <Sides comparison={comparison} />
            <Section title={words.comparison.flows}>
              <p className="fine quiet">{words.comparison.flowsText}</p>
              <Flows flows={comparison.flows} />
            </Section>
          </>
        )}
      </Loaded>
      <section className="section">
        <div className="section-head">
          <h2>{words.comparison.moved}</h2>
          <a href={`${path}&moved=${direction}&f=csv`} download>
            {words.runs.csv}
          </a>
        </div>
        <Segmented
          label={words.comparison.direction}
          value={direction}
          choose={(next) => {
            setDirection(next);
            setLimit(PAGE);
          }}
          choices={(["all", "up", "down"] as const).map((one) => [one, words.comparison.directions[one]])}
        />
        <Loaded answer={answer} missing={missing}>
          {(comparison) => (
            <Moved
              comparison={comparison}
              more={limit < PAGE_AT_MOST ? () => setLimit(limit + PAGE) : null}
            />
          )}
        </Loaded>
      </section>
    </>
  );
}

function Sides({ comparison: { before, after } }: { comparison: Comparison }) {
  const words = useDeskWords();
  const view = useView();
  const swipe = () =>
    go({
      theme: "yield",
      yield: {
        ...view.yield,
        year: after.year,
        size: after.size,
        run: after.id,
        against: before.id,
        terms: null,
        desk: null,
      },
    });
  return (
    <div className="sides">
      <Side title={words.comparison.before} run={before} />
      <Side title={words.comparison.after} run={after} />
      <div className="buttons">
        <button type="button" className="button primary" onClick={swipe}>
          {words.comparison.swipe}
        </button>
      </div>
    </div>
  );
}

function Side({ title, run }: { title: string; run: RunSummary }) {
  const words = useDeskWords();
  const text = useText();
  return (
    <div className="side-run">
      <p className="quiet fine">{title}</p>
      <button type="button" className="link" onClick={() => goDesk(`runs/${run.id}`)}>
        #{run.id} · {words.year(run.year)} · {text(run.scheme.name)}
      </button>{" "}
      <StateChip state={run.state} />
    </div>
  );
}

function Moved({ comparison, more }: { comparison: Comparison; more: (() => void) | null }) {
  const words = useDeskWords();
  const amounts = useAmounts();
  const told = useReason(comparison);
  const { firms, matched } = comparison;
  if (matched === 0) return <p className="quiet empty">{words.comparison.none}</p>;
  return (
    <>
      <p className="fine quiet">{words.comparison.movedCount(amounts.count(matched))}</p>
      <TableScroll label={words.comparison.moved}>
        <table className="figures moved">
          <thead>
            <tr>
              <th scope="col">{words.comparison.firm}</th>
              <th scope="col">{words.comparison.change}</th>
              <th scope="col" className="right">
                {words.comparison.score}
              </th>
              <th scope="col">{words.comparison.because}</th>
            </tr>
          </thead>
          <tbody>
            {firms.map((firm) => (
              <tr key={firm.credit_code}>
                <th scope="row">
                  <FirmLink code={firm.credit_code} name={firm.name} />
                  <small className="unit"> {firm.district_name}</small>
                </th>
                <td className="nowrap">
                  <Letter grade={firm.before} /> <span aria-hidden="true">→</span>{" "}
                  <Letter grade={firm.after} />
                </td>
                <td className="right nowrap">
                  {firm.scoreBefore === null ? "—" : amounts.number(firm.scoreBefore, 1)}
                  <small className="unit"> → </small>
                  {firm.scoreAfter === null ? "—" : amounts.number(firm.scoreAfter, 1)}
                </td>
                <td>{told(firm.because)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </TableScroll>
      {more && firms.length < matched && (
        <button type="button" className="button" onClick={more}>
          {words.more}
        </button>
      )}
    </>
  );
}

function Letter({ grade }: { grade: GradeLetter | null }) {
  const { absent } = useDeskWords().comparison;
  return grade ? <GradeChip grade={grade} /> : <small className="unit">{absent}</small>;
}

/** Says a reason in words; items are called as the scheme of the later run calls them. */
function useReason(comparison: Comparison): (because: Comparison["firms"][number]["because"]) => string {
  const words = useDeskWords().comparison;
  const amounts = useAmounts();
  const text = useText();
  const after = useAnswer<RatingRun>(`/api/ratings/runs/${comparison.after.id}`);
  const before = useAnswer<RatingRun>(`/api/ratings/runs/${comparison.before.id}`);
  const named = [after, before].flatMap((run) =>
    run.state === "ready" ? run.value.definition.indicators : [],
  );
  return ({ kind, item, points }) => {
    if (kind !== "item" || item === null) return words.reasons[kind];
    const name = named.find(({ id }) => id === item)?.name;
    const signed = points === null ? "" : `${points > 0 ? "+" : ""}${amounts.number(points, 2)}`;
    return words.item(name ? text(name) : item, signed);
  };
}
