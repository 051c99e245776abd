import type { LayerSpecification } from "maplibre-gl";
import type { MapLayer } from "../../../domain/api/map.ts";
import type { Palette } from "../palette.ts";
import { lifted } from "./lifted.ts";

/** How a published layer is drawn for which nobody has designed anything yet: plainly, in a colour of its own. */

const COLOURS = ["other-1", "other-2", "other-3"] as const;

export const otherColour = (index: number) => COLOURS[index % COLOURS.length] ?? COLOURS[0];

export function otherLayer(
  { id, geometry }: MapLayer,
  index: number,
  palette: Palette,
  opacity: number,
): LayerSpecification {
  const colour = palette[otherColour(index)];
  const place = { id: `other-${id}`, source: id, "source-layer": id };
  if (geometry === "polygon")
    return {
      ...place,
      type: "fill",
      paint: {
        "fill-color": colour,
        "fill-opacity": ["*", opacity, lifted(0.5, 0.7, 0.9)],
        "fill-outline-color": colour,
      },
    };
  return {
    ...place,
    type: "circle",
    paint: {
      "circle-color": colour,
      "circle-opacity": ["*", opacity, 0.85],
      "circle-radius": ["interpolate", ["linear"], ["zoom"], 8, lifted(2, 4, 6), 14, lifted(5, 7, 9)],
      "circle-stroke-color": lifted(palette.panel, palette.panel, palette.accent),
      "circle-stroke-width": lifted(0.8, 1.2, 3),
    },
  };
}
