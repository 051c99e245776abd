import type { MultiPolygon, Point, Polygon, Position } from "geojson";
import type { Layer } from "../catalog/layer.ts";
import { prepared } from "../db/abortable.ts";
import type { Database } from "../db/connect.ts";
import type { PlacedRow } from "./encode.ts";
import { placeOf, type TileAddress } from "./grid.ts";
import { labelsOf } from "./parts.ts";
import { placedFeatures } from "./query.ts";

/** A tile as GeoJSON: what the vector tile holds but for points of labels, cut and on its grid as there, in degrees. */
export async function geoJsonTile(
  database: Database,
  layer: Layer,
  address: TileAddress,
  signal: AbortSignal,
): Promise<string> {
  const features: object[] = [];
  for (const query of placedFeatures(layer, address)) {
    if (query.part === labelsOf(layer)) continue;
    for (const row of await prepared<PlacedRow>(database, query, signal))
      features.push(featureOf(row, layer, address));
  }
  return JSON.stringify({ type: "FeatureCollection", features });
}

/** Sums have no id. */
function featureOf({ id, geom, ...properties }: PlacedRow, { code }: Layer, address: TileAddress) {
  const identified = id === null ? {} : { id: properties[code] };
  return { type: "Feature", ...identified, geometry: unplaced(JSON.parse(geom), address), properties };
}

function unplaced(geometry: Point | Polygon | MultiPolygon, address: TileAddress) {
  const place = ([x, y]: Position): Position => placeOf(address, x!, y!);
  // Downwards on a tile is northwards on the ground: what went round one way goes round the other.
  const ring = (line: Position[]): Position[] => line.map(place).reverse();
  switch (geometry.type) {
    case "Point":
      return { type: "Point", coordinates: place(geometry.coordinates) };
    case "Polygon":
      return { type: "Polygon", coordinates: geometry.coordinates.map(ring) };
    case "MultiPolygon":
      return { type: "MultiPolygon", coordinates: geometry.coordinates.map((rings) => rings.map(ring)) };
  }
}
