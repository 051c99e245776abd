import type { SpecialType } from "../../domain/api/layout.ts";
import type { MapLayer, MapSetup } from "../../domain/api/map.ts";
import { LAND_USES } from "../../domain/land-use.ts";
import { useText, useWords } from "../language/use-language.ts";
import { TYPE_SHAPES } from "../map/labels.ts";
import { LAND_USE_TOKENS } from "../map/land-use.ts";
import { otherColour } from "../map/layers/other.ts";
import { otherLayers } from "../map/subjects.ts";
import { useLayerWords } from "./words/layers.ts";

export function ParkLegend({ drawn }: { drawn: number }) {
  const words = useWords();
  const told = useLayerWords();
  return (
    <ul className="legend">
      {(Object.keys(TYPE_SHAPES) as SpecialType[]).map((type) => (
        <li key={type} className={`type-${type}`}>
          <i className="shape" aria-hidden="true">
            {TYPE_SHAPES[type]}
          </i>
          <span className="legend-text">{words.special[type]}</span>
        </li>
      ))}
      <li>
        <i className="dashed" />
        {words.layout.zones} · {told.schematic}
      </li>
      <li className="quiet">{told.drawn(drawn)}</li>
    </ul>
  );
}

/** Where a theme paints, districts and parks are outlines, and its panel says what the colours mean. */
export function QuietLegend({
  layer,
  theme,
  drawn,
}: {
  layer: MapLayer;
  theme: "yield" | "slack" | "share";
  drawn: number;
}) {
  const told = useLayerWords();
  if (layer.id === "districts") return null;
  if (layer.id !== "parks") {
    const summed = layer.id === "parcels" && theme === "yield" ? told.summed : "";
    return (
      <p className="fine quiet hint">
        {told.painted[theme]} {summed}
      </p>
    );
  }
  return (
    <ul className="legend">
      <li>
        <i className="dashed" />
        {told.schematic} · {told.drawn(drawn)}
      </li>
    </ul>
  );
}

export function LandUseLegend() {
  const words = useWords();
  const told = useLayerWords();
  return (
    <>
      <ul className="legend two">
        {LAND_USES.map((use) => (
          <li key={use}>
            <i className="swatch" style={{ background: `var(--${LAND_USE_TOKENS[use]})` }} />
            {words.uses[use]}
          </li>
        ))}
      </ul>
      <p className="fine quiet hint">{told.summed}</p>
    </>
  );
}

export function EnterpriseLegend() {
  const words = useWords();
  return (
    <ul className="legend two">
      <li>
        <i className="dot large" />
        {words.firms.aboveScale}
      </li>
      <li>
        <i className="dot" />
        {words.firms.small}
      </li>
    </ul>
  );
}

/** Workshops have the colour that their list has; their size tells what is left. */
export function WorkshopLegend() {
  const told = useLayerWords();
  return (
    <ul className="legend">
      <li>
        <i className="dot large" style={{ background: "var(--workshop)" }} />
        {told.workshops}
      </li>
    </ul>
  );
}

/** The colour of a layer that nobody has designed a legend for. */
export function PlainLegend({ setup, layer }: { setup: MapSetup; layer: MapLayer }) {
  const text = useText();
  const colour = otherColour(otherLayers(setup).indexOf(layer));
  return (
    <ul className="legend">
      <li>
        <i className="swatch" style={{ background: `var(--${colour})` }} />
        {text(layer.title)}
      </li>
    </ul>
  );
}
