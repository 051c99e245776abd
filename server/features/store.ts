import { codeColumn, type Layer } from "../catalog/layer.ts";
import { published, relation } from "../catalog/relation.ts";
import type { Crs } from "../ogc/crs.ts";
import type { Services } from "../services.ts";
import { type Ask, columnsRead } from "./ask.ts";
import type { Place } from "./cursor.ts";
import { geoJsonIn } from "./geometry.ts";
import { type Part, rowsOf } from "./rows.ts";
import { orderOf, sortedBy, startOf } from "./sorting.ts";

/** Features come out of the database as finished GeoJSON texts; nothing here looks inside one. */

type Row = { feature: string };

/**
 * Long results are read in pages of this many: on the embedded database everyone shares one backend, and a page holds it for
 * a few milliseconds.
 */
export const PAGE = 1_000;

type Wanted = Pick<Ask, "layer" | "columns" | "geometry" | "crs">;

/** A feature as GeoJSON, for SELECT over its layer's relation. */
function featureText({ layer, columns, geometry, crs }: Wanted): string {
  const list = columns.map((column) => `${published(column)} as ${column.name}`).join(", ");
  const properties = list ? `(select row_to_json(p) from (select ${list}) p)` : `'{}'`;
  const outline = geometry ? `coalesce(${geoJsonIn(layer, crs)}, 'null')` : `'null'`;
  return `concat('{"type":"Feature","id":', to_json(${codeColumn(layer).sql}),
                 ',"geometry":', ${outline}, ',"properties":', ${properties}, '}') as feature`;
}

export function featureStore({ read }: Pick<Services, "read">) {
  /** Yields batches of features in the order that is asked for, each with the place to go on from, or null at the end. */
  async function* batches(ask: Ask, part: Omit<Part, "pageSize">, signal: AbortSignal) {
    for await (const { rows, next } of rowsOf<Row>(
      { read },
      ask,
      featureText,
      { ...part, pageSize: PAGE },
      signal,
    ))
      yield { features: rows.map(({ feature }) => feature), next };
  }

  async function one(layer: Layer, code: string, crs: Crs, signal: AbortSignal): Promise<string | undefined> {
    const wanted = { layer, columns: layer.columns, geometry: true, crs };
    const sql = `select ${featureText(wanted)} from ${relation(layer, layer.columns)}
                  where ${codeColumn(layer).sql} = ? limit 1`;
    const rows = await read<Row>(sql, [code], signal);
    return rows[0]?.feature;
  }

  /** Where the page after this one begins; null where this is the last. */
  async function placeAfter(ask: Ask, limit: number, after: Place | undefined, signal: AbortSignal) {
    const { layer, where, sort } = ask;
    const start = startOf(ask, after);
    const [last, more] = await read<{ key: number; sorted: Place["values"] | null }>(
      `select ${layer.key} as key, ${sortedBy(sort)} as sorted
         from ${relation(layer, columnsRead({ ...ask, columns: [] }))}
        where ${where.where} and ${start.sql} order by ${orderOf(layer, sort)} limit 2 offset ?`,
      [...where.values, ...start.values, limit - 1],
      signal,
    );
    return last && more ? { key: last.key, values: last.sorted ?? [] } : null;
  }

  return { batches, placeAfter, one };
}
