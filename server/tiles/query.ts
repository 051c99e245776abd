import type { Layer } from "../catalog/layer.ts";
import { relation, tiled } from "../catalog/relation.ts";
import { BUFFER, EXTENT, type Square, squareOf, type TileAddress } from "./grid.ts";

/** A tile as SQL: with PostGIS's own encoder where it has one, and as rows for ours where it has not. */

export type TileQuery = { sql: string; values: number[] };

/**
 * The largest come first, and past this many the smallest are left out: what bounds the cost of a tile however much data
 * there is. The whole city has a fifth of it.
 */
const FEATURES = 50_000;
/** Polygons below a sixteenth of a pixel vanish when they are put on the tile's grid; they are not even tried. */
const LEAST_UNITS = 4;

const attributes = (layer: Layer) => layer.columns.filter((column) => column.tile);

function candidates(layer: Layer, geometry: string): string {
  const columns = attributes(layer);
  const size = layer.geometry === "polygon" ? `ST_Area(${layer.geom3857})` : "1";
  return `
    select ${layer.key} as id, ${geometry} as geom, ${columns.map((column) => `${tiled(column)} as ${column.name}`).join(", ")}
      from ${relation(layer, columns)}
     where ${layer.geom3857} && ST_MakeEnvelope(?, ?, ?, ?, 3857) and ${size} >= ?
     order by ${size} desc, ${layer.key} limit ${FEATURES}`;
}

function searched(layer: Layer, { west, south, east, north, size }: Square): number[] {
  const margin = (size * BUFFER) / EXTENT;
  const least = layer.geometry === "polygon" ? LEAST_UNITS * (size / EXTENT) ** 2 : 1;
  return [west - margin, south - margin, east + margin, north + margin, least];
}

/** One row, one column: the finished tile. */
export function encodedTile(layer: Layer, address: TileAddress): TileQuery {
  const square = squareOf(address);
  const geometry = `ST_AsMVTGeom(${layer.geom3857}, ST_MakeEnvelope(?, ?, ?, ?, 3857)::box2d, ${EXTENT}, ${BUFFER})`;
  return {
    sql: `select ST_AsMVT(placed, '${layer.id}', ${EXTENT}, 'geom', 'id') as tile
            from (${candidates(layer, geometry)}) placed where geom is not null`,
    values: [square.west, square.south, square.east, square.north, ...searched(layer, square)],
  };
}

/**
 * One row per feature, its geometry in tile units as GeoJSON. It takes the steps of ST_AsMVTGeom: drop what the grid cannot
 * show, leave out points closer than half a unit, put the rest on the grid, clip.
 */
export function placedFeatures(layer: Layer, address: TileAddress): TileQuery {
  const square = squareOf(address);
  const scale = EXTENT / square.size;
  const half = 0.5 / scale;
  const thinned =
    layer.geometry === "polygon"
      ? `ST_Simplify(ST_RemoveRepeatedPoints(${layer.geom3857}, ${half}), ${half}, false)`
      : layer.geom3857;
  const onGrid = `ST_SnapToGrid(ST_Affine(${thinned}, ?, 0, 0, ?, ?, ?), 1)`;
  const clipped = `ST_ClipByBox2D(${onGrid}, ST_MakeEnvelope(${-BUFFER}, ${-BUFFER}, ${EXTENT + BUFFER}, ${EXTENT + BUFFER})::box2d)`;
  const geometry =
    layer.geometry === "polygon" ? `ST_ForcePolygonCCW(ST_CollectionExtract(${clipped}, 3))` : clipped;
  return {
    sql: `select *, ST_AsGeoJSON(geom, 0) as geom from (${candidates(layer, geometry)}) placed
           where geom is not null and not ST_IsEmpty(geom)`,
    values: [scale, -scale, -square.west * scale, square.north * scale, ...searched(layer, square)],
  };
}
