import type { Position } from "geojson";
import type { Outlines, Parcel } from "./use-outlines.ts";

/** Outlines as paths of a small drawing: true to shape at its own latitude, north up. */

const METRES_PER_DEGREE = 111_320;
/** Part of the width that the scale bar may take. */
const SCALE_PART = 0.3;
const STEPS = [5000, 2000, 1000, 500, 200, 100, 50, 20];

export type Drawing = {
  own: { code: string; path: string; at: [number, number] }[];
  around: string[];
  scale: { metres: number; length: number };
};

export function drawOutlines(
  { own, around, box }: Outlines,
  size: { width: number; height: number },
): Drawing {
  const [west, south, east, north] = box;
  const narrowing = Math.cos((((south + north) / 2) * Math.PI) / 180);
  const perDegree = Math.min(size.width / ((east - west) * narrowing), size.height / (north - south));
  const place = ([lon = 0, lat = 0]: Position): [number, number] => [
    size.width / 2 + (lon - (west + east) / 2) * narrowing * perDegree,
    size.height / 2 - (lat - (south + north) / 2) * perDegree,
  ];
  const pathOf = (parcel: Parcel) =>
    ringsOf(parcel)
      .map(
        (ring) =>
          `M${ring
            .map((corner) =>
              place(corner)
                .map((n) => n.toFixed(1))
                .join(" "),
            )
            .join("L")}Z`,
      )
      .join("");
  const perMetre = perDegree / METRES_PER_DEGREE;
  const metres = STEPS.find((step) => step * perMetre <= size.width * SCALE_PART) ?? STEPS.at(-1) ?? 20;
  return {
    own: own.map((parcel) => ({
      code: String(parcel.id),
      path: pathOf(parcel),
      at: place(middleOf(parcel)),
    })),
    around: around.map(pathOf),
    scale: { metres, length: metres * perMetre },
  };
}

const ringsOf = ({ geometry }: Parcel): Position[][] =>
  geometry.type === "Polygon" ? geometry.coordinates : geometry.coordinates.flat();

/** The mean of the corners of the outer ring: parcels are lots of four or five corners. */
function middleOf(parcel: Parcel): Position {
  const ring = ringsOf(parcel)[0]?.slice(1) ?? [];
  const mean = (axis: 0 | 1) => ring.reduce((sum, corner) => sum + (corner[axis] ?? 0), 0) / ring.length;
  return [mean(0), mean(1)];
}
