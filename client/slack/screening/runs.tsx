import { useState } from "react";
import type { Right } from "../../../domain/accounts/rights.ts";
import type { RuleList, ScreeningRun, ScreeningRunList } from "../../../domain/api/screening.ts";
import { useRight } from "../../account/session.ts";
import { dayOf } from "../../language/days.ts";
import { useAmounts } from "../../language/use-language.ts";
import { useAnswer } from "../../state/answers.ts";
import { ask } from "../../state/ask.ts";
import { Loaded } from "../../ui/answer.tsx";
import { Refused, useWriting } from "../../ui/writing.tsx";
import { RULES, RUNS } from "../query.ts";
import { useScreeningWords } from "../words/screening.ts";
import { changedIn, told } from "./thresholds.ts";

/** Every screening there has been, the newest first, and what can be done with it. */
export function Runs() {
  const words = useScreeningWords();
  const answer = useAnswer<ScreeningRunList>(RUNS);
  return (
    <Loaded answer={answer}>
      {({ runs }) =>
        runs.length === 0 ? (
          <p className="quiet">{words.none}</p>
        ) : (
          <ul className="screenings">
            {runs.map((run) => (
              <Run key={run.id} run={run} />
            ))}
          </ul>
        )
      }
    </Loaded>
  );
}

function Run({ run }: { run: ScreeningRun }) {
  const words = useScreeningWords();
  const { count } = useAmounts();
  const { idle, inefficient, scattered } = run.tallies;
  return (
    <li>
      <div className="screening-head">
        <b>{run.referenceDate}</b>
        <small className="unit">{words.run(run.id)}</small>
        <span className={`chip state-${run.state}`}>{words.states[run.state]}</span>
        {run.shown && <span className="mark shown-mark">{words.shown}</span>}
        {run.stale && <span className="mark warn">{words.stale}</span>}
        {run.synthetic && <span className="mark">{words.synthetic}</span>}
        <Steps run={run} />
      </div>
      <p className="fine">
        {words.found(count(idle.parcels), count(inefficient.parcels), count(scattered.parcels))}{" "}
        <span className="quiet">
          · {words.parcels(count(run.parcels))} ·{" "}
          {words.made(dayOf(run.createdAt), run.createdBy ?? words.program)}
          {run.note && ` · ${run.note}`}
        </span>
      </p>
      <Changed run={run} />
    </li>
  );
}

/** Thresholds that were set otherwise than by default: a reader must know what the run was judged by. */
function Changed({ run }: { run: ScreeningRun }) {
  const words = useScreeningWords();
  const rules = useAnswer<RuleList>(RULES);
  if (rules.state !== "ready") return null;
  const changed = changedIn(run.thresholds, rules.value).map(
    ({ name, unit, rule }) =>
      `${rule ?? words.potential} ${words.names[name]} ${told(run.thresholds[name], unit, words.units)}`,
  );
  return changed.length > 0 ? <p className="fine quiet">{words.changed(changed.join("; "))}</p> : null;
}

type Step = "publish" | "withdraw" | "remove";

const NEEDED = {
  publish: "publication",
  withdraw: "publication",
  remove: "drafts",
} as const satisfies Record<Step, Right>;

const take = (step: Step, id: number) =>
  step === "remove" ? ask<void>("DELETE", `${RUNS}/${id}`) : ask<void>("POST", `${RUNS}/${id}/${step}`);

/** Each is asked once more before it happens. */
function Steps({ run }: { run: ScreeningRun }) {
  const words = useScreeningWords();
  const rights = { publication: useRight("publication"), drafts: useRight("drafts") };
  const [asked, setAsked] = useState<Step | null>(null);
  const writing = useWriting();
  const open: readonly Step[] =
    run.state === "draft" ? ["publish", "remove"] : run.state === "published" ? ["withdraw"] : [];
  return (
    <span className="screening-steps">
      {open
        .filter((step) => rights[NEEDED[step]])
        .map((step) => (
          <button
            key={step}
            type="button"
            className={step === "publish" ? "button primary" : "button danger"}
            disabled={writing.busy}
            onBlur={() => setAsked(null)}
            onClick={() => {
              if (asked !== step) return setAsked(step);
              setAsked(null);
              writing.act(() => take(step, run.id));
            }}
          >
            {asked === step ? words.sure[step] : words[step]}
          </button>
        ))}
      <Refused error={writing.error} />
    </span>
  );
}
