import type { ReactNode } from "react";
import { industryName } from "../../language/industries.ts";
import { useAmounts, useText, useWords } from "../../language/use-language.ts";
import { useView } from "../../state/store.ts";
import { Figure } from "../../ui/figure.tsx";
import { quantityIn } from "../sheet/quantity.ts";
import { Place, useRankName } from "../sheet/standing.tsx";
import { useSheetWords } from "../words/sheet.ts";
import type { PaperProps } from "./paper.tsx";

/** Who the firm is, and what it reported for the year. */
export function FirmData({ of, firm, year }: PaperProps) {
  const words = useSheetWords();
  const amounts = useAmounts();
  const text = useText();
  const rankName = useRankName();
  const { units } = useWords();
  const { language } = useView();
  const names = words.print.firm;
  const mu = of.land_mu === null ? null : { figure: amounts.number(of.land_mu, 1), unit: units.mu };
  const facts: [string, ReactNode][] = [
    [names.name, of.name],
    [
      names.code,
      <span key="code" className="code">
        {of.credit_code}
      </span>,
    ],
    [names.size, names.sizes[of.size]],
    [names.district, text(firm.district.name)],
    [names.park, firm.park ? text(firm.park.name) : names.outside],
    [names.industry, industryName(of.industry_code, language)],
    [words.facts.land, <Figure key="land" amount={mu} otherwise={words.land.unknown} />],
    [rankName(of.pool), of.places.pool ? <Place key="rank" {...of.places.pool} /> : "–"],
    [words.facts.previous, of.previous ?? words.noPrevious],
  ];
  return (
    <>
      <dl className="paper-facts three">
        {facts.map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <Reported of={of} year={year} />
    </>
  );
}

/** As it was when the run was made. */
function Reported({ of, year }: Pick<PaperProps, "of" | "year">) {
  const words = useSheetWords();
  const quantity = quantityIn(useView().language);
  const reported = of.figures;
  const figures: [string, number | null, string][] = [
    ["revenue", reported.revenue, "万元"],
    ["tax", reported.tax, "万元"],
    ["valueAdded", reported.valueAdded, "万元"],
    ["staff", reported.staff, "人"],
    ["energy", reported.energy, "tce"],
    ["rd", reported.rd, "万元"],
    ["investment", reported.investment, "万元"],
    ["emissions", reported.emissions, "t"],
  ];
  return (
    <section>
      <h2>{words.print.reported(year)}</h2>
      <dl className="paper-facts four">
        {figures.map(([figure, value, unit]) => (
          <div key={figure}>
            <dt>{words.figures[figure]}</dt>
            <dd>
              <Figure amount={value === null ? null : quantity(value, unit)} />
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
