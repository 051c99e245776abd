import type { PlanTarget } from "../../../domain/api/plan.ts";
import { useText } from "../../language/use-language.ts";
import { Citation } from "../../sources/citation.tsx";
import { goPlan } from "../../state/store.ts";
import { DemoMark } from "../demo-mark.tsx";
import { useTold } from "../figures.ts";
import { StandingMark } from "../standing-mark.tsx";
import type { Board } from "../state.ts";
import { usePanelWords } from "../words/panel.ts";
import { PathBar } from "./path-bar.tsx";
import { Reckoned } from "./reckoned.tsx";

/** The targets of a board, one below the other. */
export function TargetRows({ of, board }: { of: readonly PlanTarget[]; board: Board }) {
  return (
    <ul className="target-rows">
      {of.map((target) => (
        <TargetRow key={target.id} of={target} scoped={board === "districts_2030"} />
      ))}
    </ul>
  );
}

/** What a target is, how far it is, and what every year from here must bring. */
function TargetRow({ of, scoped }: { of: PlanTarget; scoped: boolean }) {
  const words = usePanelWords();
  const text = useText();
  const name = scoped ? text(of.scope) : text(of.name);
  return (
    <li className="target-row">
      <p className="target-name">
        <span>
          <button
            type="button"
            title={words.figuresOf(text(of.name))}
            onClick={() => goPlan({ form: `figures:${of.id}` })}
          >
            {name}
          </button>
          <Citation source={of.source} />
        </span>
        <StandingMark standing={of.standing} />
      </p>
      <Reached of={of} />
      <PathBar of={of} />
      <Needed of={of} />
      <Reckoned of={of} />
    </li>
  );
}

function Reached({ of }: { of: PlanTarget }) {
  const words = usePanelWords();
  const { amount, wanted, sign } = useTold();
  const { latest, unit } = of;
  const now = latest && amount(latest.value, unit);
  return (
    <p className="target-figures">
      <span>
        {now && latest && (
          <>
            <b>{now.figure}</b>
            <small className="unit"> {now.unit}</small>{" "}
            <small className="quiet">{words.year(latest.year)}</small> <DemoMark of={latest} />
          </>
        )}
      </span>
      <span className="quiet">
        {words.aim(sign(of), wanted(of), of.target_year)}
        {of.cumulative && ` · ${words.cumulative}`}
        {of.annual_average && ` · ${words.annualAverage}`}
      </span>
    </p>
  );
}

function Needed({ of }: { of: PlanTarget }) {
  const words = usePanelWords();
  const { line, step: stepOf } = useTold();
  const { needed_a_year: needed, latest, unit, path_now: path, standing, average } = of;
  if (average !== null) return <p className="quiet fine">{words.average(line(average, unit))}</p>;
  if (latest === null || needed === null) return null;
  const step = stepOf(Math.abs(needed), unit);
  return (
    <p className="quiet fine">
      {words.needed(needed < 0 ? words.less(step) : words.more(step))}
      {standing === "behind" && path !== null && ` · ${words.path(line(path, unit))}`}
    </p>
  );
}
