import { z } from "zod";
import { type Column, type Layer, sortables } from "../catalog/layer.ts";
import { published } from "../catalog/relation.ts";
import type { Place } from "./cursor.ts";
import type { Condition } from "./selection.ts";

/** Orders: what `sortby` says, and how pages go on in it. */

export type SortKey = Readonly<{ column: Column; descending: boolean }>;

/** More than anybody can tell apart, and few enough for the condition of the next page to stay small. */
const MOST = 4;

export const sortable = (layer: Layer) =>
  z.string().transform((text, context): SortKey[] => {
    const refuse = (message: string) => {
      context.addIssue({ code: "custom", message });
      return z.NEVER;
    };
    // What a form sends where nothing is chosen.
    if (text === "") return [];
    const named = text.split(",");
    if (named.length > MOST) return refuse(`must be ${MOST} columns at most`);
    const keys: SortKey[] = [];
    for (const item of named) {
      // In a query, a plus that is not encoded is a space.
      const [, sign, name] = /^([+\- ]?)(.*)$/s.exec(item)!;
      const column = sortables(layer).find((candidate) => candidate.name === name);
      if (!column)
        return refuse(`must name columns to sort by, such as ${layer.code} or -${layer.code}; not ${name}`);
      if (keys.some((key) => key.column === column)) return refuse(`names ${name} more than once`);
      keys.push({ column, descending: sign === "-" });
    }
    return keys;
  });

const TYPE = { string: "text", integer: "integer", number: "numeric", boolean: "boolean", date: "date" };
const typeOf = ({ type }: Column) => TYPE[type as keyof typeof TYPE];

/**
 * By code point: the same order in every database, whatever language it was made in. A column may be the same for all; only with its
 * type is that something to order by.
 */
const ordered = (column: Column) =>
  column.type === "string"
    ? `(${column.sql})::text collate "C"`
    : `(${published(column)})::${typeOf(column)}`;

/** What is not known comes last in either direction. */
export const orderOf = (layer: Layer, sort: readonly SortKey[]): string =>
  [
    ...sort.map(({ column, descending }) => `${ordered(column)} ${descending ? "desc" : "asc"} nulls last`),
    layer.key,
  ].join(", ");

/** The values that a row is sorted by, as one column of texts. */
export const sortedBy = (sort: readonly SortKey[]): string =>
  sort.length === 0
    ? "null::text[]"
    : `array[${sort.map(({ column }) => `(${published(column)})::text`).join(", ")}]`;

type Sorted = Readonly<{ layer: Layer; sort: readonly SortKey[] }>;

/** What comes after a place, or all where there is none. */
export const startOf = ({ layer, sort }: Sorted, after: Place | undefined): Condition =>
  after ? beyond(layer, sort, after) : { sql: "true", values: [] };

/** Later in the first column, or level in it and later in the next, and so on to the key. */
function beyond(layer: Layer, sort: readonly SortKey[], { key, values }: Place): Condition {
  const later: Condition = { sql: `${layer.key} > ?`, values: [key] };
  return sort.reduceRight<Condition>((rest, { column, descending }, i) => {
    const value = values[i] ?? null;
    const here = ordered(column);
    if (value === null) return { sql: `(${here} is null and ${rest.sql})`, values: rest.values };
    const at = `?::${typeOf(column)}`;
    return {
      sql: `(${here} ${descending ? "<" : ">"} ${at} or ${here} is null or (${here} = ${at} and ${rest.sql}))`,
      values: [value, value, ...rest.values],
    };
  }, later);
}
