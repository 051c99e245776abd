import { type Column, type Layer, queryables } from "../catalog/layer.ts";
import type { Value } from "../cql2/fragment.ts";
import { CRS84 } from "../ogc/crs.ts";
import { inside } from "./box.ts";
import { filtered } from "./filter.ts";
import { during } from "./interval.ts";
import type { ItemsQuery } from "./query.ts";

/** What a request selects of a layer, as SQL. */
export type Selection = {
  where: string;
  values: Value[];
  /** Columns that the condition reads. */
  columns: Column[];
};

export type Condition = { sql: string; values: readonly Value[]; columns?: readonly Column[] };

export function selectionOf(layer: Layer, query: ItemsQuery): Selection {
  return all([
    ...(query.bbox ? [inside(layer, query.bbox, query["bbox-crs"] ?? CRS84)] : []),
    ...(query.datetime ? during(layer, query.datetime) : []),
    ...(!query.filter
      ? []
      : [filtered(layer, query.filter, query["filter-lang"] ?? "cql2-text", query["filter-crs"] ?? CRS84)]),
    ...queryables(layer).flatMap((column) => equal(column, query[column.name])),
  ]);
}

const all = (conditions: readonly Condition[]): Selection => ({
  where: conditions.map(({ sql }) => sql).join(" and ") || "true",
  values: conditions.flatMap(({ values }) => values),
  columns: conditions.flatMap(({ columns }) => columns ?? []),
});

const CAST = {
  string: "text",
  integer: "integer",
  number: "numeric",
  boolean: "boolean",
  date: "date",
} as const;

function equal(column: Column, value: unknown): Condition[] {
  if (value === undefined) return [];
  if (column.type === "strings")
    return [{ sql: `?::text = any(${column.sql})`, values: [value as Value], columns: [column] }];
  const left =
    column.type === "number" ? `round((${column.sql})::numeric, ${column.decimals ?? 2})` : column.sql;
  return [{ sql: `${left} = ?::${CAST[column.type]}`, values: [value as Value], columns: [column] }];
}
