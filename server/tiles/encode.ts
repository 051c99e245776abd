import type { MultiPolygon, Point, Polygon, Position } from "geojson";
import { fromGeojsonVt } from "vt-pbf";
import { EXTENT } from "./grid.ts";

/** Our encoder of vector tiles, for databases without ST_AsMVT. */

/** Sums have no number. */
export type PlacedRow = { id: number | null; geom: string } & Record<
  string,
  string | number | boolean | null
>;

const POINT = 1;
const POLYGON = 3;

function encodable({ id, geom, ...tags }: PlacedRow) {
  const geometry: Point | Polygon | MultiPolygon = JSON.parse(geom);
  const numbered = id === null ? { tags } : { id, tags };
  switch (geometry.type) {
    case "Point":
      return { ...numbered, type: POINT, geometry: [geometry.coordinates] };
    case "Polygon":
      return { ...numbered, type: POLYGON, geometry: geometry.coordinates };
    case "MultiPolygon":
      return { ...numbered, type: POLYGON, geometry: geometry.coordinates.flat<Position[][][]>() };
  }
}

/** An empty buffer where there is nothing to show. */
export function encodeTile(parts: Readonly<Record<string, readonly PlacedRow[]>>): Buffer {
  const filled = Object.entries(parts).filter(([, rows]) => rows.length > 0);
  if (filled.length === 0) return Buffer.alloc(0);
  const layers = filled.map(([name, rows]) => [name, { features: rows.map(encodable) }]);
  return Buffer.from(fromGeojsonVt(Object.fromEntries(layers), { version: 2, extent: EXTENT }));
}
