import { shareNamed } from "../../domain/shares/definitions.ts";
import { useShare } from "../state/store.ts";
import { Section } from "../ui/figure.tsx";
import { classesOf, type ShareClass } from "./classes.ts";
import { CHANGES, PAINT_OF } from "./scenario/painting.ts";
import { usePanelWords } from "./words/panel.ts";
import { useScenarioWords } from "./words/scenario.ts";

/** What the colours of districts mean. */
export function Legend() {
  const words = usePanelWords();
  const { share, drawer } = useShare();
  const told = ({ from, to }: ShareClass) =>
    from === -Infinity
      ? words.below(`${to}%`)
      : to === Infinity
        ? words.above(`${from}%`)
        : words.between(`${from}%`, `${to}%`);
  return (
    <Section title={words.legend} aside={words.legendOf(shareNamed(share).sign)}>
      <ul className="legend two">
        {classesOf(share).map((one) => (
          <li key={one.paint}>
            <i className="swatch" style={{ background: `var(--${one.paint})` }} />
            {told(one)}
          </li>
        ))}
      </ul>
      <p className="fine quiet hint">{words.unreported}</p>
      {drawer === "scenario" && <ChangeLegend />}
    </Section>
  );
}

/** While a scenario is made: what was done to the parcels that stand out. */
function ChangeLegend() {
  const { told } = useScenarioWords();
  return (
    <ul className="legend two">
      {CHANGES.map((change) => (
        <li key={change}>
          <i className="swatch" style={{ background: `var(--${PAINT_OF[change]})` }} />
          {told.letters[change]} · {told[change]}
        </li>
      ))}
    </ul>
  );
}
