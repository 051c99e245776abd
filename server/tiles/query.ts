import type { Layer } from "../catalog/layer.ts";
import { BUFFER, EXTENT, squareOf, type TileAddress } from "./grid.ts";
import { type Part, partsOf } from "./parts.ts";

/**
 * A tile as SQL: with PostGIS's own encoder where it has one, and as rows for ours where it has not. The texts depend on layer and zoom
 * alone, so that a database can prepare them; where the tile is comes with the values.
 */

export type TileQuery = { name: string; sql: string; values: number[] };

/** Puts in what `parts.ts` numbers: the sides of the square, the margin around it, column and row; what a text does not name it is not given. */
function placed(name: string, text: string, address: TileAddress): TileQuery {
  const { west, south, east, north, size } = squareOf(address);
  const all = [west, south, east, north, (size * BUFFER) / EXTENT, address.x, address.y];
  const named = [...new Set(text.match(/\$\d/g))].sort();
  return {
    name: `${name} ${address.z}`,
    sql: text.replace(/\$\d/g, (one) => `$${named.indexOf(one) + 1}`),
    values: named.map((one) => all[Number(one.slice(1)) - 1] ?? 0),
  };
}

const listed = ({ columns }: Part) => columns.map(({ name }) => `, ${name}`).join("");

/** Without it each geometry would be placed again wherever it is looked at. */
const PLACED_ONCE = "offset 0";

/** Of each layer and zoom. */
const texts = new Map<string, string>();

/** One row, one column: the finished tile. */
export function encodedTile(layer: Layer, address: TileAddress): TileQuery {
  const known = `${layer.id} ${address.z}`;
  const text = texts.get(known) ?? encodedText(layer, address.z);
  texts.set(known, text);
  return placed(`tile ${layer.id}`, text, address);
}

/** Encoded layers that follow each other are one tile. */
function encodedText(layer: Layer, zoom: number): string {
  const encoded = partsOf(layer, zoom).map(
    (part) => `
      (select ST_AsMVT(placed, '${part.name}', ${EXTENT}, 'geom', 'id') from (
         select id, ST_AsMVTGeom(geom, ST_MakeEnvelope($1, $2, $3, $4, 3857)::box2d, ${EXTENT}, ${BUFFER}) as geom${listed(part)}
           from (${part.sql}) found ${PLACED_ONCE}) placed
        where geom is not null)`,
  );
  return `select ${encoded.join(" || ")} as tile`;
}

export type PartQuery = TileQuery & { part: string };

/**
 * One row per feature of each part, its geometry in tile units as GeoJSON. It takes the steps of ST_AsMVTGeom: drop what the grid cannot
 * show, leave out points closer than half a unit, put the rest on the grid, clip.
 */
export const placedFeatures = (layer: Layer, address: TileAddress): PartQuery[] =>
  partsOf(layer, address.z).map((part) => placedPart(part, address));

function placedPart(part: Part, address: TileAddress): PartQuery {
  const scale = EXTENT / squareOf(address).size;
  const half = 0.5 / scale;
  const isPolygon = part.geometry === "polygon";
  const thinned = isPolygon ? `ST_Simplify(ST_RemoveRepeatedPoints(geom, ${half}), ${half}, false)` : "geom";
  const onGrid = `ST_SnapToGrid(ST_Affine(${thinned}, ${scale}, 0, 0, ${-scale}, $1::float8 * ${-scale}, $4::float8 * ${scale}), 1)`;
  const clipped = `ST_ClipByBox2D(${onGrid}, ST_MakeEnvelope(${-BUFFER}, ${-BUFFER}, ${EXTENT + BUFFER}, ${EXTENT + BUFFER})::box2d)`;
  const onTile = isPolygon ? `ST_ForcePolygonCCW(ST_CollectionExtract(${clipped}, 3))` : clipped;
  const sql = `
    select id, ST_AsGeoJSON(geom, 0) as geom${listed(part)}
      from (select id, ${onTile} as geom${listed(part)} from (${part.sql}) found ${PLACED_ONCE}) placed
     where geom is not null and not ST_IsEmpty(geom)`;
  return { ...placed(`rows ${part.name}`, sql, address), part: part.name };
}
