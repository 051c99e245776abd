import type { RatingExplanation } from "../../../domain/api/ratings/explanation.ts";
import { useAmounts, useWords } from "../../language/use-language.ts";
import { SelectRow } from "../../sheets/rows.tsx";
import { Figure, Section } from "../../ui/figure.tsx";
import { useSheetWords } from "../words/sheet.ts";
import { Capped } from "./capped.tsx";

/** How much land each parcel adds to what the firm is rated on, and by which rule. */
export function LandParts({ of }: { of: RatingExplanation }) {
  const words = useSheetWords();
  const all = useWords();
  const amounts = useAmounts();
  const mu = (value: number) => ({ figure: amounts.number(value, 1).replace("-", "−"), unit: all.units.mu });
  return (
    <Section title={words.land.title} aside={of.land_mu !== null && <Figure amount={mu(of.land_mu)} />}>
      {of.land.length === 0 && <p className="quiet">{words.land.none}</p>}
      <Capped
        rows={of.land.map(({ parcel, tenure, parcelArea_m2, floorArea_m2, land_mu, rule }) => {
          const area = amounts.land(parcelArea_m2);
          const details = [
            all.parcel.tenure[tenure],
            words.land.rules[rule],
            words.land.parcelArea(`${area.figure} ${area.unit}`),
            floorArea_m2 !== null && words.land.floor(`${amounts.count(floorArea_m2)} ${all.units.m2}`),
          ];
          return (
            <SelectRow
              key={`${parcel} ${tenure} ${floorArea_m2} ${land_mu}`}
              to={{ kind: "parcel", code: parcel }}
              main={<span className="code">{parcel}</span>}
              aside={<Figure amount={land_mu === null ? null : mu(land_mu)} otherwise={words.land.unknown} />}
              detail={details.filter(Boolean).join(" · ")}
            />
          );
        })}
      />
      {of.landAsOf === "today" && <p className="fine quiet">{words.land.today}</p>}
    </Section>
  );
}
