import type { PlanTarget } from "../../../domain/api/plan.ts";
import type { Share } from "../../../domain/api/shares.ts";
import { today } from "../../language/days.ts";
import { useAmounts, useText } from "../../language/use-language.ts";
import { useAnswer } from "../../state/answers.ts";
import { go, usePlan } from "../../state/store.ts";
import { DemoMark } from "../demo-mark.tsx";
import { usePanelWords } from "../words/panel.ts";

/** Targets of land and the share that the map itself reckons for each. */
const SHARE_OF: Readonly<Record<string, Share["id"]>> = { "LT-1": "R1p", "LT-2": "R1", "LT-3": "R2" };

/** What the parcels and transfers of the map come to, beside what was reported; it leads to the theme of shares. */
export function Reckoned({ of }: { of: PlanTarget }) {
  const words = usePanelWords();
  const amounts = useAmounts();
  const text = useText();
  const { asOf } = usePlan();
  const year = asOf ?? Number(today().slice(0, 4)) - 1;
  const id = SHARE_OF[of.id];
  const answer = useAnswer<Share[]>(id ? `/api/shares?year=${year}` : null);
  const share = answer.state === "ready" ? answer.value.find((one) => one.id === id) : undefined;
  if (!share || share.percent === null) return null;
  return (
    <p className="quiet fine">
      <button type="button" className="link" onClick={() => go({ theme: "share" })}>
        {words.reckoned(amounts.percent(share.percent / 100))}
      </button>{" "}
      {words.reckonedWhere(text(share.scope), words.asOfYear(year))} <DemoMark of={share.basis} />
    </p>
  );
}
