import type { Answer } from "../../state/answers.ts";
import { Pending } from "../../ui/answer.tsx";
import { useDrawerWords } from "../words/drawer.ts";
import { NothingRated } from "../worker/use-picture.ts";

/** What stands where a chart will be: that it is on its way, or why it doesn't come. */
export function Waiting({ answer }: { answer: Answer<unknown> }) {
  const words = useDrawerWords();
  if (answer.state === "failed" && answer.error instanceof NothingRated)
    return <p className="drawer-message">{words.table.missing}</p>;
  return (
    <div className="drawer-message">
      <Pending answer={answer} missing={words.chart.missing} />
    </div>
  );
}
