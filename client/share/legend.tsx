import { useShare } from "../state/store.ts";
import { Section } from "../ui/figure.tsx";
import { classesOf, percentsIn, type ShareClass } from "./classes.ts";
import { CHANGES, PAINT_OF } from "./scenario/painting.ts";
import { useSeries, useYear } from "./use-shares.ts";
import { usePanelWords } from "./words/panel.ts";
import { useScenarioWords } from "./words/scenario.ts";

const told = ({ from, to }: ShareClass): string =>
  from === -Infinity ? `< ${to}%` : to === Infinity ? `≥ ${from}%` : `${from}–${to}%`;

/** What the colours of districts mean, in a row below the share that they tell. */
export function Classes() {
  const words = usePanelWords();
  const { share } = useShare();
  return (
    <div className="share-classes">
      <ul aria-label={words.legend}>
        {classesOf(share).map((one) => (
          <li key={one.paint}>
            <i style={{ background: `var(--${one.paint})` }} />
            {told(one)}
          </li>
        ))}
      </ul>
      <Unreported />
    </div>
  );
}

function Unreported() {
  const words = usePanelWords();
  const { share } = useShare();
  const series = useSeries();
  const year = useYear();
  if (series.state !== "ready" || year === null) return null;
  const { districts } = series.value;
  if (percentsIn(series.value, share, year).size === districts.length) return null;
  return <p className="fine quiet">{words.unreported}</p>;
}

/** While a scenario is made: what was done to the parcels that stand out. */
export function Changes() {
  const { told: names, legend } = useScenarioWords();
  return (
    <Section title={legend}>
      <ul className="legend two">
        {CHANGES.map((change) => (
          <li key={change}>
            <i className="swatch" style={{ background: `var(--${PAINT_OF[change]})` }} />
            {names.letters[change]} · {names[change]}
          </li>
        ))}
      </ul>
    </Section>
  );
}
