import type { ExpressionSpecification, LayerSpecification } from "maplibre-gl";
import { LAND_USE_TOKENS } from "../land-use.ts";
import type { Palette } from "../palette.ts";
import { lifted } from "./lifted.ts";

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
