import type { Range } from "../../../domain/screening/potential.ts";
import { Facts, Figure } from "../../ui/figure.tsx";
import { usePotentialWords } from "../words/potential.ts";
import { useRanges } from "./use-ranges.ts";

/** What a parcel or a group of them would gain, each as a range. */
export function Gains({
  of: { floor_m2, output_wan },
}: {
  of: { floor_m2: Range; output_wan: Range | null };
}) {
  const words = usePotentialWords();
  const ranges = useRanges();
  return (
    <Facts
      items={[
        [words.floor, <Figure key="floor" amount={ranges.floor(floor_m2)} />],
        [
          words.output,
          <Figure key="output" amount={output_wan && ranges.output(output_wan)} otherwise={words.unknown} />,
        ],
      ]}
    />
  );
}
