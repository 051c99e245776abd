import type { Column } from "../catalog/layer.ts";

/** Pieces of SQL with the values that they take: whatever a client wrote is a value, never a part of the text. */

export type Value = string | number | boolean | null;

export type Fragment = Readonly<{
  sql: string;
  values: readonly Value[];
  /** Columns that it reads. */
  columns: readonly Column[];
}>;

export const plain = (sql: string, columns: readonly Column[] = []): Fragment => ({
  sql,
  values: [],
  columns,
});

export const bound = (value: Value, type: string): Fragment => ({
  sql: `?::${type}`,
  values: [value],
  columns: [],
});

/** A template whose places are pieces. */
export function sql(texts: readonly string[], ...parts: readonly Fragment[]): Fragment {
  return {
    sql: texts.map((text, i) => text + (parts[i]?.sql ?? "")).join(""),
    values: parts.flatMap(({ values }) => values),
    columns: parts.flatMap(({ columns }) => columns),
  };
}

export const joined = (parts: readonly Fragment[], between: string): Fragment =>
  sql(["(", ...parts.slice(1).map(() => between), ")"], ...parts);
