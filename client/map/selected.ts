import type {
  GeoJSONSource,
  GeoJSONSourceSpecification,
  LayerSpecification,
  Map as MapLibre,
} from "maplibre-gl";
import type { Selection } from "../state/view.ts";
import type { Palette } from "./palette.ts";

/** A selected parcel from afar, where tiles have it only as a part of a sum: its outline, asked for by itself. */

export const SELECTED = "selected";
/** From here on, every parcel that can be seen is on its tile. */
const NEAR = 14;
const NOTHING: GeoJSON.FeatureCollection = { type: "FeatureCollection", features: [] };

const outlineOf = (selection: Selection | null): GeoJSONSourceSpecification["data"] =>
  selection?.kind === "parcel"
    ? `${location.origin}/ogc/collections/parcels/items/${encodeURIComponent(selection.code)}`
    : NOTHING;

export const selectedSource = (selection: Selection | null): Record<string, GeoJSONSourceSpecification> => ({
  // However small, it stays: simplified, it would vanish where it is needed.
  [SELECTED]: { type: "geojson", data: outlineOf(selection), tolerance: 0 },
});

export function showSelected(map: MapLibre, selection: Selection | null): void {
  const source = map.getSource<GeoJSONSource>(SELECTED);
  const outline = outlineOf(selection);
  if (source && source.serialize().data !== outline) source.setData(outline);
}

/** What is smaller than a pixel is a dot as wide as its line; around it, the paper keeps it apart from what has its colour. */
export const selectedLayers = (palette: Palette): LayerSpecification[] => [
  lineOf("selected-from-afar-edge", palette.paper, 4),
  lineOf("selected-from-afar", palette.accent, 0),
];

const lineOf = (id: string, colour: string, more: number): LayerSpecification => ({
  id,
  type: "line",
  source: SELECTED,
  maxzoom: NEAR,
  layout: { "line-join": "round", "line-cap": "round" },
  paint: {
    "line-color": colour,
    "line-width": ["interpolate", ["linear"], ["zoom"], 9, 7 + more, 12, 3 + more / 2],
  },
});
