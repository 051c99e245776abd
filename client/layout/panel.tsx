import type { Layout, ParkSummary, SpecialType } from "../../domain/api/layout.ts";
import { useAmounts, useText, useWords } from "../language/use-language.ts";
import { TYPE_SHAPES } from "../map/labels.ts";
import { visit } from "../sheets/visit.ts";
import { Citation } from "../sources/citation.tsx";
import type { Answer } from "../state/answers.ts";
import { go, useView } from "../state/store.ts";
import { DISTRICT_COLOURS } from "../state/view.ts";
import { Loaded } from "../ui/answer.tsx";
import { Figure, Section } from "../ui/figure.tsx";
import { Segmented } from "../ui/segmented.tsx";
import { ColourLegend } from "./colour-legend.tsx";
import { RevenueBars } from "./revenue-bars.tsx";
import "./layout.css";

/** 产业布局: which industries and parks stand where, and what the plan wants there by 2030. */
export function LayoutPanel({ layout }: { layout: Answer<Layout> }) {
  const words = useWords();
  return (
    <>
      <div className="panel-title">
        <h1>{words.layout.title}</h1>
        <p className="quiet">{words.layout.sub}</p>
      </div>
      <Loaded answer={layout}>{(value) => <Contents layout={value} />}</Loaded>
    </>
  );
}

function Contents({ layout }: { layout: Layout }) {
  const words = useWords();
  const { colour } = useView();
  const of = (test: (park: ParkSummary) => boolean) => layout.parks.filter(test);
  return (
    <>
      <Headline layout={layout} />
      <Section title={words.layout.colour}>
        <Segmented
          label={words.layout.colour}
          choices={DISTRICT_COLOURS.map((value) => [value, words.layout.colours[value]] as const)}
          value={colour}
          choose={(value) => go({ colour: value })}
        />
        <ColourLegend layout={layout} />
      </Section>
      <Section title={words.layout.districts} aside={words.layout.districtsUnit}>
        <RevenueBars districts={layout.districts.filter(({ emerging }) => emerging)} />
      </Section>
      <Section title={words.layout.special} aside={words.layout.specialSub}>
        {(Object.keys(TYPE_SHAPES) as SpecialType[]).map((type) => (
          <div key={type} className="park-group">
            <h3 className={`type-${type}`}>
              <i aria-hidden="true">{TYPE_SHAPES[type]}</i> {words.special[type]}
            </h3>
            <ParkList parks={of(({ specialType }) => specialType === type)} />
          </div>
        ))}
      </Section>
      <Section
        title={words.layout.zones}
        aside={words.layout.zoneCount(of(({ level }) => level === "development_zone").length)}
      >
        <ParkList parks={of(({ level }) => level === "development_zone")} />
      </Section>
      <Section
        title={words.layout.places}
        aside={words.layout.zoneCount(of(({ level }) => level === "named_place").length)}
      >
        <ParkList parks={of(({ level }) => level === "named_place")} />
      </Section>
    </>
  );
}

function Headline({ layout }: { layout: Layout }) {
  const words = useWords();
  const amounts = useAmounts();
  const { language } = useView();
  const figure = (id: string) => layout.figures.find((f) => f.id === id);
  const [land, share, revenue] = ["industrial_land_km2", "industrial_land_share", "revenue_2025"].map(figure);
  const target = layout.districts.reduce((sum, { revenueTarget2030 = 0 }) => sum + revenueTarget2030, 0);
  return (
    <dl className="headline">
      {land && (
        <div>
          <dt>{words.layout.total}</dt>
          <dd>
            <Figure amount={{ figure: land.value, unit: words.units.km2 }} />
            <Citation source={land.source} />
          </dd>
          {share && (
            <dd className="quiet">
              {language === "zh"
                ? `${words.layout.share} ${share.value}%`
                : `${share.value}% ${words.layout.share}`}
            </dd>
          )}
        </div>
      )}
      {revenue && (
        <div>
          <dt>{words.layout.revenue}</dt>
          <dd>
            <Figure amount={amounts.yi(Number(revenue.value))} />
            <Citation source={revenue.source} />
          </dd>
          <dd className="quiet">
            {words.layout.target} <Figure amount={amounts.yi(target)} />
          </dd>
        </div>
      )}
    </dl>
  );
}

/** Parks as a list to choose from; those without a known place stand in dashes, with the reason below. */
export function ParkList({ parks }: { parks: ParkSummary[] }) {
  const words = useWords();
  const text = useText();
  const { selection } = useView();
  const unplaced = parks.filter(({ labelPoint }) => !labelPoint);
  const unstated = unplaced.some(({ districtCode }) => !districtCode);
  return (
    <>
      <ul className="park-list">
        {parks.map(({ code, name, labelPoint }) => (
          <li key={code}>
            <button
              type="button"
              className={labelPoint ? "chip" : "chip unplaced"}
              aria-pressed={selection?.kind === "park" && selection.code === code}
              onClick={() => visit({ kind: "park", code })}
            >
              {text(name)}
            </button>
          </li>
        ))}
      </ul>
      {unplaced.length > 0 && (
        <p className="fine quiet unplaced-note">
          {unstated ? words.layout.unplaced : words.layout.noOutline}
        </p>
      )}
    </>
  );
}
