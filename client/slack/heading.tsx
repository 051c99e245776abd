import type { ScreeningRunList, ScreeningSummary } from "../../domain/api/screening.ts";
import { useAnswer } from "../state/answers.ts";
import { goSlack } from "../state/store.ts";
import { RUNS } from "./query.ts";
import { usePanelWords } from "./words/panel.ts";

/** What is shown: the screening of which day, and what a reader should know of it. */
export function Heading({ summary }: { summary: ScreeningSummary | null }) {
  const words = usePanelWords();
  const day = summary?.referenceDate;
  return (
    <div className="panel-title slack-title">
      <div className="title-row">
        <h1>{words.title}</h1>
        <button type="button" className="link fine" onClick={() => goSlack({ desk: "runs" })}>
          {words.runs}
        </button>
      </div>
      {day && (
        <p className="quiet">
          <span className="piece">{words.day(day)}</span>{" "}
          <span className="piece">· {words.run(String(summary.run))}</span>
        </p>
      )}
      {summary?.run != null && <Standing run={summary.run} synthetic={summary.synthetic} />}
      {summary && (
        <button
          type="button"
          className="button list-button"
          onClick={() => goSlack({ drawer: "candidates" })}
        >
          {words.list}
        </button>
      )}
    </div>
  );
}

/** That the run is out of date, or says nothing of real land. */
function Standing({ run, synthetic }: { run: number; synthetic: boolean }) {
  const words = usePanelWords();
  const list = useAnswer<ScreeningRunList>(RUNS);
  const shown = list.state === "ready" ? list.value.runs.find(({ id }) => id === run) : undefined;
  return (
    <>
      {shown?.stale && (
        <p className="run-note trial-note">
          {words.stale}{" "}
          <button type="button" className="link" onClick={() => goSlack({ desk: "new" })}>
            {words.again}
          </button>
        </p>
      )}
      <p className="quiet">
        {words.suspicion} {synthetic && words.synthetic}
      </p>
    </>
  );
}

/** An empty house: what to do about it. */
export function NothingYet() {
  const words = usePanelWords();
  return (
    <div className="pending">
      <p>{words.nothing}</p>
      <button type="button" className="button" onClick={() => goSlack({ desk: "new" })}>
        {words.again}
      </button>
    </div>
  );
}
