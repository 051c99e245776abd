import type { ExpressionSpecification, LayerSpecification } from "maplibre-gl";
import { LAND_USE_TOKENS } from "../land-use.ts";
import type { Palette } from "../palette.ts";
import { lifted, related } from "./lifted.ts";

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

export const parcelLayers = (palette: Palette, opacity: number): LayerSpecification[] => [
  {
    id: "parcel-fill",
    type: "fill",
    source: "parcels",
    "source-layer": "parcels",
    paint: {
      "fill-color": USE_COLOUR(palette),
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
