import type { Layout, SpecialType } from "../../domain/api/layout.ts";
import { useWords } from "../language/use-language.ts";
import { ColourLegend } from "../layout/colour-legend.tsx";
import { ParkList } from "../layout/panel.tsx";
import { TYPE_SHAPES } from "../map/labels.ts";
import { usePlan, useView } from "../state/store.ts";
import { Section } from "../ui/figure.tsx";
import { usePanelWords } from "./words/panel.ts";

const TYPES = Object.keys(TYPE_SHAPES) as SpecialType[];

/** What the map shows under clusters and links: belts as tints, special parks by type. */
export function LayoutLegend({ layout }: { layout: Layout }) {
  const words = usePanelWords();
  const all = useWords();
  const { colour } = useView();
  const { cluster } = usePlan();
  return (
    <>
      {cluster === null && (
        <Section title={colour === "belt" ? words.belts : all.layout.colours[colour]}>
          <ColourLegend layout={layout} />
        </Section>
      )}
      <Section title={words.special} aside={words.specialAside}>
        {TYPES.map((type) => {
          const parks = layout.parks.filter(({ specialType }) => specialType === type);
          return (
            <details key={type} className="park-type">
              <summary className={`type-${type}`}>
                <i aria-hidden="true">{TYPE_SHAPES[type]}</i> {all.special[type]}{" "}
                <span className="quiet">{parks.length}</span>
              </summary>
              <ParkList parks={parks} />
            </details>
          );
        })}
      </Section>
    </>
  );
}
