import type { Progress } from "../../../domain/api/cases.ts";
import { useAmounts } from "../../language/use-language.ts";
import { useProgressWords } from "../words/progress.ts";

type Stages = Pick<Progress, "opened" | "verified" | "decided" | "closed">;

/** How far the cases of a district have come: the darker, the further; all of them on one scale. */
export function Funnel({ name, of, most }: { name: string; of: Stages; most: number }) {
  const words = useProgressWords();
  const { count } = useAmounts();
  const [opened, verified, decided, closed] = [of.opened, of.verified, of.decided, of.closed].map(
    ({ cases }) => cases,
  ) as [number, number, number, number];
  const parts = [
    ["closed", closed],
    ["decided", decided - closed],
    ["verified", verified - decided],
    ["opened", opened - verified],
  ] as const;
  const said = words.wayOf(name, count(opened), count(verified), count(decided), count(closed));
  return (
    <span className="funnel" role="img" aria-label={said} title={said}>
      {parts.map(([stage, cases]) => (
        <i key={stage} className={stage} style={{ width: `${(100 * cases) / Math.max(1, most)}%` }} />
      ))}
    </span>
  );
}
