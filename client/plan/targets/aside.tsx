import type { TargetBoard } from "../../../domain/api/plan.ts";
import { STANDINGS } from "../../../domain/plan/standing.ts";
import { useAmounts } from "../../language/use-language.ts";
import { useAnswer } from "../../state/answers.ts";
import { goPlan, usePlan } from "../../state/store.ts";
import { targetListPath, targetsPath } from "../paths.ts";
import { useDrawerWords } from "../words/drawer.ts";
import { usePanelWords } from "../words/panel.ts";

/** How many targets stand how; the same for a spreadsheet, and the way back from one. */
export default function TargetAside() {
  const { targets: words } = useDrawerWords();
  const { standings, summary } = usePanelWords();
  const { count } = useAmounts();
  const view = usePlan();
  const answer = useAnswer<TargetBoard>(targetsPath(view));
  const targets = answer.state === "ready" ? answer.value.targets : null;
  const counts = STANDINGS.map((standing) => ({
    standing,
    number: targets?.filter((target) => target.standing === standing).length ?? 0,
  })).filter(({ number }) => number > 0);
  return (
    <>
      <p className="drawer-totals quiet" role="status">
        {targets ? (
          <>
            <span>
              <b>{words.count(count(targets.length))}</b>
            </span>
            {counts.map(({ standing, number }) => (
              <span key={standing}>{summary(standings[standing], count(number))}</span>
            ))}
          </>
        ) : answer.state === "failed" ? (
          words.failed
        ) : (
          words.loading
        )}
      </p>
      <p className="drawer-links">
        <button type="button" className="link" onClick={() => goPlan({ form: "import" })}>
          {words.import}
        </button>
        {(["csv", "xlsx"] as const).map((f) => (
          <a key={f} href={targetListPath(view, f)} download aria-label={words.export(f.toUpperCase())}>
            {f.toUpperCase()}
          </a>
        ))}
      </p>
    </>
  );
}
