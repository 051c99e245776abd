import type { ExpressionSpecification, FillLayerSpecification, LayerSpecification } from "maplibre-gl";
import { LAND_USE_PREFIXES } from "../../../domain/land-use.ts";
import { LAND_USE_TOKENS } from "../land-use.ts";
import { byPaint, type Colours, paintColour } from "../painting.ts";
import type { Palette } from "../palette.ts";
import { PARCEL_CELLS } from "../tile-layers.ts";
import { lifted, related } from "./lifted.ts";

const landUseColour = (palette: Palette): ExpressionSpecification => [
  "case",
  ["boolean", ["get", "new_industry"], false],
  palette[LAND_USE_TOKENS.m0],
  ...LAND_USE_PREFIXES.flatMap(([prefix, use]): [ExpressionSpecification, string] => [
    ["==", ["slice", ["get", "land_use_code"], 0, prefix.length], prefix],
    palette[LAND_USE_TOKENS[use]],
  ]),
  palette[LAND_USE_TOKENS.other],
];

/** What a parcel is for. */
const kindFill = (palette: Palette, opacity: number): FillPaint => ({
  "fill-color": landUseColour(palette),
  // From afar the parks' types are the message and parcels are their texture.
  "fill-opacity": [
    "interpolate",
    ["linear"],
    ["zoom"],
    9.5,
    ["*", opacity, lifted(0.45, 0.45, 1)],
    11,
    ["*", opacity, lifted(0.95, 0.75, 1)],
  ],
});

/** What a parcel yields: here it is the message from afar, too, and parcels without a rated firm stay in the background. */
const yieldFill = (palette: Palette, opacity: number, trustTiles: boolean): FillPaint => ({
  "fill-color": paintColour(palette, palette["use-other"], trustTiles),
  "fill-opacity": [
    "*",
    opacity,
    byPaint({ painted: lifted(0.94, 0.78, 1), plain: 0.5, faint: 0.22 }, trustTiles),
  ],
});

/** Where only candidates or districts speak, all other land is a shade that says where lots are. */
const groundFill = (palette: Palette, opacity: number): FillPaint => ({
  "fill-color": palette["use-other"],
  "fill-opacity": ["*", opacity, lifted(0.42, 0.7, 0.8)],
});

function fillOf(palette: Palette, opacity: number, colours: Colours): FillPaint {
  if (colours.by === "yield") return yieldFill(palette, opacity, colours.trustTiles);
  return colours.by === "ground" ? groundFill(palette, opacity) : kindFill(palette, opacity);
}

type FillPaint = NonNullable<FillLayerSpecification["paint"]>;

export const parcelLayers = (palette: Palette, opacity: number, colours: Colours): LayerSpecification[] => [
  {
    id: "parcel-cells",
    type: "fill",
    source: "parcels",
    "source-layer": PARCEL_CELLS,
    maxzoom: 14,
    paint: { ...fillOf(palette, opacity, colours), "fill-antialias": false },
  },
  {
    id: "parcel-fill",
    type: "fill",
    source: "parcels",
    "source-layer": "parcels",
    paint: {
      ...fillOf(palette, opacity, colours),
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
      "line-color": related(palette.accent, lifted(palette.focus, palette.ink, palette.accent)),
      "line-width": [
        "interpolate",
        ["linear"],
        ["zoom"],
        12.5,
        related(1.5, lifted(0.3, 1, 2.5)),
        16,
        related(3, lifted(1, 2, 3.5)),
      ],
      "line-opacity": opacity,
    },
  },
];
