import type { ExpressionSpecification, LayerSpecification } from "maplibre-gl";
import type { Palette } from "../palette.ts";
import { lifted } from "./lifted.ts";

/** Farther away ten thousand points say nothing. */
export const FIRMS_FROM_ZOOM = 12;

export const enterpriseLayers = (palette: Palette, opacity: number): LayerSpecification[] => [
  {
    id: "enterprise-circle",
    type: "circle",
    source: "enterprises",
    "source-layer": "enterprises",
    minzoom: FIRMS_FROM_ZOOM,
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
