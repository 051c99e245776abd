import type { ExpressionSpecification, GeoJSONSourceSpecification, LayerSpecification } from "maplibre-gl";
import type { DistrictSummary, Layout, ParkSummary } from "../../domain/api/layout.ts";
import { amountsIn } from "../language/amounts.ts";
import type { View } from "../state/view.ts";
import { typeColour } from "./layers/parks.ts";
import type { Scene } from "./painting.ts";
import type { Palette } from "./palette.ts";

/** Names on the map. Without a glyph server MapLibre draws them with the reader's own fonts. */

/** A shape beside each colour, so that the four types are told apart without it. */
export const TYPE_SHAPES = { chain_leader: "●", innovation: "▲", small_firms: "■", scenario: "◆" } as const;

function districtDetail(district: DistrictSummary, view: View): string {
  const industry = district.leading?.[0]?.[view.language];
  if (!industry || district.revenueTarget2030 === undefined) return "";
  const { figure, unit } = amountsIn(view.language).yi(district.revenueTarget2030);
  return view.language === "zh"
    ? `${industry} · 2030 年 ${figure} ${unit}`
    : `${industry} · ${figure} ${unit} by 2030`;
}

const parkMark = (park: ParkSummary) => (park.specialType ? TYPE_SHAPES[park.specialType] : "");

const points = (
  features: { point: [number, number]; properties: Record<string, unknown> }[],
): GeoJSONSourceSpecification => ({
  type: "geojson",
  data: {
    type: "FeatureCollection",
    features: features.map(({ point, properties }) => ({
      type: "Feature",
      geometry: { type: "Point", coordinates: point },
      properties,
    })),
  },
});

export const labelSources = (layout: Layout, view: View, scene: Scene | undefined) => ({
  "district-labels": points(
    layout.districts.map((district) => ({
      point: district.labelPoint,
      properties: {
        name: district.name[view.language],
        detail: scene?.details ? (scene.details.get(district.code) ?? "") : districtDetail(district, view),
        emerging: district.emerging,
      },
    })),
  ),
  "park-labels": points(
    layout.parks.flatMap((park) =>
      park.labelPoint
        ? [
            {
              point: park.labelPoint,
              properties: {
                name: park.name[view.language],
                mark: parkMark(park),
                level: park.level,
                special_type: park.specialType,
              },
            },
          ]
        : [],
    ),
  ),
});

export function labelLayers(
  palette: Palette,
  shown: ReadonlySet<string>,
  font: string[],
  quiet: boolean,
  scene: Scene | undefined,
): LayerSpecification[] {
  const halo = { "text-halo-color": palette.panel, "text-halo-width": 1.8 };
  const layers: LayerSpecification[] = [];
  if (shown.has("enterprises"))
    layers.push({
      id: "enterprise-label",
      type: "symbol",
      source: "enterprises",
      "source-layer": "enterprises",
      minzoom: 15,
      filter: ["boolean", ["get", "above_scale"], false],
      layout: {
        "text-field": ["get", "name"],
        "text-font": font,
        "text-size": 11,
        "text-anchor": "top",
        "text-offset": [0, 0.7],
        "text-max-width": 9,
      },
      paint: { "text-color": palette["ink-2"], ...halo },
    });
  if (shown.has("parks")) layers.push(...(quiet ? quietParkLabels : parkLabels)(palette, halo, font));
  if (shown.has("districts"))
    layers.push(
      {
        id: "district-quiet-label",
        type: "symbol",
        source: "district-labels",
        filter: ["!", ["get", "emerging"]],
        minzoom: 8,
        layout: { "text-field": ["get", "name"], "text-font": font, "text-size": 11, "text-padding": 10 },
        paint: { "text-color": palette["ink-3"], "text-halo-color": palette.land, "text-halo-width": 1 },
      },
      {
        id: "district-detail",
        type: "symbol",
        source: "district-labels",
        filter: ["get", "emerging"],
        // A figure is short, and what the theme is about.
        minzoom: scene?.details ? 6 : 8.8,
        maxzoom: 12.5,
        layout: {
          ...(scene?.details ? { "text-overlap": "always" as const } : {}),
          "text-field": ["get", "detail"],
          "text-font": font,
          "text-size": ["interpolate", ["linear"], ["zoom"], 8.8, 10.5, 11, 12.5],
          "text-anchor": "top",
          "text-offset": [0, 1],
          "text-max-width": 14,
          "text-padding": 0,
        },
        paint: { "text-color": palette["ink-2"], ...halo },
      },
      {
        id: "district-label",
        type: "symbol",
        source: "district-labels",
        filter: ["get", "emerging"],
        maxzoom: 12.5,
        layout: {
          "text-field": ["get", "name"],
          "text-font": font,
          "text-size": ["interpolate", ["linear"], ["zoom"], 8, 12, 11, 16],
          "text-overlap": "always",
          "text-padding": 0,
        },
        paint: { "text-color": palette.ink, ...halo },
      },
    );
  return layers;
}

/** Where another theme speaks, only names, and only near enough that they hide nothing. */
const quietParkLabels = (palette: Palette, halo: object, font: string[]): LayerSpecification[] => [
  {
    id: "park-label",
    type: "symbol",
    source: "park-labels",
    minzoom: 10.4,
    layout: { "text-field": ["get", "name"], "text-font": font, "text-size": 11.5, "text-max-width": 9 },
    paint: { "text-color": palette["ink-2"], ...halo },
  },
];

/** From afar only the mark of the type; nearer its name in ink, with the mark in its colour. */
function parkLabels(palette: Palette, halo: object, font: string[]): LayerSpecification[] {
  const isZone: ExpressionSpecification = ["==", ["get", "level"], "development_zone"];
  const mark: ExpressionSpecification = ["get", "mark"];
  const colour = { "text-color": typeColour(palette, palette.ink) };
  const named: ExpressionSpecification = [
    "format",
    mark,
    colour,
    ["case", ["==", mark, ""], "", " "],
    {},
    ["get", "name"],
    {},
  ];
  return [
    {
      id: "park-label",
      type: "symbol",
      source: "park-labels",
      minzoom: 8,
      layout: {
        "text-field": [
          "step",
          ["zoom"],
          ["format", mark, colour],
          8.9,
          ["case", isZone, ["get", "name"], ["format", mark, colour]],
          10.4,
          named,
        ],
        "text-font": font,
        "text-size": ["interpolate", ["linear"], ["zoom"], 8, 10, 9.2, 11, 13, 13],
        "text-max-width": 9,
        "symbol-sort-key": ["case", isZone, 0, 1],
        "text-padding": 3,
      },
      paint: { "text-color": palette.ink, ...halo },
    },
  ];
}
