import { type Column, columnNamed, type Layer, queryables } from "../catalog/layer.ts";
import type { Box, Interval, ItemsQuery } from "./query.ts";

/** What a request selects of a layer, as SQL. */
export type Selection = {
  where: string;
  values: (string | number | boolean)[];
  /** Columns that the condition reads. */
  columns: Column[];
};

type Condition = { sql: string; values: (string | number | boolean)[]; column?: Column };

export function selectionOf(layer: Layer, query: ItemsQuery): Selection {
  const conditions = [
    ...(query.bbox ? [inside(layer, query.bbox)] : []),
    ...(query.datetime && layer.time ? [during(columnNamed(layer, layer.time), query.datetime)] : []),
    ...queryables(layer).flatMap((column) => equal(column, query[column.name])),
  ];
  return {
    where: conditions.map(({ sql }) => sql).join(" and ") || "true",
    values: conditions.flatMap(({ values }) => values),
    columns: conditions.flatMap(({ column }) => column ?? []),
  };
}

/** A box whose west lies east of its east crosses the antimeridian, and is two. */
function inside(layer: Layer, { west, south, east, north }: Box): Condition {
  const boxes =
    west <= east
      ? [[west, south, east, north]]
      : [
          [west, south, 180, north],
          [-180, south, east, north],
        ];
  const one = `ST_Intersects(${layer.geom}, ST_MakeEnvelope(?, ?, ?, ?, 4326))`;
  return { sql: `(${boxes.map(() => one).join(" or ")})`, values: boxes.flat() };
}

/** Things without a date are not in any interval, but the standard wants them selected by every one. */
function during(column: Column, { from, to }: Interval): Condition {
  const bounds = [
    ...(from ? [{ sql: `${column.sql} >= ?::date`, value: from }] : []),
    ...(to ? [{ sql: `${column.sql} <= ?::date`, value: to }] : []),
  ];
  return {
    sql: `(${column.sql} is null or (${bounds.map(({ sql }) => sql).join(" and ")}))`,
    values: bounds.map(({ value }) => value),
    column,
  };
}

const CAST = {
  string: "text",
  integer: "integer",
  number: "numeric",
  boolean: "boolean",
  date: "date",
  strings: "text",
} as const;

function equal(column: Column, value: unknown): Condition[] {
  if (value === undefined) return [];
  const left =
    column.type === "number" ? `round((${column.sql})::numeric, ${column.decimals ?? 2})` : column.sql;
  return [{ sql: `${left} = ?::${CAST[column.type]}`, values: [value as string | number | boolean], column }];
}
