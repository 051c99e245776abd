import type { ReactNode } from "react";
import type { ParcelSheet } from "../../../domain/api/sheets.ts";
import { useAmounts, useWords } from "../../language/use-language.ts";
import { landUseName } from "../../map/land-use.ts";
import { Figure } from "../../ui/figure.tsx";
import { Outline } from "../../yield/print/outline.tsx";
import { useDossierWords } from "../words/dossier.ts";

/** What the parcel is, what was agreed and what there is, beside a small map. */
export function ParcelFacts({ of }: { of: ParcelSheet }) {
  const words = useDossierWords();
  const all = useWords();
  const amounts = useAmounts();
  const { contract, progress } = of;
  const land = (m2: number | null) => <Figure amount={m2 === null ? null : amounts.land(m2)} />;
  const money = (wan: number | null) => <Figure amount={wan === null ? null : amounts.money(wan)} />;
  const floor = progress.floorArea_m2;
  const facts: [string, ReactNode][] = [
    [words.holder, of.holder ?? "–"],
    [words.use, `${landUseName(all, of.landUseCode)} · ${of.landUseCode}`],
    [all.parcel.areas[of.areaBasis], land(of.area_m2)],
    [all.parcel.net, land(of.netArea_m2)],
    [all.parcel.mode, contract.supplyMode ? all.parcel.modes[contract.supplyMode] : "–"],
    [all.parcel.contractNo, contract.contractNo ?? "–"],
    [all.parcel.price, money(contract.price_wan)],
    [words.supplied, contract.supplyDate ?? "–"],
    [words.agreedStart, contract.agreedStart ?? "–"],
    [words.started, progress.started ?? "–"],
    [words.agreedCompletion, contract.agreedCompletion ?? "–"],
    [words.completed, progress.completed ?? "–"],
    [words.agreedInvestment, money(contract.agreedInvestment_wan)],
    [words.invested, money(progress.invested_wan)],
    [words.floor, <Figure key="floor" amount={floor === null ? null : amounts.squareMetres(floor)} />],
    [words.occupiers, of.occupiers.map(({ name }) => name).join(" · ") || "–"],
  ];
  return (
    <div className="paper-pair">
      <section>
        <h2>{words.parcel}</h2>
        <dl className="paper-facts two">
          {facts.map(([label, value]) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      </section>
      <section>
        <h2>{words.map}</h2>
        <Outline codes={[of.code]} />
      </section>
    </div>
  );
}
