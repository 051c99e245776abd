import type { Knex } from "knex";
import { day } from "../domain/civil-days.ts";
import { copyIn, type RowWriter } from "../server/db/copy/in.ts";
import type { Ring } from "./ground/polygon.ts";

/** Rows of the demonstration city into their tables by COPY, which takes a fraction of what the database needs to read them as JSON. */

/** What each kind of column takes. */
type Values = {
  text: string | null;
  texts: readonly string[];
  integer: number | null;
  float: number | null;
  boolean: boolean;
  /** An ISO civil date. */
  day: string | null;
  place: readonly [number, number];
  outline: Ring;
};
type Kind = keyof Values;
type KindOf<Value> = { [K in Kind]: Value extends Values[K] ? K : never }[Kind];

/** The columns of a table, each with its kind, in the order in which they are written. */
export type Columns<Row> = { readonly [Name in keyof Row]-?: KindOf<Row[Name]> };

const WRITE: { readonly [K in Kind]: (to: RowWriter, value: Values[K]) => void } = {
  text: (to, value) => to.text(value),
  texts: (to, value) => to.texts(value),
  integer: (to, value) => to.integer(value),
  // A zero has no sign.
  float: (to, value) => to.float((value ?? Number.NaN) + 0),
  boolean: (to, value) => to.boolean(value),
  day: (to, value) => to.day(value === null ? null : day(value)),
  place: (to, value) => to.point(value),
  outline: (to, value) => to.multiPolygon([value]),
};

const unwatched = new AbortController().signal;

/** What a column is not told, its default stands for. */
export async function copyRows<Row extends object>(
  trx: Knex.Transaction,
  table: string,
  columns: Columns<Row>,
  rows: readonly Row[],
): Promise<void> {
  const names = Object.keys(columns) as (keyof Row & string)[];
  const writers = names.map((name) => ({ name, write: WRITE[columns[name] as Kind] as Write }));
  await copyIn(
    trx,
    `${table} (${names.join(", ")})`,
    rows.length,
    (at, to) => {
      const row = rows[at] as Row;
      to.row(writers.length);
      for (const { name, write } of writers) write(to, row[name]);
    },
    { signal: unwatched },
  );
}

/** That the kind suits the value is what `Columns` sees to. */
type Write = (to: RowWriter, value: unknown) => void;
