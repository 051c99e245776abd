import { lazy, Suspense } from "react";
import type { ParkSheet } from "../../domain/api/sheets.ts";
import { toMu } from "../../domain/area.ts";
import { LAND_USES, landUseOf } from "../../domain/land-use.ts";
import { termIn } from "../language/terms.ts";
import { useAmounts, useText, useWords } from "../language/use-language.ts";
import { TYPE_SHAPES } from "../map/labels.ts";
import { LAND_USE_TOKENS } from "../map/land-use.ts";
import { Citation } from "../sources/citation.tsx";
import { useView } from "../state/store.ts";
import { Facts, Figure, Section } from "../ui/figure.tsx";
import { FirmCount } from "./firm-count.tsx";
import { SelectRow } from "./rows.tsx";

const ParkRating = lazy(() => import("../yield/sheet/park-rating.tsx"));

/** A park: its kind, its land and what that earns; and plainly, how well its outline is known. */
export function ParkContents({ sheet }: { sheet: ParkSheet }) {
  const words = useWords();
  return (
    <>
      <div className="tags">
        {sheet.specialType && (
          <span className={`tag type-${sheet.specialType}`}>
            {TYPE_SHAPES[sheet.specialType]} {words.special[sheet.specialType]}
          </span>
        )}
        {sheet.grade && <span className="tag">{words.layout[sheet.grade]}</span>}
      </div>
      <p className={sheet.outlineBasis === "surveyed" ? "notice plain" : "notice"}>
        {words.park[basisWord(sheet)]}
      </p>
      <Suspense>
        <ParkRating sheet={sheet} />
      </Suspense>
      <ParkFigures sheet={sheet} />
      <Uses sheet={sheet} />
      <Related sheet={sheet} />
      <Section title={words.park.source} aside={<Citation source={sheet.source} />}>
        <p className="fine quiet">
          {words.park.basis[sheet.districtBasis]}
          {sheet.note && (
            <>
              <br />
              <span lang="zh-CN">{sheet.note}</span>
            </>
          )}
        </p>
      </Section>
    </>
  );
}

const basisWord = ({ outlineBasis }: ParkSheet) => outlineBasis ?? "noOutline";

function ParkFigures({ sheet }: { sheet: ParkSheet }) {
  const words = useWords();
  const amounts = useAmounts();
  if (sheet.area_m2 === null) return null;
  const mu = toMu(sheet.industrialArea_m2);
  const money = (wan: number | null) => <Figure amount={wan === null ? null : amounts.money(wan)} />;
  const perMu = (wan: number | null) => (
    <Figure amount={wan === null || mu === 0 ? null : amounts.perMu(wan / mu)} />
  );
  return (
    <Section title={words.district.figures} aside={sheet.synthetic ? words.sheet.syntheticShort : undefined}>
      <Facts
        items={[
          [words.park.land, <Figure key="land" amount={amounts.land(sheet.industrialArea_m2)} />],
          [words.park.area, <Figure key="area" amount={amounts.land(sheet.area_m2)} />],
          [words.park.parcels, amounts.count(sheet.parcels)],
          [
            words.park.enterprises,
            <FirmCount key="firms" all={sheet.enterprises} aboveScale={sheet.enterprisesAboveScale} />,
          ],
          [words.park.revenue, money(sheet.revenue_wan)],
          [words.park.tax, money(sheet.tax_wan)],
          [words.park.perMu, perMu(sheet.revenue_wan)],
          [words.park.taxPerMu, perMu(sheet.tax_wan)],
        ]}
      />
    </Section>
  );
}

function Uses({ sheet }: { sheet: ParkSheet }) {
  const words = useWords();
  const amounts = useAmounts();
  const areas = LAND_USES.map((use) => ({
    use,
    area: sheet.uses
      .filter(({ landUseCode, newIndustry }) => landUseOf(landUseCode, newIndustry) === use)
      .reduce((sum, { area_m2 }) => sum + area_m2, 0),
  })).filter(({ area }) => area > 0);
  const total = areas.reduce((sum, { area }) => sum + area, 0);
  if (!total) return null;
  return (
    <Section title={words.park.uses}>
      <div className="stack" aria-hidden="true">
        {areas.map(({ use, area }) => (
          <i
            key={use}
            style={{ width: `${(area / total) * 100}%`, background: `var(--${LAND_USE_TOKENS[use]})` }}
          />
        ))}
      </div>
      <ul className="legend two">
        {areas.map(({ use, area }) => (
          <li key={use}>
            <i className="swatch" style={{ background: `var(--${LAND_USE_TOKENS[use]})` }} />
            {words.uses[use]} <span className="quiet">{amounts.percent(area / total)}</span>
          </li>
        ))}
      </ul>
    </Section>
  );
}

function Related({ sheet }: { sheet: ParkSheet }) {
  const words = useWords();
  const { language } = useView();
  const text = useText();
  return (
    <>
      {sheet.parent && (
        <Section title={words.park.inside}>
          <ul className="rows">
            <SelectRow to={{ kind: "park", code: sheet.parent.code }} main={text(sheet.parent.name)} />
          </ul>
        </Section>
      )}
      {sheet.children.length > 0 && (
        <Section title={words.park.contains}>
          <ul className="rows">
            {sheet.children.map(({ code, name }) => (
              <SelectRow key={code} to={{ kind: "park", code }} main={text(name)} />
            ))}
          </ul>
        </Section>
      )}
      {sheet.leadingIndustries.length > 0 && (
        <Section title={words.park.industries}>
          <p>{sheet.leadingIndustries.map((name) => termIn(name, language)).join(" · ")}</p>
        </Section>
      )}
    </>
  );
}
