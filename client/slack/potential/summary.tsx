import type { PotentialPage } from "../../../domain/api/potential.ts";
import { useAmounts } from "../../language/use-language.ts";
import { Figure } from "../../ui/figure.tsx";
import { usePotentialWords } from "../words/potential.ts";
import { Assumptions } from "./assumptions.tsx";
import { middleOf } from "./ranges.ts";
import { useRanges } from "./use-ranges.ts";

/** What all that is listed would give together, how much of it the first hundred would, and what that takes for granted. */
export function Summary({ of }: { of: PotentialPage }) {
  const words = usePotentialWords();
  const ranges = useRanges();
  const amounts = useAmounts();
  const share = shareOfFirst(of);
  return (
    <details className="potential-summary">
      <summary>
        <span className="pieces">
          <span>
            {words.floor}{" "}
            <b>
              <Figure amount={ranges.floor(of.floor_m2)} />
            </b>
          </span>
          <span>
            {words.output}{" "}
            <b>
              <Figure
                amount={of.year === null ? null : ranges.output(of.output_wan)}
                otherwise={words.unknown}
              />
            </b>
          </span>
          {share !== null && (
            <span>
              {words.hundred} <b>{words.hundredShare(amounts.percent(share, 0))}</b>
            </span>
          )}
          {of.synthetic && <span>{words.synthetic}</span>}
        </span>
        <span className="link">{words.assumptions}</span>
      </summary>
      <p>
        {of.year === null ? words.noYear : words.year(String(of.year))} · {words.dots} · {words.estimate}
      </p>
      <Assumptions of={of.assumptions} />
    </details>
  );
}

/** Of the output to gain, by the middles of the ranges; null where the page is all there is. */
function shareOfFirst({ parcels, matched, output_wan }: PotentialPage): number | null {
  const all = middleOf(output_wan);
  if (matched <= parcels.length || all === 0) return null;
  return parcels.reduce((sum, { output_wan }) => sum + (output_wan ? middleOf(output_wan) : 0), 0) / all;
}
