import { lazy, Suspense } from "react";
import type { z } from "zod";
import type { Industry } from "../../domain/api/layout.ts";
import type { DistrictSheet } from "../../domain/api/sheets.ts";
import type { Source } from "../../domain/api/source.ts";
import { toMu } from "../../domain/area.ts";
import { useAmounts, useText, useWords } from "../language/use-language.ts";
import { ParkList } from "../layout/panel.tsx";
import { Citation } from "../sources/citation.tsx";
import { useView } from "../state/store.ts";
import { Facts, Figure, Section } from "../ui/figure.tsx";
import { Spark } from "../ui/spark.tsx";
import { FirmCount } from "./firm-count.tsx";
import { visit } from "./visit.ts";

const DistrictPlan = lazy(() => import("../plan/sheet/district-plan.tsx"));
const DistrictShares = lazy(() => import("../share/sheet/district-shares.tsx"));
const DistrictRating = lazy(() => import("../yield/sheet/district-rating.tsx"));

/** A district: what it is for, what it makes, how far it is, and where each of that is written. */
export function DistrictContents({ sheet }: { sheet: DistrictSheet }) {
  const words = useWords();
  const { theme } = useView();
  const { profile } = sheet;
  if (!profile) return <p className="quiet">{words.layout.notInSeven}</p>;
  const shares = (
    <Suspense>
      <DistrictShares code={sheet.code} />
    </Suspense>
  );
  return (
    <>
      <Positioning profile={profile} />
      {theme === "share" && shares}
      <Target sheet={sheet} target={profile.revenueTarget2030} />
      <Suspense>
        <DistrictRating sheet={sheet} />
      </Suspense>
      {theme !== "share" && shares}
      <Suspense>
        <DistrictPlan code={sheet.code} />
      </Suspense>
      <YearFigures sheet={sheet} />
      <Industries title={words.district.leading} of={profile.leading} strong />
      <Industries title={words.district.feature} of={profile.feature} />
      <Industries title={words.district.future} of={profile.future} />
      <CoreParks sheet={sheet} profile={profile} />
      <OtherParks sheet={sheet} profile={profile} />
      <Notes profile={profile} />
      <p className="fine quiet">
        {words.district.outline} <span lang="zh-CN">{sheet.outlineSource}</span>
      </p>
    </>
  );
}

type Profile = NonNullable<DistrictSheet["profile"]>;

function Positioning({ profile }: { profile: Profile }) {
  const text = useText();
  return (
    <div className="lead">
      <p>
        {text(profile.positioning.value)}
        <Citation source={profile.positioning.source} />
      </p>
      <p className="belt">
        {text(profile.belt.value)}
        <Citation source={profile.belt.source} />
      </p>
    </div>
  );
}

const TARGET_YEAR = 2030;

function Target({ sheet, target }: { sheet: DistrictSheet; target: Profile["revenueTarget2030"] }) {
  const words = useWords();
  const amounts = useAmounts();
  const latest = sheet.years.at(-1);
  const now = latest?.revenue_wan;
  const reached = now ? now / 1e4 / target.value : 0;
  const yearly = reached && latest ? (1 / reached) ** (1 / (TARGET_YEAR - latest.year)) - 1 : 0;
  return (
    <div className="tip">
      <p>
        {words.district.target}{" "}
        <b>
          <Figure amount={amounts.yi(target.value)} />
        </b>
        <Citation source={target.source} />
      </p>
      {reached > 0 && (
        <>
          <div className="meter" aria-hidden="true">
            <i style={{ width: `${Math.min(100, reached * 100)}%` }} />
          </div>
          <p className="quiet">
            {words.district.progress(amounts.percent(reached, 0), amounts.percent(yearly))}
          </p>
        </>
      )}
    </div>
  );
}

function YearFigures({ sheet }: { sheet: DistrictSheet }) {
  const words = useWords();
  const amounts = useAmounts();
  const latest = sheet.years.at(-1);
  const money = (wan: number | null | undefined) => (
    <Figure amount={wan == null ? null : amounts.money(wan)} />
  );
  return (
    <Section
      title={latest ? words.enterprise.figures(latest.year) : words.district.figures}
      aside={sheet.synthetic ? words.sheet.syntheticShort : undefined}
    >
      <Facts
        items={[
          [words.district.revenue, money(latest?.revenue_wan)],
          [words.district.valueAdded, money(latest?.valueAdded_wan)],
          [
            words.district.industrialLand,
            <Figure key="land" amount={sheet.parcels ? amounts.land(sheet.industrialArea_m2) : null} />,
          ],
          [
            words.district.perMu,
            <Figure
              key="yield"
              amount={
                latest?.revenue_wan ? amounts.perMu(latest.revenue_wan / toMu(sheet.industrialArea_m2)) : null
              }
            />,
          ],
          [
            words.district.scattered,
            sheet.industrialArea_m2 ? amounts.percent(sheet.scatteredArea_m2 / sheet.industrialArea_m2) : "–",
          ],
          [words.district.parcels, sheet.parcels ? amounts.count(sheet.parcels) : "–"],
          [
            words.district.enterprises,
            <FirmCount key="firms" all={sheet.enterprises} aboveScale={sheet.enterprisesAboveScale} />,
          ],
          [words.district.investment, money(latest?.investment_wan)],
        ]}
      />
      <Spark
        label={words.district.trend}
        points={sheet.years.map(({ year, revenue_wan }) => ({
          year,
          value: revenue_wan,
          text: revenue_wan === null ? words.sheet.notGiven : amounts.money(revenue_wan).figure,
        }))}
      />
    </Section>
  );
}

function Industries({
  title,
  of,
  strong = false,
}: {
  title: string;
  of: { value: z.infer<typeof Industry>[]; source: Source };
  strong?: boolean;
}) {
  const text = useText();
  if (!of.value.length) return null;
  return (
    <Section title={title} aside={<Citation source={of.source} />}>
      <ul className={strong ? "industries strong" : "industries"}>
        {of.value.map(({ name, focus }) => (
          <li key={name.zh}>
            <b>{text(name)}</b>
            {focus.length > 0 && <span className="quiet">{focus.map(text).join(" · ")}</span>}
          </li>
        ))}
      </ul>
    </Section>
  );
}

/** The places a document names as the district's core: a link where the place has a sheet. */
function CoreParks({ sheet, profile }: { sheet: DistrictSheet; profile: Profile }) {
  const words = useWords();
  const text = useText();
  const parkOf = (name: string) => sheet.parks.find((park) => park.name.zh === name);
  return (
    <Section title={words.district.coreParks}>
      <ul className="plain">
        {profile.coreParks.map(({ name, level, source }) => {
          const park = parkOf(name.zh);
          return (
            <li key={name.zh}>
              {park ? (
                <button
                  type="button"
                  className="link"
                  onClick={() => visit({ kind: "park", code: park.code })}
                >
                  {text(name)}
                </button>
              ) : (
                text(name)
              )}{" "}
              <span className="quiet">{text(level)}</span>
              <Citation source={source} />
            </li>
          );
        })}
      </ul>
    </Section>
  );
}

/** Its other parks: what stands among the core already is not listed twice. */
function OtherParks({ sheet, profile }: { sheet: DistrictSheet; profile: Profile }) {
  const words = useWords();
  const core = new Set(profile.coreParks.map(({ name }) => name.zh));
  const parks = sheet.parks.filter(({ name }) => !core.has(name.zh));
  if (!parks.length) return null;
  return (
    <Section title={words.district.parks}>
      <ParkList parks={parks} />
    </Section>
  );
}

function Notes({ profile }: { profile: Profile }) {
  const words = useWords();
  const text = useText();
  if (!profile.notes.length) return null;
  return (
    <Section title={words.district.notes}>
      <ul className="plain quiet">
        {profile.notes.map(({ value, source }) => (
          <li key={value.zh}>
            {text(value)}
            <Citation source={source} />
          </li>
        ))}
      </ul>
    </Section>
  );
}
