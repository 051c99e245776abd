import type { ExpressionSpecification, LayerSpecification } from "maplibre-gl";
import type { Palette } from "../palette.ts";
import { lifted, related } from "./lifted.ts";

/** Workshops with floor on offer (标准厂房): a disc for what is left of each, so that the ground below stays to be seen. */

/** A disc of this floor area has the greatest radius; what is left is told by area, not by radius. */
const LARGEST_M2 = 20_000;

const radius = (least: number, greatest: number): ExpressionSpecification => [
  "+",
  least,
  ["*", greatest - least, ["sqrt", ["min", 1, ["/", ["coalesce", ["get", "left_m2"], 0], LARGEST_M2]]]],
];

/** A closed offer is a ring, as it is in the list. */
const IS_CLOSED: ExpressionSpecification = ["==", ["get", "state"], "closed"];

export function workshopLayers(palette: Palette, opacity: number): LayerSpecification[] {
  const stroke: ExpressionSpecification = ["case", IS_CLOSED, palette.workshop, palette.panel];
  return [
    {
      id: "workshop-circle",
      type: "circle",
      source: "workshops",
      "source-layer": "workshops",
      // Small ones stay to be hit where discs lie over each other.
      layout: { "circle-sort-key": ["-", 0, ["coalesce", ["get", "left_m2"], 0]] },
      paint: {
        "circle-color": ["case", IS_CLOSED, palette.panel, palette.workshop],
        "circle-opacity": ["*", opacity, related(0.95, lifted(0.72, 0.9, 1))],
        "circle-radius": ["interpolate", ["linear"], ["zoom"], 8, radius(3, 9), 14, radius(6, 20)],
        "circle-stroke-color": related(
          palette.accent,
          lifted<string | ExpressionSpecification>(stroke, stroke, palette.accent),
        ),
        "circle-stroke-width": related(2.5, lifted(1.2, 1.8, 3)),
        "circle-stroke-opacity": opacity,
      },
    },
  ];
}
