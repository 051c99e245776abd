import { type Column, type ColumnType, codeColumn } from "../catalog/layer.ts";
import { geometryIn } from "../features/geometry.ts";
import type { Crs } from "../ogc/crs.ts";
import type { Making, Select, TakeRow } from "./format.ts";
import { rounded } from "./writer.ts";

/**
 * Rows in PostgreSQL's own binary form: what every format is written from. No text is made of a number on the way, and none of a
 * geometry.
 */
export type Row = {
  bytes: Buffer;
  /** Where each field begins, and how long it is, which is -1 for null. */
  readonly starts: Int32Array;
  readonly lengths: Int32Array;
};

/** The first two fields, and where the columns begin. */
const CODE = 0;
const GEOMETRY = 1;
const COLUMNS = 2;

/** How many fields there are stands before the first, the length of each before it. */
const [COUNT, LENGTH] = [2, 4];

/** The same row again and again, with other fields: rows are many, and what is thrown away costs more than what is read. */
const emptyRow = (fields: number): Row => ({
  bytes: Buffer.alloc(0),
  starts: new Int32Array(fields),
  lengths: new Int32Array(fields),
});

function readInto(row: Row, bytes: Buffer): void {
  const { starts, lengths } = row;
  row.bytes = bytes;
  let at = COUNT;
  for (let i = 0; i < starts.length; i++) {
    const length = bytes.readInt32BE(at);
    at += LENGTH;
    starts[i] = at;
    lengths[i] = length;
    if (length > 0) at += length;
  }
}

/** The texts of the last fields of a row. */
export function lastTexts(bytes: Buffer, count: number): string[] {
  const row = emptyRow(bytes.readInt16BE(0));
  readInto(row, bytes);
  return Array.from({ length: count }, (_, i) => textIn(row, row.starts.length - count + i));
}

/** Gives `take` each row of a file, and a turn to whoever hands on what is made of them; meanwhile more may be taken. */
export function rowsTaken(
  { rows, ask: { columns } }: Making,
  take: (row: Row) => void,
  select: Select = recordOf(),
): AsyncGenerator<void> {
  return rows(select, rowTaker(columns, take));
}

/** Reads rows with these columns for `take`. */
export function rowTaker(columns: readonly Column[], take: (row: Row) => void): TakeRow {
  const row = emptyRow(COLUMNS + columns.length);
  return (bytes) => {
    readInto(row, bytes);
    take(row);
  };
}

/** More than one value in a column is written with these between them. */
const BETWEEN_VALUES = "; ";

const AS = {
  string: "text",
  integer: "integer",
  number: "float8",
  boolean: "boolean",
  date: "date",
} as const;

const joined = (sql: string) => `array_to_string(${sql}, '${BETWEEN_VALUES}')`;

type Forms = Readonly<{
  /** What becomes of an outline, and of a column that holds more than one value, in SQL. */
  outline?: (geometry: string, crs: Crs) => string;
  several?: (values: string) => string;
}>;

/** The code, the geometry as WKB, and the columns that are asked for. */
export const recordOf =
  ({ outline = (geometry) => geometry, several = joined }: Forms = {}): Select =>
  ({ layer, crs, geometry, columns }) =>
    [
      `(${codeColumn(layer).sql})::text`,
      geometry ? `ST_AsBinary(${outline(geometryIn(layer, crs), crs)}, 'NDR')` : "null::bytea",
      ...columns.map(({ sql, type }) => (type === "strings" ? several(sql) : `(${sql})::${AS[type]}`)),
    ].join(", ");

/** The field that a column stands in. */
export const fieldOf = (column: number): number => COLUMNS + column;

export const isNull = ({ lengths }: Row, field: number): boolean => lengths[field]! < 0;

const textIn = ({ bytes, starts, lengths }: Row, field: number): string =>
  bytes.toString("utf8", starts[field], starts[field]! + lengths[field]!);

export const codeField = CODE;

/** Part of the row, not a copy: it is there only until the row is taken. */
export const geometryOf = ({ bytes, starts, lengths }: Row): Buffer | null =>
  lengths[GEOMETRY]! < 0 ? null : bytes.subarray(starts[GEOMETRY], starts[GEOMETRY]! + lengths[GEOMETRY]!);

/** PostgreSQL counts days from 2000-01-01, we from 1970-01-01. */
const DAYS_BEFORE_2000 = 10_957;

export const figureIn = ({ bytes, starts }: Row, field: number): number => bytes.readDoubleBE(starts[field]);
export const integerIn = ({ bytes, starts }: Row, field: number): number => bytes.readInt32BE(starts[field]);
export const truthIn = ({ bytes, starts }: Row, field: number): boolean => bytes[starts[field]!] === 1;
export const dayIn = ({ bytes, starts }: Row, field: number): number =>
  bytes.readInt32BE(starts[field]) + DAYS_BEFORE_2000;

/** What is to be known of a column to read it; of the same form for all, for they are asked for each value. */
export type Kind = Readonly<{ type: ColumnType; decimals: number }>;

export const kindsOf = (columns: readonly Column[]): Kind[] =>
  columns.map(({ type, decimals = DECIMALS }) => ({ type, decimals }));

export type Value = number | string | boolean | null;

/** What a column holds; days are counted from 1970-01-01. */
export function valueIn(row: Row, column: number, { type, decimals }: Column): Value {
  const field = COLUMNS + column;
  if (isNull(row, field)) return null;
  switch (type) {
    case "number":
      return rounded(figureIn(row, field), decimals ?? DECIMALS);
    case "integer":
      return integerIn(row, field);
    case "boolean":
      return truthIn(row, field);
    case "date":
      return dayIn(row, field);
    default:
      return textIn(row, field);
  }
}

/** Where a column does not say how many digits its figures mean. */
export const DECIMALS = 2;

const MS_A_DAY = 86_400_000;
/** Until 2079; the same days come again and again. */
const KNOWN_DAYS = 40_000;
const knownDays: string[] = [];

/** A day as `YYYY-MM-DD`. */
export function dayText(day: number): string {
  if (day < 0 || day >= KNOWN_DAYS) return textOfDay(day);
  knownDays[day] ??= textOfDay(day);
  return knownDays[day];
}

const textOfDay = (day: number) => new Date(day * MS_A_DAY).toISOString().slice(0, 10);
