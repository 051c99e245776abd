import type { LayerSpecification } from "maplibre-gl";
import type { PotentialParcel } from "../../../domain/api/potential.ts";
import { MARKS, type Marks } from "../../map/painting.ts";
import type { Palette } from "../../map/palette.ts";
import type { PotentialSort } from "../state.ts";
import { middleOf } from "./ranges.ts";

/** The parcels of the list as dots with their rank, as large as what the list is sorted by. */

const MEASURES: Readonly<Record<PotentialSort, (parcel: PotentialParcel) => number>> = {
  "-output": ({ output_wan }) => (output_wan ? middleOf(output_wan) : 0),
  "-floor": ({ floor_m2 }) => middleOf(floor_m2),
  "-area": ({ area_m2 }) => area_m2,
  code: () => 1,
};

export function dotsOf(parcels: readonly PotentialParcel[], sort: PotentialSort): Marks {
  const amounts = parcels.map(MEASURES[sort]);
  const most = Math.max(...amounts, Number.MIN_VALUE);
  return {
    points: {
      type: "FeatureCollection",
      features: parcels.map(({ parcel_code, at }, i) => ({
        type: "Feature",
        geometry: { type: "Point", coordinates: [...at] },
        // The area of a dot stands for the amount.
        properties: { code: parcel_code, rank: i + 1, size: Math.sqrt((amounts[i] ?? 0) / most) },
      })),
    },
    layers: dotLayers,
  };
}

const dotLayers = (palette: Palette, font: string[]): LayerSpecification[] => [
  {
    id: MARKS,
    type: "circle",
    source: MARKS,
    layout: { "circle-sort-key": ["-", ["get", "rank"]] },
    paint: {
      "circle-color": palette["value-4"],
      "circle-radius": [
        "interpolate",
        ["linear"],
        ["zoom"],
        8,
        ["+", 2, ["*", 8, ["get", "size"]]],
        14,
        ["+", 7, ["*", 15, ["get", "size"]]],
      ],
      // Near enough the parcel itself is what one wants to see.
      "circle-opacity": ["interpolate", ["linear"], ["zoom"], 9, 0.68, 13, 0.8, 15, 0.15],
      "circle-stroke-color": palette.panel,
      "circle-stroke-width": 1.4,
    },
  },
  {
    id: `${MARKS}-rank`,
    type: "symbol",
    source: MARKS,
    minzoom: 10.5,
    layout: {
      "text-field": ["to-string", ["get", "rank"]],
      "text-font": font,
      "text-size": 11,
      "symbol-sort-key": ["get", "rank"],
    },
    paint: { "text-color": palette.ink, "text-halo-color": palette.panel, "text-halo-width": 1.6 },
  },
];
