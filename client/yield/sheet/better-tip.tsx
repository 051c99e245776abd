import { Fragment } from "react";
import type { RatingExplanation } from "../../../domain/api/ratings/explanation.ts";
import { useAmounts } from "../../language/use-language.ts";
import { useView } from "../../state/store.ts";
import { useSheetWords } from "../words/sheet.ts";
import { quantityIn, roundedUp, said } from "./quantity.ts";

type Better = NonNullable<RatingExplanation["better"]>;
type Change = Better["any"][number];

const SHOWN_AT_ONCE = 2;

/** How much of what there is has to change. */
const effort = ({ from, to }: Change) => Math.abs(to - from) / Math.max(Math.abs(from), Number.EPSILON);
const easiestFirst = ({ any }: Better) => [...any].sort((a, b) => effort(a) - effort(b));

/** What is missing to the next better grade, and what alone would do. */
export function BetterTip({ better }: { better: Better }) {
  const words = useSheetWords();
  const rest = easiestFirst(better).slice(SHOWN_AT_ONCE);
  return (
    <div className="tip better">
      <p>
        <BetterLine better={better} atOnce={SHOWN_AT_ONCE} />
      </p>
      {rest.length > 0 && (
        <details>
          <summary>{words.better.more(rest.length)}</summary>
          <ul>
            {rest.map((change) => (
              <li key={change.change}>
                <ChangeWords change={change} />
              </li>
            ))}
          </ul>
        </details>
      )}
      <p className="quiet">{words.better.others}</p>
    </div>
  );
}

/** "距 B 级差 2.1 分。任一项即可：亩均税收 +1.9 万元，或退出用地 6.4 亩。" */
export function BetterLine({ better, atOnce }: { better: Better; atOnce: number }) {
  const words = useSheetWords();
  const amounts = useAmounts();
  const changes = easiestFirst(better).slice(0, atOnce);
  return (
    <>
      {words.better.gap(better.grade)} <b>{amounts.number(better.missing, 1)}</b> {words.better.points}
      {words.better.stop}
      {changes.length === 0 ? words.better.none : words.better.any}
      {changes.map((change, i) => (
        <Fragment key={change.change}>
          {i > 0 && words.better.or}
          <ChangeWords change={change} />
        </Fragment>
      ))}
      {changes.length > 0 && words.better.end}
    </>
  );
}

/** The change itself stands out; what it is a change of comes before it. */
function ChangeWords({ change: { change, figure, unit, from, to } }: { change: Change }) {
  const words = useSheetWords();
  const amount = said(quantityIn(useView().language)(roundedUp(Math.abs(to - from)), unit));
  if (change === "land") return <Marked text={words.better.release(MARK)} amount={amount} />;
  const name = words.figures[figure] ?? figure;
  return <Marked text={(to > from ? words.better.raise : words.better.lower)(name, MARK)} amount={amount} />;
}

/** Where the amount goes in a sentence that is put together elsewhere. */
const MARK = "\u0000";

function Marked({ text, amount }: { text: string; amount: string }) {
  const [before = "", after = ""] = text.split(MARK);
  const sign = /[+−]$/.exec(before)?.[0] ?? "";
  return (
    <>
      {before.slice(0, before.length - sign.length)}
      <b>
        {sign}
        {amount}
      </b>
      {after}
    </>
  );
}
