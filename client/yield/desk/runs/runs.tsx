import { useEffect, useState } from "react";
import type { RunList, RunState, RunSummary } from "../../../../domain/api/ratings/runs.ts";
import { NeedsRight } from "../../../account/needs-right.tsx";
import { useAmounts, useText } from "../../../language/use-language.ts";
import { useAnswer } from "../../../state/answers.ts";
import { Loaded } from "../../../ui/answer.tsx";
import { Segmented } from "../../../ui/segmented.tsx";
import { useDeskWords } from "../../words/desk.ts";
import { goDesk } from "../go.ts";
import type { DeskPlace } from "../place.ts";
import { Split, useNarrow } from "../split.tsx";
import { TallyBar } from "../tally.tsx";
import { RunComparison } from "./comparison.tsx";
import { resumeRating } from "./job.ts";
import { NewRunForm } from "./new-run.tsx";
import { RunPage } from "./run-page.tsx";
import { ShownMark, StaleMark, StateChip } from "./state.tsx";
import "./runs.css";

type Place = Extract<DeskPlace, { tab: "runs" }>;

/** 批次: every rating there has been, and the one that is chosen. */
export function Runs({ place }: { place: Place }) {
  const words = useDeskWords();
  const narrow = useNarrow();
  // Whether one runs is asked for its own sake; what is wrong with the server, the list tells.
  useEffect(() => void resumeRating().catch(() => undefined), []);
  const answer = useAnswer<RunList>("/api/ratings/runs");
  const runs = answer.state === "ready" ? answer.value.runs : [];
  const first = narrow ? null : (runs.find(({ shown }) => shown) ?? runs[0])?.id;
  const chosen = place.run ?? first ?? null;
  return (
    <Split
      tab="runs"
      label={words.runs.about}
      chosen={chosen === null ? null : `${chosen}/${place.against}`}
      list={<Loaded answer={answer}>{(list) => <Listed runs={list.runs} chosen={chosen} />}</Loaded>}
      detail={chosen === null ? null : <Chosen chosen={chosen} against={place.against} runs={runs} />}
    />
  );
}

function Chosen({
  chosen,
  against,
  runs,
}: {
  chosen: number | "new";
  against: number | null;
  runs: RunSummary[];
}) {
  if (chosen === "new") return <NewRunForm runs={runs} />;
  if (against !== null) return <RunComparison key={`${chosen}/${against}`} id={chosen} against={against} />;
  return <RunPage key={chosen} id={chosen} runs={runs} />;
}

function Listed({ runs, chosen }: { runs: RunSummary[]; chosen: number | "new" | null }) {
  const words = useDeskWords();
  const [state, setState] = useState<RunState | "all">("all");
  const left = runs.filter((run) => state === "all" || run.state === state);
  const years = [...new Set(left.map(({ year }) => year))].sort((a, b) => b - a);
  return (
    <>
      <div className="list-head">
        <NeedsRight right="drafts">
          <button
            type="button"
            className="button primary"
            {...(chosen === "new" ? { "aria-current": "true" as const } : {})}
            onClick={() => goDesk("runs/new")}
          >
            {words.runs.new}
          </button>
        </NeedsRight>
        <Segmented
          label={words.runs.filter}
          value={state}
          choose={setState}
          choices={[
            ["all", words.runs.all],
            ["draft", words.runs.states.draft],
            ["published", words.runs.states.published],
            ["withdrawn", words.runs.states.withdrawn],
          ]}
        />
      </div>
      {left.length === 0 && (
        <p className="quiet empty">{runs.length === 0 ? words.runs.none : words.runs.noneOfState}</p>
      )}
      {years.map((year) => (
        <section key={year} aria-label={words.year(year)}>
          <h2 className="list-year">{words.year(year)}</h2>
          <ul className="rows">
            {left
              .filter((run) => run.year === year)
              .map((run) => (
                <Row key={run.id} run={run} chosen={run.id === chosen} />
              ))}
          </ul>
        </section>
      ))}
    </>
  );
}

function Row({ run, chosen }: { run: RunSummary; chosen: boolean }) {
  const words = useDeskWords();
  const amounts = useAmounts();
  const text = useText();
  return (
    <li>
      <button
        type="button"
        className="row"
        {...(chosen ? { "aria-current": "true" as const } : {})}
        onClick={() => goDesk(`runs/${run.id}`)}
      >
        <span className="row-head">
          <b>
            {text(run.scheme.name)} <small className="unit">{words.version(run.scheme.version)}</small>
          </b>
          <small className="unit">#{run.id}</small>
        </span>
        <span className="marks">
          <StateChip state={run.state} />
          <span className="quiet">
            {words.sizes[run.size]} · {words.firms(amounts.count(run.firms))}
          </span>
          {run.shown && <ShownMark />}
          {run.stale && <StaleMark />}
          {run.objections.open > 0 && (
            <span className="mark warn">{words.runs.openObjections(run.objections.open)}</span>
          )}
        </span>
        <TallyBar tallies={run.tallies} />
      </button>
    </li>
  );
}
