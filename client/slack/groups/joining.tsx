import type { ScatteredGroup } from "../../../domain/api/potential.ts";
import { useAmounts } from "../../language/use-language.ts";
import { Section } from "../../ui/figure.tsx";
import { Bars } from "../potential/bars.tsx";
import { Gains } from "../potential/gains.tsx";
import { usePotentialWords } from "../words/potential.ts";

/** What making one piece of the parcels would give: land to build on as one, floors and output. */
export function Joining({ of: { gain, area_m2 } }: { of: ScatteredGroup }) {
  const words = usePotentialWords();
  const amounts = useAmounts();
  if (gain === null)
    return (
      <Section title={words.joining}>
        <p className="fine quiet">{words.notReckoned}</p>
      </Section>
    );
  const { between_m2, largest_m2 } = gain;
  const joined = area_m2 + between_m2;
  const between = amounts.land(between_m2);
  return (
    <Section title={words.joining}>
      <Gains of={gain} />
      <Bars
        rows={[
          { name: words.largest, amount: amounts.land(largest_m2), value: largest_m2, kind: "largest" },
          { name: words.joined, amount: amounts.land(joined), value: joined, kind: "joined" },
        ]}
      />
      {between_m2 > 0 && <p className="fine quiet">{words.between(`${between.figure} ${between.unit}`)}</p>}
    </Section>
  );
}
