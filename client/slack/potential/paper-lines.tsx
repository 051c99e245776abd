import type { ParcelPotential } from "../../../domain/api/potential.ts";
import type { Amount } from "../../language/amounts.ts";
import { useAmounts, useText } from "../../language/use-language.ts";
import { usePotentialWords } from "../words/potential.ts";
import { useRanges } from "./use-ranges.ts";

const told = ({ figure, unit }: Amount) => `${figure} ${unit}`;

/** On paper: what the parcel could carry and yield, and by which comparison, in a sentence each. */
export function PotentialLines({ of }: { of: ParcelPotential | null }) {
  const words = usePotentialWords();
  const text = useText();
  const ranges = useRanges();
  const amounts = useAmounts();
  if (!of) return null;
  const { floor_m2, output_wan, far, output } = of;
  const ratio = (value: number | null) => (value === null ? words.notReported : amounts.number(value, 2));
  const perMu = (wan: number | null) => (wan === null ? words.ownUnknown : told(amounts.perMu(wan)));
  return (
    <p>
      <b>{words.title}</b>{" "}
      {words.paperFloor(told(ranges.floor(floor_m2)), ratio(far.now), ratio(far.low), ratio(far.high))}
      {output_wan && output.pool
        ? words.paperOutput(
            told(ranges.output(output_wan)),
            perMu(output.now_per_mu),
            output.pool_name ? text(output.pool_name) : words.meanOf[output.pool],
            perMu(output.mean_per_mu),
          )
        : words.noMean}
      {words.estimate}
    </p>
  );
}
