import type { ReactNode } from "react";
import type { RatingRun, RunSummary } from "../../../../domain/api/ratings/runs.ts";
import { LETTERS } from "../../../../domain/rating/columns.ts";
import { dayOf, today } from "../../../language/days.ts";
import { useAmounts, useText, useWords } from "../../../language/use-language.ts";
import { useAnswer } from "../../../state/answers.ts";
import { Loaded } from "../../../ui/answer.tsx";
import { Facts, Section } from "../../../ui/figure.tsx";
import { TableScroll } from "../../../ui/table-scroll.tsx";
import { GradeChip } from "../../grade-chip.tsx";
import { useDeskWords } from "../../words/desk.ts";
import { goDesk } from "../go.ts";
import { isRated, ratedFirms } from "../tally.tsx";
import { CompareWith } from "./compare-with.tsx";
import { Districts, Pools } from "./pools.tsx";
import { ShownMark, StaleMark, StateChip } from "./state.tsx";
import { Steps } from "./steps.tsx";

/** One run: what it found, from what, and what can be done with it. */
export function RunPage({ id, runs }: { id: number; runs: RunSummary[] }) {
  const words = useWords();
  const answer = useAnswer<RatingRun>(`/api/ratings/runs/${id}`);
  return (
    <Loaded answer={answer} missing={words.sheet.missing}>
      {(run) => (
        <>
          <Head run={run} />
          <About run={run} />
          <Steps run={run} />
          <GradeTable run={run} />
          <CompareWith run={run} runs={runs} />
          <Pools run={run} />
          <Districts run={run} />
        </>
      )}
    </Loaded>
  );
}

function Head({ run }: { run: RatingRun }) {
  const words = useDeskWords();
  const text = useText();
  return (
    <div className="detail-head">
      <h2 className="detail-title">
        {words.year(run.year)} · {words.sizes[run.size]} <small className="unit">#{run.id}</small>
      </h2>
      <p className="marks">
        <StateChip state={run.state} />
        {run.shown && <ShownMark />}
        {run.stale && <StaleMark />}
        {run.synthetic && <span className="mark">{words.synthetic}</span>}
        <button
          type="button"
          className="link"
          onClick={() => goDesk(`schemes/${run.scheme.key}/${run.scheme.version}`)}
        >
          {text(run.scheme.name)} · {words.version(run.scheme.version)}
        </button>
      </p>
      {run.stale && <p className="fine quiet">{words.runs.staleHint}</p>}
    </div>
  );
}

function About({ run }: { run: RatingRun }) {
  const words = useDeskWords().runs;
  const made = `${dayOf(run.createdAt)} ${run.createdBy ? words.createdBy(run.createdBy) : words.byProgram}`;
  const items: [string, ReactNode][] = [
    [words.createdAt, made],
    [words.base, run.baseYear ?? words.baseFixed],
  ];
  if (run.publishedAt)
    items.push(
      [words.publishedAt, dayOf(run.publishedAt)],
      [words.noticeUntil, <NoticeEnd key="notice" until={run.noticeUntil} />],
    );
  if (run.withdrawnAt)
    items.push([words.withdrawnAt, `${dayOf(run.withdrawnAt)} · ${run.withdrawnBecause ?? ""}`]);
  if (run.note) items.push([words.note, run.note]);
  return <Facts items={items} />;
}

function NoticeEnd({ until }: { until: string | null }) {
  const words = useDeskWords().runs;
  if (until === null) return words.noNotice;
  return (
    <>
      {until} {until < today() && <small className="unit">{words.noticeOver}</small>}
    </>
  );
}

function GradeTable({ run }: { run: RatingRun }) {
  const words = useDeskWords();
  const amounts = useAmounts();
  const rated = ratedFirms(run.tallies);
  const rows = LETTERS.flatMap((letter) => {
    const tally = run.tallies[letter];
    return tally ? [{ letter, ...tally }] : [];
  });
  return (
    <Section title={words.runs.gradesTitle} aside={words.firms(amounts.count(run.firms))}>
      <TableScroll label={words.runs.gradesTitle}>
        <table className="figures">
          <thead>
            <tr>
              <th scope="col">{words.runs.grade}</th>
              <th scope="col" className="right">
                {words.runs.count}
              </th>
              <th scope="col" className="right">
                {words.runs.share}
              </th>
              <th scope="col" className="right">
                {words.runs.land}
              </th>
              <td className="bar-column" />
            </tr>
          </thead>
          <tbody>
            {rows.map(({ letter, firms, land_mu }) => (
              <tr key={letter}>
                <th scope="row">
                  <GradeChip grade={letter} />{" "}
                  {!isRated(letter) && <small className="unit">{words.grades[letter]}</small>}
                </th>
                <td className="right">{amounts.count(firms)}</td>
                <td className="right">
                  {isRated(letter) && rated > 0 ? amounts.percent(firms / rated) : words.runs.noLine}
                </td>
                <td className="right">
                  {amounts.count(land_mu)}
                  <small className="unit"> {words.mu}</small>
                </td>
                <td className="bar-column">
                  <i
                    className="share-bar"
                    data-grade={letter}
                    style={{ width: `${(100 * firms) / Math.max(1, run.firms)}%` }}
                  />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </TableScroll>
    </Section>
  );
}
