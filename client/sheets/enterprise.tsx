import { lazy, Suspense } from "react";
import type { EnterpriseSheet } from "../../domain/api/sheets.ts";
import type { Amount } from "../language/amounts.ts";
import { industryName } from "../language/industries.ts";
import { termIn } from "../language/terms.ts";
import { useAmounts, useWords } from "../language/use-language.ts";
import { useView } from "../state/store.ts";
import { Copy } from "../ui/copy.tsx";
import { Facts, Figure, Section } from "../ui/figure.tsx";
import { Spark } from "../ui/spark.tsx";
import { SelectRow } from "./rows.tsx";

const EnterpriseRating = lazy(() => import("../yield/sheet/enterprise-rating.tsx"));

/** A firm: its figures of the latest year, what is missing among them, and the land it uses. */
export function EnterpriseContents({ sheet }: { sheet: EnterpriseSheet }) {
  const words = useWords();
  const { language } = useView();
  return (
    <>
      <p className="code-line">
        <code>{sheet.creditCode}</code> <Copy text={sheet.creditCode} label={words.sheet.copyCode} />
      </p>
      <div className="tags">
        <span className="tag">{industryName(sheet.industryCode, language)}</span>
        {sheet.chain && <span className="tag">{termIn(sheet.chain, language)}</span>}
        {sheet.titles.map((title) => (
          <span key={title} className="tag accent">
            {termIn(title, language)}
          </span>
        ))}
      </div>
      <Suspense>
        <EnterpriseRating sheet={sheet} />
      </Suspense>
      <LatestFigures sheet={sheet} />
      <FactsOfNote sheet={sheet} />
      <Parcels sheet={sheet} />
      <p className="fine quiet">
        {[
          sheet.founded && `${words.enterprise.founded} ${sheet.founded}`,
          sheet.aboveScaleSince && words.enterprise.since(sheet.aboveScaleSince),
        ]
          .filter(Boolean)
          .join(" · ")}
      </p>
    </>
  );
}

function LatestFigures({ sheet }: { sheet: EnterpriseSheet }) {
  const words = useWords();
  const amounts = useAmounts();
  const latest = sheet.years.at(-1);
  if (!latest) return null;
  const show = (value: number | null, as: (value: number) => Amount) => (
    <Figure amount={value === null ? null : as(value)} />
  );
  const counted = (unit: string) => (value: number) => ({ figure: amounts.count(value), unit });
  return (
    <Section
      title={words.enterprise.figures(latest.year)}
      aside={sheet.synthetic ? words.sheet.syntheticShort : undefined}
    >
      <Facts
        items={[
          [words.enterprise.revenue, show(latest.revenue_wan, amounts.money)],
          [words.enterprise.tax, show(latest.tax_wan, amounts.money)],
          [words.enterprise.valueAdded, show(latest.valueAdded_wan, amounts.money)],
          [words.enterprise.staff, show(latest.staff, counted(words.units.people))],
          [words.enterprise.rd, show(latest.rd_wan, amounts.money)],
          [words.enterprise.energy, show(latest.energy_tce, counted(words.units.tce))],
          [words.enterprise.investment, show(latest.investment_wan, amounts.money)],
          [words.enterprise.emissions, show(latest.emissions_t, counted(words.units.tonne))],
        ]}
      />
      <Spark
        label={words.enterprise.trend}
        points={sheet.years.map(({ year, revenue_wan }) => ({
          year,
          value: revenue_wan,
          text: revenue_wan === null ? words.sheet.notGiven : amounts.money(revenue_wan).figure,
        }))}
      />
    </Section>
  );
}

/** Vetoes, exemptions and protections, newest year first. */
function FactsOfNote({ sheet }: { sheet: EnterpriseSheet }) {
  const words = useWords();
  const noted = [...sheet.years].reverse().flatMap(({ year, vetoes, exemptions, protections }) =>
    [
      ...vetoes.map((fact) => ({ kind: "veto", name: words.enterprise.vetoes[fact] ?? fact })),
      ...exemptions.map((fact) => ({ kind: "exemption", name: words.enterprise.exemptions[fact] ?? fact })),
      ...protections.map((fact) => ({
        kind: "protection",
        name: words.enterprise.protections[fact] ?? fact,
      })),
    ].map((fact) => ({ year, ...fact })),
  );
  if (!noted.length) return null;
  return (
    <Section title={words.enterprise.facts}>
      <ul className="plain">
        {noted.map(({ year, kind, name }) => (
          <li key={`${year} ${name}`} className={kind}>
            <span className="quiet">{year}</span> {name}
          </li>
        ))}
      </ul>
    </Section>
  );
}

function Parcels({ sheet }: { sheet: EnterpriseSheet }) {
  const words = useWords();
  const amounts = useAmounts();
  return (
    <Section
      title={words.enterprise.parcels}
      aside={sheet.parcels.length ? String(sheet.parcels.length) : undefined}
    >
      {sheet.parcels.length === 0 && <p className="quiet">{words.enterprise.noParcel}</p>}
      <ul className="rows">
        {sheet.parcels.map(({ code, tenure, area_m2, floorArea_m2, from, to, counterparty }) => {
          const { figure, unit } = amounts.land(area_m2);
          return (
            <SelectRow
              key={`${code}-${tenure}-${from}-${counterparty?.creditCode}`}
              to={{ kind: "parcel", code }}
              main={<span className="code">{code}</span>}
              aside={words.parcel.tenure[tenure]}
              detail={[
                `${figure} ${unit}`,
                floorArea_m2 === null
                  ? null
                  : `${words.enterprise.floor} ${amounts.count(floorArea_m2)} ${words.units.m2}`,
                to ? `${from} – ${to}` : from,
                counterparty && words.enterprise.with(counterparty.name),
              ]
                .filter(Boolean)
                .join(" · ")}
            />
          );
        })}
      </ul>
    </Section>
  );
}
