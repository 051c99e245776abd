import type { ExpressionSpecification, LayerSpecification } from "maplibre-gl";
import { byPaint, type Colours, paintColour } from "../painting.ts";
import type { Palette } from "../palette.ts";
import { lifted } from "./lifted.ts";

/** Farther away ten thousand points say nothing. */
export const FIRMS_FROM_ZOOM = 12;

const isLarge: ExpressionSpecification = ["boolean", ["get", "above_scale"], false];

const colourOf = (palette: Palette, colours: Colours): ExpressionSpecification =>
  colours.by === "yield"
    ? paintColour(palette, palette["use-other"], colours.trustTiles)
    : ["case", isLarge, palette.ink, palette["ink-3"]];

/** Firms that a filter leaves out, or that nobody rated, stay where they are but say little. */
const strengthOf = (opacity: number, colours: Colours): ExpressionSpecification | number =>
  colours.by === "yield"
    ? ["*", opacity, byPaint({ painted: 1, plain: 0.6, faint: 0.25 }, colours.trustTiles)]
    : opacity;

export const enterpriseLayers = (
  palette: Palette,
  opacity: number,
  colours: Colours,
): LayerSpecification[] => [
  {
    id: "enterprise-circle",
    type: "circle",
    source: "enterprises",
    "source-layer": "enterprises",
    minzoom: FIRMS_FROM_ZOOM,
    layout: { "circle-sort-key": ["case", isLarge, 1, 0] },
    paint: {
      "circle-color": colourOf(palette, colours),
      "circle-radius": [
        "interpolate",
        ["linear"],
        ["zoom"],
        12,
        lifted<number | ExpressionSpecification>(["case", isLarge, 1.6, 0.7], 4, 6),
        16,
        lifted<number | ExpressionSpecification>(["case", isLarge, 5, 3], 6, 8),
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
      "circle-opacity": strengthOf(opacity, colours),
      "circle-stroke-opacity": strengthOf(opacity, colours),
    },
  },
];
