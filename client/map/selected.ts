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
  [SELECTED]: { type: "geojson", data: outlineOf(selection) },
});

export function showSelected(map: MapLibre, selection: Selection | null): void {
  const source = map.getSource<GeoJSONSource>(SELECTED);
  const outline = outlineOf(selection);
  if (source && source.serialize().data !== outline) source.setData(outline);
}

/** What is smaller than a pixel is a dot as wide as its line. */
export const selectedLayer = (palette: Palette): LayerSpecification => ({
  id: "selected-from-afar",
  type: "line",
  source: SELECTED,
  maxzoom: NEAR,
  layout: { "line-join": "round", "line-cap": "round" },
  paint: {
    "line-color": palette.accent,
    "line-width": ["interpolate", ["linear"], ["zoom"], 9, 7, 12, 3],
  },
});
