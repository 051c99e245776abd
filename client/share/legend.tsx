import { shareNamed } from "../../domain/shares/definitions.ts";
import { useShare } from "../state/store.ts";
import { Section } from "../ui/figure.tsx";
import { classesOf, type ShareClass } from "./classes.ts";
import { usePanelWords } from "./words/panel.ts";

/** What the colours of districts mean. */
export function Legend() {
  const words = usePanelWords();
  const { share } = useShare();
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
    </Section>
  );
}
