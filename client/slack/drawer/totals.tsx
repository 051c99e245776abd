import { toMu } from "../../../domain/area.ts";
import { firstPage } from "../../drawer/pages.ts";
import { useAmounts } from "../../language/use-language.ts";
import { useAnswer } from "../../state/answers.ts";
import { useSlack } from "../../state/store.ts";
import { groupsPath } from "../groups/paths.ts";
import { potentialPath } from "../potential/paths.ts";
import { candidatesPath, casesPath } from "../query.ts";
import type { SlackDrawer } from "../state.ts";
import { useDrawerWords } from "../words/drawer.ts";

/** One line on what the open list has: how many, and how much land. */
export function Totals({ of }: { of: Exclude<SlackDrawer, "workshops" | "progress"> }) {
  const words = useDrawerWords().totals;
  const amounts = useAmounts();
  const view = useSlack();
  const list = {
    closed: null,
    candidates: candidatesPath(view),
    cases: casesPath(view),
    potential: potentialPath(view),
    groups: groupsPath(view),
  }[of];
  // What the list itself reads, so nothing is asked for twice.
  const answer = useAnswer<{ matched: number; area_m2: number }>(list && firstPage(list));
  if (of === "closed") return <p className="drawer-totals quiet">{words.closed}</p>;
  if (answer.state !== "ready")
    return (
      <p className="drawer-totals quiet" role="status">
        {answer.state === "loading" ? words.loading : words.failed}
      </p>
    );
  const { matched, area_m2 } = answer.value;
  return (
    <p className="drawer-totals quiet" role="status">
      <span>
        <b>{words[of](amounts.count(matched))}</b>
      </span>
      <span>
        <b>{amounts.count(Math.round(toMu(area_m2)))}</b> {words.mu}
      </span>
    </p>
  );
}
