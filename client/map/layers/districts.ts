import type { ExpressionSpecification, LayerSpecification } from "maplibre-gl";
import type { Layout } from "../../../domain/api/layout.ts";
import { EMERGING } from "../../../domain/districts.ts";
import type { View } from "../../state/view.ts";
import { districtColours } from "../district-colours.ts";
import type { Scene } from "../painting.ts";
import type { Palette } from "../palette.ts";
import { lifted } from "./lifted.ts";

/** In the layout theme districts carry a tint; in themes that paint lots they are the paper, and some tint them their own way. */
const coloursOf = (
  palette: Palette,
  layout: Layout,
  view: View,
  scene: Scene | undefined,
): [code: string, colour: string][] => {
  if (scene?.tints) return [...scene.tints].map(([code, paint]) => [code, palette[paint]]);
  return view.theme === "yield" || view.theme === "slack" || view.theme === "share"
    ? layout.districts.flatMap(({ code, emerging }) => (emerging ? [[code, palette.focus]] : []))
    : districtColours(layout, view.colour, palette);
};

export function districtLayers(
  palette: Palette,
  layout: Layout,
  view: View,
  opacity: number,
  overGround: boolean,
  scene: Scene | undefined,
): LayerSpecification[] {
  const tinted = coloursOf(palette, layout, view, scene).flat();
  const fill: ExpressionSpecification | string = tinted.length
    ? (["match", ["get", "district_code"], ...tinted, palette.land] as unknown as ExpressionSpecification)
    : palette.land;
  const isEmerging: ExpressionSpecification = ["==", ["get", "group_name"], EMERGING];
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
