import type { CasesSummary } from "../../../domain/api/cases.ts";
import { toMu } from "../../../domain/area.ts";
import { useAmounts } from "../../language/use-language.ts";
import { useAnswer } from "../../state/answers.ts";
import { useSlack } from "../../state/store.ts";
import { useProgressWords } from "../words/progress.ts";
import { progressSheetPath, trendPath } from "./paths.ts";

/** One line on what was opened, closed and revived in the chosen districts, and the same for a spreadsheet. */
export default function ProgressTotals() {
  const { totals: words, export: exported } = useProgressWords();
  const { count } = useAmounts();
  const view = useSlack();
  const answer = useAnswer<CasesSummary>(trendPath(view));
  const total = answer.state === "ready" ? answer.value.total : null;
  return (
    <>
      <p className="drawer-totals quiet" role="status">
        {total ? (
          <>
            <span>
              <b>{words.opened(count(total.opened.cases))}</b>
            </span>
            <span>
              <b>{words.closed(count(total.closed.cases))}</b>
            </span>
            <span>
              {words.revived} <b>{count(Math.round(toMu(total.revived_m2)))}</b> {words.mu}
            </span>
          </>
        ) : answer.state === "failed" ? (
          words.failed
        ) : (
          words.loading
        )}
      </p>
      <p className="drawer-links">
        {(["csv", "xlsx"] as const).map((f) => (
          <a key={f} href={progressSheetPath(view, f)} download aria-label={exported(f.toUpperCase())}>
            {f.toUpperCase()}
          </a>
        ))}
      </p>
    </>
  );
}
