import type { MultiPolygon, Point, Polygon, Position } from "geojson";
import { fromGeojsonVt } from "vt-pbf";
import { EXTENT } from "./grid.ts";

/** Our encoder of vector tiles, for databases without ST_AsMVT. */

export type PlacedRow = { id: number; geom: string } & Record<string, string | number | boolean | null>;

const POINT = 1;
const POLYGON = 3;

function encodable({ id, geom, ...tags }: PlacedRow) {
  const geometry: Point | Polygon | MultiPolygon = JSON.parse(geom);
  switch (geometry.type) {
    case "Point":
      return { id, type: POINT, geometry: [geometry.coordinates], tags };
    case "Polygon":
      return { id, type: POLYGON, geometry: geometry.coordinates, tags };
    case "MultiPolygon":
      return { id, type: POLYGON, geometry: geometry.coordinates.flat<Position[][][]>(), tags };
  }
}

/** An empty buffer where there is nothing to show. */
export function encodeTile(layer: string, rows: readonly PlacedRow[]): Buffer {
  if (rows.length === 0) return Buffer.alloc(0);
  return Buffer.from(
    fromGeojsonVt({ [layer]: { features: rows.map(encodable) } }, { version: 2, extent: EXTENT }),
  );
}
