import { useState } from "react";
import type { RatingResponse, ResponseList } from "../../../../domain/api/ratings/responses.ts";
import type { RunList, RunSummary } from "../../../../domain/api/ratings/runs.ts";
import { today } from "../../../language/days.ts";
import { useAmounts, useText } from "../../../language/use-language.ts";
import { useAnswer } from "../../../state/answers.ts";
import { Loaded } from "../../../ui/answer.tsx";
import { Facts } from "../../../ui/figure.tsx";
import { Segmented } from "../../../ui/segmented.tsx";
import { useDeskWords } from "../../words/desk.ts";
import { goDesk } from "../go.ts";
import type { DeskPlace } from "../place.ts";
import { StateChip } from "../runs/state.tsx";
import { Split, useNarrow } from "../split.tsx";
import { Response } from "./response.tsx";
import "./responses.css";

type Place = Extract<DeskPlace, { tab: "responses" }>;

/** 异议: what firms said of their ratings during the notice, by run. */
export function Responses({ place }: { place: Place }) {
  const words = useDeskWords();
  const narrow = useNarrow();
  const answer = useAnswer<RunList>("/api/ratings/runs");
  const runs = answer.state === "ready" ? answer.value.runs.filter(({ state }) => state !== "draft") : [];
  const waiting = runs.find(({ objections }) => objections.open > 0) ?? runs[0];
  const chosen = place.run ?? (narrow ? null : waiting?.id) ?? null;
  const run = runs.find(({ id }) => id === chosen);
  return (
    <Split
      tab="responses"
      label={words.tabs.responses}
      chosen={chosen === null ? null : String(chosen)}
      list={<Loaded answer={answer}>{() => <Listed runs={runs} chosen={chosen} />}</Loaded>}
      detail={run ? <OfRun key={run.id} run={run} /> : null}
    />
  );
}

function Listed({ runs, chosen }: { runs: RunSummary[]; chosen: number | null }) {
  const words = useDeskWords();
  const text = useText();
  if (runs.length === 0) return <p className="quiet empty">{words.responses.none}</p>;
  return (
    <ul className="rows">
      {runs.map((run) => (
        <li key={run.id}>
          <button
            type="button"
            className="row"
            {...(run.id === chosen ? { "aria-current": "true" as const } : {})}
            onClick={() => goDesk(`responses/${run.id}`)}
          >
            <span className="row-head">
              <b>
                {words.year(run.year)} · {text(run.scheme.name)}
              </b>
              <small className="unit">#{run.id}</small>
            </span>
            <span className="marks">
              <StateChip state={run.state} />
              <Notice run={run} />
              {run.objections.open > 0 && (
                <span className="mark warn">{words.runs.openObjections(run.objections.open)}</span>
              )}
            </span>
          </button>
        </li>
      ))}
    </ul>
  );
}

function Notice({ run }: { run: RunSummary }) {
  const words = useDeskWords().responses;
  if (!run.noticeUntil) return null;
  const over = run.noticeUntil < today();
  return <span className="quiet">{over ? words.over(run.noticeUntil) : words.notice(run.noticeUntil)}</span>;
}

type Filter = "open" | "decided" | "confirmed" | "all";

const PASSES: Readonly<Record<Filter, (response: RatingResponse) => boolean>> = {
  open: ({ kind, outcome }) => kind === "objection" && outcome === null,
  decided: ({ outcome }) => outcome !== null,
  confirmed: ({ kind }) => kind === "confirmation",
  all: () => true,
};

function OfRun({ run }: { run: RunSummary }) {
  const words = useDeskWords();
  const amounts = useAmounts();
  const text = useText();
  const [chosen, setFilter] = useState<Filter | null>(null);
  const filter = chosen ?? (run.objections.open > 0 ? "open" : "all");
  const answer = useAnswer<ResponseList>(`/api/ratings/runs/${run.id}/responses`);
  const { open, accepted, rejected } = run.objections;
  return (
    <>
      <div className="detail-head">
        <h2 className="detail-title">
          {words.year(run.year)} · {text(run.scheme.name)} <small className="unit">#{run.id}</small>
        </h2>
        <p className="marks">
          <StateChip state={run.state} />
          <Notice run={run} />
        </p>
      </div>
      <Facts
        items={[
          [words.responses.confirmations, words.firms(amounts.count(run.confirmations))],
          [words.responses.open, amounts.count(open)],
          [words.responses.accepted, amounts.count(accepted)],
          [words.responses.rejected, amounts.count(rejected)],
        ]}
      />
      <Segmented
        label={words.responses.filter}
        value={filter}
        choose={setFilter}
        choices={(["open", "decided", "confirmed", "all"] as const).map((one) => [
          one,
          words.responses.filters[one],
        ])}
      />
      <Loaded answer={answer}>
        {({ responses }) => {
          const left = responses.filter(PASSES[filter]);
          if (left.length === 0) return <p className="quiet empty">{words.responses.empty[filter]}</p>;
          return (
            <ul className="responses">
              {left.map((response) => (
                <Response key={response.id} response={response} />
              ))}
            </ul>
          );
        }}
      </Loaded>
    </>
  );
}
