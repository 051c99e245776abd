import { type FormEvent, useState } from "react";
import type { ScenarioBase } from "../../../domain/api/shares.ts";
import type { Output } from "../../../domain/shares/after.ts";
import type { ScenarioParcel } from "../../../domain/shares/scenario.ts";
import type { Measure } from "../../../domain/shares/solver.ts";
import { useMeasured } from "../../language/measured.ts";
import { useAmounts } from "../../language/use-language.ts";
import { Citation } from "../../sources/citation.tsx";
import { useShare } from "../../state/store.ts";
import { toggle } from "../../state/toggle.ts";
import { NumberField } from "../../ui/fields.tsx";
import { Segmented } from "../../ui/segmented.tsx";
import { Refused, useWriting } from "../../ui/writing.tsx";
import { useScenarioWords } from "../words/scenario.ts";
import { FINDINGS, type Finding, readSuspected } from "./read.ts";
import { type Solved, solve } from "./solving.ts";
import { useAfter } from "./use-after.ts";
import { choose, takeStep, useWork } from "./work.ts";
import "../../ui/forms.css";

/** `more` where there are more candidates than were read: then the set is the smallest of those alone. */
type Answer = { solved: Solved | null; parcels: readonly ScenarioParcel[]; more: boolean };

const MEASURES = ["parcels", "area"] as const satisfies readonly Measure[];

type Asked = { kinds: readonly Finding[]; goal: string; by: Measure };

/** 求解: the smallest set of suspected parcels that, revived, reaches the output that the plan asks for. */
export default function Solve({ base, added }: { base: ScenarioBase; added: () => void }) {
  const words = useScenarioWords();
  const target = base.output_target;
  const [asked, setAsked] = useState<Asked>({
    kinds: ["inefficient", "idle"],
    goal: target ? String(round(target.per_mu)) : "",
    by: "parcels",
  });
  // What earlier steps have done to the land counts, so that the set completes the scenario.
  const now = useAfter(base).after.output.after;
  const { answer, busy, error, run } = useSolving(asked, base.year, now);
  return (
    <div className="scenario-page">
      <p className="fine quiet">{words.solve.about}</p>
      <Question target={target} asked={asked} change={setAsked} busy={busy} run={run} />
      <Refused error={error} />
      <section aria-live="polite" aria-label={words.pages.solve} className="solved">
        <p>{words.solve.now(now.per_mu === null ? "–" : String(round(now.per_mu)))}</p>
        {answer && <Result answer={answer} year={base.year} added={added} />}
      </section>
    </div>
  );
}

/** The answer to what is asked now; that to an earlier question is not shown beside this one. */
function useSolving({ kinds, goal, by }: Asked, year: number, now: Output) {
  const { district } = useShare();
  const { steps } = useWork();
  const writing = useWriting();
  const [solved, setSolved] = useState<{ question: string; answer: Answer } | null>(null);
  const question = [kinds.join(), goal, by, district, year, now.output_wan, now.land_mu].join(" ");
  return {
    answer: solved?.question === question ? solved.answer : null,
    busy: writing.busy,
    error: writing.error,
    run: () =>
      void writing.act(async () => {
        const { parcels, more } = await readSuspected(kinds, district, year);
        const answer = solve(untouched(parcels, steps), now, Number(goal), by);
        setSolved({ question, answer: { solved: answer, parcels, more } });
      }),
  };
}

function Question(props: {
  target: ScenarioBase["output_target"];
  asked: Asked;
  change: (asked: Asked) => void;
  busy: boolean;
  run: () => void;
}) {
  const { target, asked, change, busy, run } = props;
  const { solve: words, chosen } = useScenarioWords();
  const [wrong, setWrong] = useState<string | undefined>();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const said = !(Number(asked.goal) > 0)
      ? words.invalid
      : asked.kinds.length === 0
        ? words.pick
        : undefined;
    setWrong(said);
    if (said === undefined) run();
  };
  return (
    <form className="measure-form inline" noValidate onSubmit={submit}>
      <fieldset className="choose-from">
        <legend className="fine quiet">{words.pool}</legend>
        {FINDINGS.map((kind) => (
          <label key={kind}>
            <input
              type="checkbox"
              checked={asked.kinds.includes(kind)}
              onChange={() => change({ ...asked, kinds: toggle(asked.kinds, kind) })}
            />
            {chosen.found[kind]}
          </label>
        ))}
      </fieldset>
      <NumberField
        label={words.goal}
        hint={target ? words.goalHint(String(round(target.per_mu))) : undefined}
        error={wrong}
        value={asked.goal}
        step="any"
        least={0}
        change={(goal) => change({ ...asked, goal })}
      />
      {target && <Citation source={target.source} />}
      <div className="solve-by">
        <span className="fine quiet" aria-hidden="true">
          {words.by}
        </span>
        <Segmented
          label={words.by}
          choices={MEASURES.map((measure) => [measure, words.measures[measure]] as const)}
          value={asked.by}
          choose={(by) => change({ ...asked, by })}
        />
      </div>
      <button type="submit" className="button primary" disabled={busy}>
        {words.run}
      </button>
    </form>
  );
}

const round = (value: number) => Math.round(value * 10) / 10;

/** What steps have touched already is left as they made it. */
function untouched(parcels: readonly ScenarioParcel[], steps: ReturnType<typeof useWork>["steps"]) {
  const touched = new Set(steps.flatMap((step) => ("parcels" in step ? step.parcels : [])));
  return parcels.filter(({ code }) => !touched.has(code));
}

function Result({ answer, year, added }: { answer: Answer; year: number; added: () => void }) {
  const words = useScenarioWords();
  const { count } = useAmounts();
  const { said } = useMeasured();
  const { solved, parcels, more } = answer;
  if (solved === null) return <p>{words.solve.unknown}</p>;
  const { solution, candidates, per_mu, by } = solved;
  if (solution.reached && solution.chosen.length === 0) return <p>{words.solve.there}</p>;
  if (candidates === 0) return <p>{words.solve.none}</p>;
  const area = solution.chosen.reduce((sum, { area_m2 }) => sum + area_m2, 0);
  const chosen = new Set(solution.chosen.map(({ code }) => code));
  const much = [count(solution.chosen.length), said(area)] as const;
  const take = () =>
    choose(
      parcels.filter(({ code }) => chosen.has(code)),
      year,
    );
  return (
    <>
      <p>
        <b>
          {solution.reached
            ? words.solve.reached(...much)
            : words.solve.notReached(...much, String(round(per_mu)))}
        </b>
      </p>
      {more && <p className="scenario-note">{words.chosen.more}</p>}
      {solution.reached && (
        <p className="fine">
          {by === "parcels"
            ? words.solve.exact
            : words.solve.bound(said(solution.bound), said(solution.cost - solution.bound))}
        </p>
      )}
      <p className="scenario-buttons">
        <button
          type="button"
          className="button"
          onClick={() => {
            take();
            takeStep({ do: "revive", parcels: [...chosen], per_mu: null });
            added();
          }}
        >
          {words.solve.add}
        </button>
        <button
          type="button"
          className="link"
          onClick={() => {
            take();
            added();
          }}
        >
          {words.solve.choose}
        </button>
      </p>
    </>
  );
}
