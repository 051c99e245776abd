import { lazy, Suspense } from "react";
import type { ParcelSheet } from "../../domain/api/sheets.ts";
import { toMu } from "../../domain/area.ts";
import { SCATTERED_BELOW } from "../../domain/scattered.ts";
import { industryName } from "../language/industries.ts";
import { useAmounts, useWords } from "../language/use-language.ts";
import { landUseName } from "../map/land-use.ts";
import { useView } from "../state/store.ts";
import { Facts, Figure, Section } from "../ui/figure.tsx";
import { SelectRow } from "./rows.tsx";
import { Timeline } from "./timeline.tsx";

const ParcelRating = lazy(() => import("../yield/sheet/parcel-rating.tsx"));
const ParcelSlack = lazy(() => import("../slack/sheet/parcel-slack.tsx"));
const SlackLine = lazy(() => import("../slack/sheet/line.tsx"));

/** A parcel: what it is by law, what was agreed, and what became of it. */
export function ParcelContents({ sheet }: { sheet: ParcelSheet }) {
  const words = useWords();
  const amounts = useAmounts();
  const { language, theme } = useView();
  const slack = theme === "slack";
  return (
    <>
      {slack && (
        <Suspense>
          <ParcelSlack sheet={sheet} />
        </Suspense>
      )}
      <div className="tags">
        <span className="tag">
          {landUseName(words, sheet.landUseCode)} · {sheet.landUseCode}
        </span>
        {sheet.newIndustry && <span className="tag">{words.parcel.m0}</span>}
        {sheet.controlLine !== "none" && <span className="tag">{words.parcel.lines[sheet.controlLine]}</span>}
        <span className="tag">
          {sheet.parkShare < SCATTERED_BELOW
            ? words.parcel.scattered
            : words.parcel.partly(amounts.percent(sheet.parkShare, 0))}
        </span>
      </div>
      <Facts
        items={[
          [words.parcel.areas[sheet.areaBasis], <Figure key="area" amount={amounts.land(sheet.area_m2)} />],
          [words.parcel.net, <Figure key="net" amount={amounts.land(sheet.netArea_m2)} />],
          [words.parcel.measured, <Figure key="measured" amount={amounts.land(sheet.measuredArea_m2)} />],
          [words.parcel.industry, sheet.industryCode ? industryName(sheet.industryCode, language) : "–"],
        ]}
      />
      <Suspense>
        {!slack && <SlackLine code={sheet.code} />}
        <ParcelRating sheet={sheet} />
      </Suspense>
      {sheet.holder && <p className="fine quiet">{words.parcel.holder(sheet.holder)}</p>}
      <Promises sheet={sheet} />
      {!slack && <Timeline sheet={sheet} />}
      <Contract sheet={sheet} />
      <Occupiers sheet={sheet} />
    </>
  );
}

/** Something agreed, and what there is. */
type Promise = {
  name: string;
  actual: number | null;
  agreed: number | null;
  show: (value: number) => string;
  unit?: string;
};

/** What was agreed beside what there is, as bars on the agreed value. */
function Promises({ sheet }: { sheet: ParcelSheet }) {
  const words = useWords();
  const amounts = useAmounts();
  const { contract, progress } = sheet;
  const share = (part: number | null, whole: number | null) => (part !== null && whole ? part / whole : null);
  const far = share(progress.floorArea_m2, sheet.area_m2);
  const perMu = (wan: number | null) => (wan === null ? null : wan / toMu(sheet.area_m2));
  const rows: Promise[] = [
    { name: words.parcel.far, actual: far, agreed: contract.agreedFar, show: (v) => amounts.number(v, 2) },
    {
      name: words.parcel.investment,
      actual: perMu(progress.invested_wan),
      agreed: perMu(contract.agreedInvestment_wan),
      show: (v) => amounts.perMu(v).figure,
      unit: amounts.perMu(perMu(sheet.progress.invested_wan) ?? 0).unit,
    },
    {
      name: words.parcel.developed,
      actual: share(progress.developedArea_m2, progress.requiredArea_m2),
      agreed: progress.requiredArea_m2 === null ? null : 1,
      show: (v) => amounts.percent(v, 0),
    },
    {
      name: words.parcel.coefficient,
      actual: share(progress.baseArea_m2, sheet.area_m2),
      agreed: null,
      show: (v) => amounts.percent(v, 0),
    },
  ];
  const known = rows.filter(({ actual, agreed }) => actual !== null || agreed !== null);
  if (!known.length) return null;
  return (
    <Section title={words.parcel.kept} aside={words.parcel.actualAgreed}>
      <ul className="promises">
        {known.map(({ name, actual, agreed, show, unit }) => (
          <li key={name}>
            <span>{name}</span>
            <Kept actual={actual} agreed={agreed} />
            <span className="value">
              {actual === null ? words.sheet.notGiven : show(actual)}
              {agreed !== null && <span className="quiet"> / {show(agreed)}</span>}
              {unit && <small className="unit"> {unit}</small>}
            </span>
          </li>
        ))}
      </ul>
    </Section>
  );
}

/** How much more than agreed a bar can show. */
const BAR_REACHES = 1.25;

/** A bar up to what there is, with a mark where it was to be; no bar where nothing was agreed. */
function Kept({ actual, agreed }: { actual: number | null; agreed: number | null }) {
  if (actual === null || !agreed) return <span />;
  const share = Math.min(actual / agreed, BAR_REACHES) / BAR_REACHES;
  return (
    <span className="meter kept" aria-hidden="true">
      <i style={{ width: `${share * 100}%` }} />
      <u style={{ left: `${100 / BAR_REACHES}%` }} />
    </span>
  );
}

function Contract({ sheet }: { sheet: ParcelSheet }) {
  const words = useWords();
  const amounts = useAmounts();
  const { contract } = sheet;
  if (!contract.supplyMode) return null;
  return (
    <Section title={words.parcel.contract} aside={contract.contractNo ?? undefined}>
      <Facts
        items={[
          [words.parcel.mode, words.parcel.modes[contract.supplyMode]],
          [words.parcel.term, contract.termYears === null ? "–" : words.parcel.years(contract.termYears)],
          [
            words.parcel.price,
            <Figure
              key="price"
              amount={contract.price_wan === null ? null : amounts.money(contract.price_wan)}
            />,
          ],
          [
            words.parcel.agreedTax,
            <Figure
              key="tax"
              amount={
                contract.agreedTaxPerMu_wan === null ? null : amounts.perMu(contract.agreedTaxPerMu_wan)
              }
              otherwise={words.parcel.notAgreed}
            />,
          ],
        ]}
      />
    </Section>
  );
}

function Occupiers({ sheet }: { sheet: ParcelSheet }) {
  const words = useWords();
  const amounts = useAmounts();
  return (
    <Section
      title={words.parcel.occupiers}
      aside={sheet.occupiers.length ? String(sheet.occupiers.length) : undefined}
    >
      {sheet.occupiers.length === 0 && <p className="quiet">{words.parcel.vacant}</p>}
      <ul className="rows">
        {sheet.occupiers.map(({ creditCode, name, tenure, floorArea_m2, from, to, expired }) => (
          <SelectRow
            key={`${creditCode}-${tenure}-${from}`}
            to={{ kind: "enterprise", code: creditCode }}
            main={name}
            aside={words.parcel.tenure[tenure]}
            detail={[
              floorArea_m2 === null
                ? null
                : `${words.enterprise.floor} ${amounts.count(floorArea_m2)} ${words.units.m2}`,
              to ? `${from} – ${to}${expired ? ` · ${words.parcel.expired}` : ""}` : from,
            ]
              .filter(Boolean)
              .join(" · ")}
          />
        ))}
      </ul>
    </Section>
  );
}
