import type {
  ExpressionSpecification,
  LayerSpecification,
  SourceSpecification,
  StyleSpecification,
} from "maplibre-gl";
import type { Layout } from "../../domain/api/layout.ts";
import type { MapSetup } from "../../domain/api/map.ts";
import type { View } from "../state/view.ts";
import { districtColours } from "./district-colours.ts";
import { labelLayers, labelSources } from "./labels.ts";
import { LAND_USE_TOKENS } from "./land-use.ts";
import { currentPalette, type Palette } from "./palette.ts";

/** The whole map as one value of the view: MapLibre works out what changed. */

/** The property that identifies a feature of each layer, for selection and hovering. */
export const IDENTITY: Readonly<Record<string, string>> = {
  districts: "district_code",
  parks: "park_code",
  parcels: "parcel_code",
  enterprises: "credit_code",
};

/** A bureau's own ground under our layers: a whole style, or one raster source. */
export type Ground = Pick<StyleSpecification, "sources" | "layers" | "glyphs" | "sprite">;

const flag = (state: "selected" | "hover"): ExpressionSpecification => [
  "boolean",
  ["feature-state", state],
  false,
];

/** A value that grows from rest over hovered to selected. */
const lifted = <T>(rest: T, hover: T, selected: T): ExpressionSpecification =>
  ["case", flag("selected"), selected, flag("hover"), hover, rest] as ExpressionSpecification;

const SPECIAL_COLOUR = (palette: Palette): ExpressionSpecification => [
  "match",
  ["get", "special_type"],
  "chain_leader",
  palette["chain-leader"],
  "innovation",
  palette.innovation,
  "small_firms",
  palette["small-firms"],
  "scenario",
  palette.scenario,
  palette.zone,
];

const USE_COLOUR = (palette: Palette): ExpressionSpecification => [
  "case",
  ["boolean", ["get", "new_industry"], false],
  palette[LAND_USE_TOKENS.m0],
  ["==", ["slice", ["get", "land_use_code"], 0, 6], "100101"],
  palette[LAND_USE_TOKENS.industry1],
  ["==", ["slice", ["get", "land_use_code"], 0, 6], "100103"],
  palette[LAND_USE_TOKENS.industry3],
  ["==", ["slice", ["get", "land_use_code"], 0, 4], "1001"],
  palette[LAND_USE_TOKENS.industry],
  ["==", ["slice", ["get", "land_use_code"], 0, 2], "11"],
  palette[LAND_USE_TOKENS.warehouse],
  palette[LAND_USE_TOKENS.other],
];

function districtLayers(
  palette: Palette,
  layout: Layout,
  view: View,
  opacity: number,
  overGround: boolean,
): LayerSpecification[] {
  const tinted = districtColours(layout, view.colour, palette).flat();
  const fill: ExpressionSpecification | string = tinted.length
    ? (["match", ["get", "district_code"], ...tinted, palette.land] as unknown as ExpressionSpecification)
    : palette.land;
  const isEmerging: ExpressionSpecification = ["==", ["get", "group_name"], "新兴七区"];
  return [
    {
      id: "district-fill",
      type: "fill",
      source: "districts",
      "source-layer": "districts",
      paint: { "fill-color": fill, "fill-opacity": opacity * (overGround ? 0.35 : 1) },
    },
    {
      id: "district-quiet-line",
      type: "line",
      source: "districts",
      "source-layer": "districts",
      filter: ["!", isEmerging],
      paint: {
        "line-color": lifted(palette.paper, palette["line-strong"], palette.accent),
        "line-width": lifted(1, 1.5, 2.5),
        "line-opacity": opacity,
      },
    },
    {
      id: "district-line",
      type: "line",
      source: "districts",
      "source-layer": "districts",
      filter: isEmerging,
      layout: { "line-join": "round" },
      paint: {
        "line-color": lifted(palette["line-strong"], palette["ink-2"], palette.accent),
        "line-width": lifted(1.2, 1.8, 3),
        "line-opacity": opacity,
      },
    },
  ];
}

function parkLayers(palette: Palette, opacity: number): LayerSpecification[] {
  const colour = SPECIAL_COLOUR(palette);
  const isSpecial: ExpressionSpecification = ["==", ["get", "level"], "special_park"];
  const line = (id: string, dashed: boolean): LayerSpecification => ({
    id,
    type: "line",
    source: "parks",
    "source-layer": "parks",
    filter: dashed
      ? ["!=", ["get", "outline_basis"], "surveyed"]
      : ["==", ["get", "outline_basis"], "surveyed"],
    layout: { "line-join": "round" },
    paint: {
      "line-color": lifted<string | ExpressionSpecification>(colour, colour, palette.accent),
      "line-width": lifted(1.3, 2, 3),
      "line-opacity": opacity,
      ...(dashed ? { "line-dasharray": [3, 2] } : {}),
    },
  });
  return [
    {
      id: "park-fill",
      type: "fill",
      source: "parks",
      "source-layer": "parks",
      layout: { "fill-sort-key": ["case", isSpecial, 1, 0] },
      paint: {
        "fill-color": colour,
        "fill-opacity": ["*", opacity, ["case", isSpecial, lifted(0.14, 0.2, 0.2), lifted(0.05, 0.09, 0.09)]],
      },
    },
    line("park-line-schematic", true),
    line("park-line-surveyed", false),
  ];
}

const parcelLayers = (palette: Palette, opacity: number): LayerSpecification[] => [
  {
    id: "parcel-fill",
    type: "fill",
    source: "parcels",
    "source-layer": "parcels",
    paint: {
      "fill-color": USE_COLOUR(palette),
      "fill-opacity": ["*", opacity, lifted(0.92, 0.75, 1)],
      "fill-antialias": false,
    },
  },
  {
    id: "parcel-line",
    type: "line",
    source: "parcels",
    "source-layer": "parcels",
    minzoom: 12.5,
    paint: {
      "line-color": lifted(palette.focus, palette.ink, palette.accent),
      "line-width": ["interpolate", ["linear"], ["zoom"], 12.5, lifted(0.3, 1, 2.5), 16, lifted(1, 2, 3.5)],
      "line-opacity": opacity,
    },
  },
];

const enterpriseLayers = (palette: Palette, opacity: number): LayerSpecification[] => [
  {
    id: "enterprise-circle",
    type: "circle",
    source: "enterprises",
    "source-layer": "enterprises",
    minzoom: 12,
    layout: { "circle-sort-key": ["case", ["boolean", ["get", "above_scale"], false], 1, 0] },
    paint: {
      "circle-color": ["case", ["boolean", ["get", "above_scale"], false], palette.ink, palette["ink-3"]],
      "circle-radius": [
        "interpolate",
        ["linear"],
        ["zoom"],
        12,
        lifted<number | ExpressionSpecification>(
          ["case", ["boolean", ["get", "above_scale"], false], 1.6, 0.7],
          4,
          6,
        ),
        16,
        lifted<number | ExpressionSpecification>(
          ["case", ["boolean", ["get", "above_scale"], false], 5, 3],
          6,
          8,
        ),
      ],
      "circle-stroke-color": lifted(palette.panel, palette.panel, palette.accent),
      "circle-stroke-width": [
        "interpolate",
        ["linear"],
        ["zoom"],
        12,
        lifted(0, 1, 3),
        15,
        lifted(1.2, 1.5, 3),
      ],
      "circle-opacity": opacity,
      "circle-stroke-opacity": opacity,
    },
  },
];

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

export function buildStyle(
  setup: MapSetup,
  layout: Layout,
  view: View,
  ground: Ground | null,
): StyleSpecification {
  const palette = currentPalette();
  const opacityOf = (layer: string) => (view.opacity.get(layer) ?? 100) / 100;
  const groups: [string, LayerSpecification[]][] = [
    ["districts", districtLayers(palette, layout, view, opacityOf("districts"), ground !== null)],
    ["parks", parkLayers(palette, opacityOf("parks"))],
    ["parcels", parcelLayers(palette, opacityOf("parcels"))],
    ["enterprises", enterpriseLayers(palette, opacityOf("enterprises"))],
  ];
  const sources: Record<string, SourceSpecification> = { ...ground?.sources, ...labelSources(layout, view) };
  for (const layer of setup.layers) {
    const identity = IDENTITY[layer.id];
    if (!identity) continue;
    sources[layer.id] = {
      type: "vector",
      tiles: [location.origin + layer.tiles],
      minzoom: layer.minZoom,
      maxzoom: layer.maxZoom,
      promoteId: { [layer.id]: identity },
    };
  }
  const shown = (layer: LayerSpecification) => !("source" in layer) || layer.source in sources;
  return {
    version: 8,
    ...(ground?.glyphs ? { glyphs: ground.glyphs } : {}),
    ...(ground?.sprite ? { sprite: ground.sprite } : {}),
    sources,
    layers: [
      { id: "paper", type: "background", paint: { "background-color": palette.paper } },
      ...(ground?.layers ?? []),
      ...groups.flatMap(([id, layers]) => (view.hidden.has(id) ? [] : layers.filter(shown))),
      ...selectionLayers(palette).filter(
        (layer) => shown(layer) && "source" in layer && !view.hidden.has(String(layer.source)),
      ),
      ...labelLayers(palette, view, setup),
    ],
  };
}
