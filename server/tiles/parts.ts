import type { Column, Layer } from "../catalog/layer.ts";
import { relation, tiled } from "../catalog/relation.ts";
import { EXTENT } from "./grid.ts";

/** What a tile of a layer holds at a zoom: its features, sums of what is below a pixel, points for labels. Each part is a layer of the tile. */

export type Part = Readonly<{
  name: string;
  geometry: Layer["geometry"];
  columns: readonly Column[];
  /** Rows of id, geom (EPSG:3857) and columns, which `TILE` places: west, south, east and north of its square, the margin, column and row. */
  sql: string;
}>;

export const cellsOf = (layer: Pick<Layer, "id">) => `${layer.id}-cells`;
export const labelsOf = (layer: Pick<Layer, "id">) => `${layer.id}-labels`;

/**
 * The largest come first, and past so many the smallest are left out: what bounds the cost of a tile however much data there is. Zipped,
 * a parcel takes some 35 bytes and a sum some 50, so that no tile has more than half a megabyte; the demonstration has a fifth of them.
 */
const [FEATURES, SUMS] = [7_500, 4_500];
/** Polygons below a sixteenth of a pixel vanish when they are put on the tile's grid; they are not even tried. */
const LEAST_UNITS = 4;
/** A map draws a tile 512 pixels wide. */
const PIXEL_UNITS = (EXTENT / 512) ** 2;
const WORLD = 40_075_016.685578488;

const SQUARE = "ST_MakeEnvelope($1, $2, $3, $4, 3857)";
const AROUND = `ST_Expand(${SQUARE}, $5)`;
const ADDRESS = "tile_x = $6 and tile_y = $7";

const isCarried = (zoom: number) => (column: Column) =>
  typeof column.tile === "number" ? zoom >= column.tile : column.tile === true;

const selected = (columns: readonly Column[]) =>
  columns.map((column) => `, ${tiled(column)} as ${column.name}`).join("");

/** What polygons must have at least to be drawn as they are, in m² of the map; the rest is summed, or cannot be seen. */
function leastArea({ cells }: Layer, zoom: number): number {
  const units = cells && zoom <= cells.upToZoom ? PIXEL_UNITS : LEAST_UNITS;
  return units * (WORLD / 2 ** zoom / EXTENT) ** 2;
}

function features(layer: Layer, zoom: number): Part {
  const { id, geometry, key, geom3857 } = layer;
  const far = layer.far && zoom <= layer.far.upToZoom ? layer.far : undefined;
  const columns = layer.columns.filter(isCarried(zoom));
  const drawn = far?.drawn ?? `ST_Area(${geom3857})`;
  const [enough, order] =
    geometry === "polygon" ? [`and ${drawn} >= ${leastArea(layer, zoom)}`, `${drawn} desc, `] : ["", ""];
  const sql = `
    select ${key} as id, ${geom3857} as geom${selected(columns)}
      from ${relation(far ? { ...layer, from: far.from } : layer, columns)}
     where ${geom3857} && ${AROUND} ${enough}
     order by ${order}${key} limit ${FEATURES}`;
  return { name: id, geometry, columns, sql };
}

function cells(layer: Layer, zoom: number): Part[] {
  if (!layer.cells || zoom > layer.cells.upToZoom) return [];
  const { from, columns } = layer.cells;
  const sql = `
    select null::bigint as id, c.geom_3857 as geom${selected(columns)}
      from ${from} where c.zoom = ${zoom} and ${ADDRESS}
     order by c.area_m2 desc, c.x, c.y limit ${SUMS}`;
  return [{ name: cellsOf(layer), geometry: "polygon", columns, sql }];
}

/** Half open on two sides, so that a point on the line between tiles is in one of them. */
const INSIDE = "ST_X(place) >= $1 and ST_X(place) < $3 and ST_Y(place) > $2 and ST_Y(place) <= $4";

function labels(layer: Layer, zoom: number): Part[] {
  if (layer.labelsFromZoom === undefined || zoom < layer.labelsFromZoom) return [];
  const columns = layer.columns.filter(isCarried(zoom));
  const sql = `
    select ${layer.key} as id, place as geom${selected(columns)}
      from ${relation(layer, columns)}, lateral (select ST_PointOnSurface(${layer.geom3857}) as place offset 0) as label
     where ${layer.geom3857} && ${SQUARE} and ${INSIDE}
     order by ${layer.key} limit ${FEATURES}`;
  return [{ name: labelsOf(layer), geometry: "point", columns, sql }];
}

const made = new WeakMap<Layer, Map<number, readonly Part[]>>();

/** Made once, for texts that the database has prepared must stay the same. */
export function partsOf(layer: Layer, zoom: number): readonly Part[] {
  const ofLayer = made.get(layer) ?? new Map<number, readonly Part[]>();
  made.set(layer, ofLayer);
  const known = ofLayer.get(zoom);
  if (known) return known;
  const parts = [features(layer, zoom), ...cells(layer, zoom), ...labels(layer, zoom)];
  ofLayer.set(zoom, parts);
  return parts;
}
