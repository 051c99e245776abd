import { useTaking } from "../../state/store.ts";
import { Section } from "../../ui/figure.tsx";
import { FORMATS } from "../formats.ts";
import { DEGREES, isInDegrees, systemKey } from "../systems.ts";
import { usePanelWords } from "../words/panel.ts";
import { changeWork, type Work } from "../work.ts";

/** In which coordinates, and in which order these stand. */
export function SystemChoice({ systems, work }: { systems: readonly string[]; work: Work }) {
  const words = usePanelWords();
  const { format, layer } = useTaking();
  const degreesOnly = FORMATS[format].degreesOnly ?? false;
  const shown = degreesOnly ? DEGREES : work.crs;
  const names: Readonly<Record<string, string>> = words.systems;
  return (
    <Section title={words.system}>
      <select
        className="more-select"
        aria-label={words.system}
        value={shown}
        disabled={degreesOnly || !work.geometry}
        onChange={({ target }) => changeWork(layer, { crs: target.value })}
      >
        {systems.map((uri) => (
          <option key={uri} value={uri}>
            {names[systemKey(uri)] ?? uri}
          </option>
        ))}
      </select>
      <p className="fine quiet taking-note">
        {degreesOnly && `${words.degreesOnly} `}
        {isInDegrees(shown) ? words.axes.degrees : words.axes.metres}
      </p>
    </Section>
  );
}
