import type { MapLayer } from "../../../domain/api/map.ts";
import { useAmounts, useText } from "../../language/use-language.ts";
import { goTaking, useTaking } from "../../state/store.ts";
import { Section } from "../../ui/figure.tsx";
import { useCollection } from "../columns.ts";
import { useProvenance } from "../use-taking.ts";
import { usePanelWords } from "../words/panel.ts";

/** Which layer, what it is, and where it comes from. */
export function LayerChoice({ layers }: { layers: readonly MapLayer[] }) {
  const words = usePanelWords();
  const text = useText();
  const amounts = useAmounts();
  const { layer } = useTaking();
  const known = layers.some(({ id }) => id === layer);
  return (
    <Section title={words.layer}>
      <select
        className="more-select"
        aria-label={words.layer}
        value={layer}
        onChange={({ target }) => goTaking({ layer: target.value })}
      >
        {!known && <option value={layer}>{layer}</option>}
        {layers.map(({ id, title, count }) => (
          <option key={id} value={id}>
            {text(title)} · {amounts.count(count)}
          </option>
        ))}
      </select>
      {known && <About layer={layer} />}
    </Section>
  );
}

function About({ layer }: { layer: string }) {
  const words = usePanelWords();
  const text = useText();
  const collection = useCollection(layer);
  const provenance = useProvenance(layer);
  const about = collection.state === "ready" ? collection.value["x-descriptions"] : undefined;
  return (
    <div className="taking-about fine quiet">
      {about && <p>{text(about)}</p>}
      {provenance.state === "ready" && (
        <p>
          {provenance.value.synthetic && <span className="taking-synthetic">{words.synthetic}</span>}
          {words.provenance(provenance.value.licence, String(provenance.value.revision))}
        </p>
      )}
    </div>
  );
}
