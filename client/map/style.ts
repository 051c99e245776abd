import type { LayerSpecification, SourceSpecification, StyleSpecification } from "maplibre-gl";
import type { Layout } from "../../domain/api/layout.ts";
import type { MapSetup } from "../../domain/api/map.ts";
import { isShown, type View } from "../state/view.ts";
import { drawnLayers, drawnSource } from "./drawing/drawn.ts";
import type { Ground } from "./ground.ts";
import { labelLayers, labelSources } from "./labels.ts";
import { districtLayers } from "./layers/districts.ts";
import { enterpriseLayers } from "./layers/enterprises.ts";
import { lifted } from "./layers/lifted.ts";
import { otherLayer } from "./layers/other.ts";
import { parcelLayers } from "./layers/parcels.ts";
import { parkLayers } from "./layers/parks.ts";
import type { Colours } from "./painting.ts";
import { currentPalette, type Palette } from "./palette.ts";
import { isDesigned, otherLayers } from "./subjects.ts";

/** The whole map as one value of the view: MapLibre works out what changed. */

/** The line over everything that shows what is selected, where the layer below would hide it. */
const selectionLayers = (palette: Palette): LayerSpecification[] =>
  ["districts", "parks", "parcels"].map((source) => ({
    id: `selected-${source}`,
    type: "line",
    source,
    "source-layer": source,
    layout: { "line-join": "round" },
    paint: { "line-color": palette.accent, "line-width": lifted(0, 0, 3), "line-opacity": lifted(0, 0, 1) },
  }));

/** Whether the grades that tiles carry are the ones wanted: those of the latest year, as published. */
export const trustsTiles = ({ theme, yield: { by, year, run, terms } }: View): boolean =>
  theme === "yield" && by === "grade" && year === null && run === null && terms === null;

/** Without glyphs to fetch, MapLibre draws every letter with the reader's own fonts and this is only a name. */
const OWN_FONT = ["sans-serif"];

function dataLayers(setup: MapSetup, layout: Layout, view: View, palette: Palette, overGround: boolean) {
  const opacityOf = (layer: string) => (view.opacity.get(layer) ?? 100) / 100;
  const colours: Colours =
    view.theme === "yield" ? { by: "yield", trustTiles: trustsTiles(view) } : { by: "kind" };
  const designed: LayerSpecification[] = [
    ...districtLayers(palette, layout, view, opacityOf("districts"), overGround),
    ...parkLayers(palette, opacityOf("parks"), view.theme === "yield"),
    ...parcelLayers(palette, opacityOf("parcels"), colours),
    ...enterpriseLayers(palette, opacityOf("enterprises"), colours),
  ];
  const others = otherLayers(setup).map((layer, i) => otherLayer(layer, i, palette, opacityOf(layer.id)));
  return [...designed, ...others, ...selectionLayers(palette)];
}

const tileSource = ({
  id,
  tiles,
  minZoom,
  maxZoom,
  identity,
}: MapSetup["layers"][number]): SourceSpecification => ({
  type: "vector",
  tiles: [location.origin + tiles],
  minzoom: minZoom,
  maxzoom: maxZoom,
  promoteId: { [id]: identity },
});

export function buildStyle(
  setup: MapSetup,
  layout: Layout,
  view: View,
  ground: Ground | null,
): StyleSpecification {
  const palette = currentPalette();
  const published = setup.layers.filter(({ id }) => isDesigned(id) || isShown(view, id));
  const shown = new Set(published.map(({ id }) => id).filter((id) => isShown(view, id)));
  return {
    version: 8,
    ...(ground?.glyphs ? { glyphs: ground.glyphs } : {}),
    ...(ground?.sprite ? { sprite: ground.sprite } : {}),
    sources: {
      ...ground?.sources,
      ...labelSources(layout, view),
      ...(view.theme === "yield" ? drawnSource(view.yield.within) : {}),
      ...Object.fromEntries(published.map((layer) => [layer.id, tileSource(layer)])),
    },
    layers: [
      { id: "paper", type: "background", paint: { "background-color": palette.paper } },
      ...(ground?.layers ?? []),
      ...dataLayers(setup, layout, view, palette, ground !== null).filter(
        (layer) => "source" in layer && shown.has(String(layer.source)),
      ),
      ...(view.theme === "yield" ? drawnLayers(palette) : []),
      ...labelLayers(palette, shown, ground?.font ?? OWN_FONT, view.theme === "yield"),
    ],
  };
}
