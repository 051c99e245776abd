import type { ExpressionSpecification, LayerSpecification } from "maplibre-gl";
import type { Palette } from "../palette.ts";
import { lifted } from "./lifted.ts";

/** The colour of a park's type; a park without one is drawn in the colour given. */
export const typeColour = (palette: Palette, otherwise: string): ExpressionSpecification => [
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
  otherwise,
];

/** Where another theme speaks, parks are outlines: their types would compete with its colours. */
export function parkLayers(palette: Palette, opacity: number, quiet: boolean): LayerSpecification[] {
  const colour = quiet ? palette.zone : typeColour(palette, palette.zone);
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
      // A special park often shares an edge with its zone: drawn inside its own, the two dashes don't fill each other's gaps.
      "line-offset": ["case", isSpecial, 2, 0],
      "line-opacity": quiet ? ["*", opacity, lifted(0.4, 0.8, 1)] : opacity,
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
        "fill-opacity": quiet
          ? 0
          : [
              "interpolate",
              ["linear"],
              ["zoom"],
              9.5,
              ["*", opacity, ["case", isSpecial, lifted(0.6, 0.7, 0.7), lifted(0.22, 0.3, 0.3)]],
              11.5,
              ["*", opacity, ["case", isSpecial, lifted(0.14, 0.2, 0.2), lifted(0.05, 0.09, 0.09)]],
            ],
      },
    },
    line("park-line-schematic", true),
    line("park-line-surveyed", false),
  ];
}
