import type {
  GeoJSONSource,
  GeoJSONSourceSpecification,
  LayerSpecification,
  Map as MapLibre,
} from "maplibre-gl";
import type { Palette } from "../palette.ts";

/** The area that was drawn, on the map. */

const SOURCE = "drawn";

function areaOf(ring: readonly number[]): GeoJSON.FeatureCollection {
  const corners = Array.from({ length: ring.length / 2 }, (_, i): [number, number] => [
    ring[2 * i] ?? 0,
    ring[2 * i + 1] ?? 0,
  ]);
  const [first] = corners;
  if (!first) return { type: "FeatureCollection", features: [] };
  const feature = (geometry: GeoJSON.Geometry): GeoJSON.Feature => ({
    type: "Feature",
    geometry,
    properties: {},
  });
  const outline = [...corners, first];
  return {
    type: "FeatureCollection",
    features: [
      ...(corners.length > 2 ? [feature({ type: "Polygon", coordinates: [outline] })] : []),
      ...(corners.length === 2 ? [feature({ type: "LineString", coordinates: corners })] : []),
      feature({ type: "MultiPoint", coordinates: corners }),
    ],
  };
}

export const drawnSource = (ring: readonly number[] | null): Record<string, GeoJSONSourceSpecification> => ({
  [SOURCE]: { type: "geojson", data: areaOf(ring ?? []) },
});

export const showDrawn = (map: MapLibre, ring: readonly number[]) =>
  map.getSource<GeoJSONSource>(SOURCE)?.setData(areaOf(ring));

export const drawnLayers = (palette: Palette): LayerSpecification[] => [
  {
    id: "drawn-fill",
    type: "fill",
    source: SOURCE,
    filter: ["==", ["geometry-type"], "Polygon"],
    paint: { "fill-color": palette.accent, "fill-opacity": 0.07 },
  },
  {
    id: "drawn-line",
    type: "line",
    source: SOURCE,
    filter: ["!=", ["geometry-type"], "Point"],
    layout: { "line-join": "round" },
    paint: { "line-color": palette.accent, "line-width": 2 },
  },
  {
    id: "drawn-corner",
    type: "circle",
    source: SOURCE,
    filter: ["==", ["geometry-type"], "Point"],
    paint: {
      "circle-color": palette.panel,
      "circle-radius": 3.5,
      "circle-stroke-color": palette.accent,
      "circle-stroke-width": 2,
    },
  },
];
