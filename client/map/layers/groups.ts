import type { LayerSpecification } from "maplibre-gl";
import type { Language } from "../../state/view.ts";
import type { Palette } from "../palette.ts";
import { GROUP_LABELS } from "../tile-layers.ts";
import { areaLabel } from "./candidates.ts";
import { lifted } from "./lifted.ts";

/** Groups of scattered land (园外零散片区): dashed outlines with their area, over whatever the parcels in them are. */

const PLACE = { source: "scattered-groups", "source-layer": "scattered-groups" };

export const groupLayers = (palette: Palette, opacity: number): LayerSpecification[] => [
  {
    // From afar outlines run together; a tint says where groups are, and can be pressed.
    id: "group-fill",
    type: "fill",
    ...PLACE,
    paint: {
      "fill-color": palette.group,
      "fill-opacity": [
        "interpolate",
        ["linear"],
        ["zoom"],
        9,
        ["*", opacity, lifted(0.3, 0.45, 0.6)],
        12.5,
        ["*", opacity, lifted(0.04, 0.14, 0.2)],
      ],
      "fill-antialias": false,
    },
  },
  {
    id: "group-line",
    type: "line",
    ...PLACE,
    layout: { "line-join": "round" },
    paint: {
      "line-color": lifted(palette.group, palette.group, palette.accent),
      "line-width": ["interpolate", ["linear"], ["zoom"], 9, 0.8, 13, lifted(1.6, 2.2, 3)],
      "line-dasharray": [2.5, 1.5],
      "line-offset": ["interpolate", ["linear"], ["zoom"], 11, 0, 15, -2],
      "line-opacity": opacity,
    },
  },
];

export const groupLabels = (palette: Palette, language: Language, font: string[]): LayerSpecification[] => [
  {
    id: "group-label",
    type: "symbol",
    ...PLACE,
    "source-layer": GROUP_LABELS,
    minzoom: 12.5,
    layout: {
      "text-field": areaLabel(language),
      "text-font": font,
      "text-size": 11.5,
      "text-padding": 12,
    },
    paint: { "text-color": palette.group, "text-halo-color": palette.panel, "text-halo-width": 1.8 },
  },
];
