import type { PlanTarget, TargetBoard } from "../../../domain/api/plan.ts";
import { STANDINGS } from "../../../domain/plan/standing.ts";
import { useAmounts } from "../../language/use-language.ts";
import { useAnswer } from "../../state/answers.ts";
import { go, goPlan, usePlan } from "../../state/store.ts";
import { Loaded } from "../../ui/answer.tsx";
import { Section } from "../../ui/figure.tsx";
import { UnitsSwitch } from "../../ui/units-switch.tsx";
import { targetsPath } from "../paths.ts";
import { StandingMark } from "../standing-mark.tsx";
import { usePanelWords } from "../words/panel.ts";
import { AsOf } from "./as-of.tsx";
import { BoardChoice } from "./board-choice.tsx";
import { TargetRows } from "./target-row.tsx";

/** 目标: the targets of one board, with how each of them stands. */
export function Board() {
  const words = usePanelWords();
  const view = usePlan();
  const answer = useAnswer<TargetBoard>(targetsPath(view));
  return (
    <Section title={words.board} aside={<AsOf />}>
      <BoardChoice />
      <Loaded answer={answer}>
        {({ targets }) => (
          <>
            <Shown targets={targets.filter(({ board }) => board === view.board)} />
            <p className="all-targets">
              <button type="button" className="link" onClick={() => goPlan({ drawer: "targets" })}>
                {words.allBoards(targets.length)}
              </button>
            </p>
          </>
        )}
      </Loaded>
    </Section>
  );
}

function Shown({ targets }: { targets: readonly PlanTarget[] }) {
  const words = usePanelWords();
  const { board } = usePlan();
  const isMoney = targets.some(({ unit }) => unit === "亿元");
  return (
    <>
      <Counted targets={targets} />
      {targets.length === 0 && <p className="quiet fine">{words.none}</p>}
      <TargetRows of={targets} board={board} />
      {board === "land" && (
        <p className="fine">
          <button type="button" className="link" onClick={() => go({ theme: "share" })}>
            {words.toShares}
          </button>
        </p>
      )}
      {isMoney && <UnitsSwitch land={false} money />}
      {targets.some(({ latest }) => latest?.synthetic) && <p className="quiet fine">{words.syntheticNote}</p>}
    </>
  );
}

/** How many stand how; what none does is left out. */
function Counted({ targets }: { targets: readonly PlanTarget[] }) {
  const words = usePanelWords();
  const { count } = useAmounts();
  return (
    <ul className="standing-counts" aria-label={words.standingOf}>
      {STANDINGS.map((standing) => ({
        standing,
        number: targets.filter((target) => target.standing === standing).length,
      }))
        .filter(({ number }) => number > 0)
        .map(({ standing, number }) => (
          <li key={standing}>
            <StandingMark standing={standing} /> <b>{count(number)}</b>
          </li>
        ))}
    </ul>
  );
}
