import type { Column, Layer } from "./layer.ts";

/** The FROM clause of a layer with the joins that these columns need. */
export function relation(layer: Layer, columns: readonly Column[]): string {
  const needed = new Set(columns.map((column) => column.join));
  const joins = Object.entries(layer.joins).filter(([name]) => needed.has(name));
  return [layer.from, ...joins.map(([, join]) => join)].join("\n");
}

/**
 * A column as an answer shows it. Numbers keep their decimals even where these are zero: readers such as GDAL take the type
 * of a field from its first values, and `12` would make the column one of integers.
 */
export function published({ sql, type, decimals }: Column): string {
  return type === "number" ? `round((${sql})::numeric, ${decimals ?? 2})` : `${sql}`;
}

/** A column as tiles carry it, which know numbers, booleans and texts only. */
export function tiled({ sql, type, decimals }: Column): string {
  if (type === "number") return `round((${sql})::numeric, ${decimals ?? 2})::double precision`;
  return type === "date" ? `(${sql})::text` : sql;
}
