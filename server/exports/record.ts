import { type Column, codeColumn } from "../catalog/layer.ts";
import { geometryIn } from "../features/geometry.ts";
import type { Making, Select } from "./format.ts";

/**
 * Rows in PostgreSQL's own binary form, as one column: what formats that hold numbers as numbers are written from. No text is made
 * of a number on the way, and none of a geometry.
 */
type RecordRow = { record: Buffer };

/**
 * What `write` makes of each row of a file, in batches. It is given the same fields again and again, with other values: rows are
 * many, and what is thrown away costs more than what is read.
 */
export async function* written<T>(
  { rows, ask: { columns } }: Making,
  write: (fields: Fields) => T,
  select: Select = recordOf(),
): AsyncGenerator<T[]> {
  const fields: Fields = { code: "", geometry: null, values: columns.map(() => null) };
  for await (const batch of rows<RecordRow>(select))
    yield batch.map(({ record }) => {
      readInto(fields, record, columns);
      return write(fields);
    });
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
  outline?: (geometry: string) => string;
  several?: (values: string) => string;
}>;

/** The code, the geometry as WKB, and the columns that are asked for. */
export const recordOf =
  ({ outline = (geometry) => geometry, several = joined }: Forms = {}): Select =>
  ({ layer, crs, geometry, columns }) => {
    const fields = [
      `(${codeColumn(layer).sql})::text`,
      geometry ? `ST_AsBinary(${outline(geometryIn(layer, crs))}, 'NDR')` : "null::bytea",
      ...columns.map(({ sql, type }) => (type === "strings" ? several(sql) : `(${sql})::${AS[type]}`)),
    ];
    return `record_send(row(${fields.join(", ")})) as record`;
  };

export type Value = number | string | boolean | null;

export type Fields = {
  code: string;
  geometry: Buffer | null;
  /** Days are counted from 1970-01-01. */
  values: Value[];
};

/** PostgreSQL counts days from 2000-01-01. */
const DAYS_BEFORE_2000 = 10_957;
/** Before the first field stands how many there are; before each, its type and length, which is -1 for null. */
const FIRST_FIELD = 4;
const TYPE = 4;
const HEAD = 8;

/** The geometry is part of the record, not a copy. */
function readInto(fields: Fields, record: Buffer, columns: readonly Column[]): void {
  let at = FIRST_FIELD;
  let length = record.readInt32BE(at + TYPE);
  fields.code = record.toString("utf8", at + HEAD, at + HEAD + length);
  at += HEAD + length;
  length = record.readInt32BE(at + TYPE);
  fields.geometry = length < 0 ? null : record.subarray(at + HEAD, at + HEAD + length);
  at += HEAD + Math.max(0, length);
  for (let i = 0; i < columns.length; i++) {
    length = record.readInt32BE(at + TYPE);
    fields.values[i] = length < 0 ? null : valueIn(record, at + HEAD, length, columns[i]!);
    at += HEAD + Math.max(0, length);
  }
}

function valueIn(record: Buffer, start: number, length: number, { type, decimals }: Column): Value {
  switch (type) {
    case "number":
      return rounded(record.readDoubleBE(start), decimals ?? DECIMALS);
    case "integer":
      return record.readInt32BE(start);
    case "boolean":
      return record[start] === 1;
    case "date":
      return record.readInt32BE(start) + DAYS_BEFORE_2000;
    default:
      return record.toString("utf8", start, start + length);
  }
}

/** Where a column does not say how many digits its figures mean. */
export const DECIMALS = 2;
/** What lies on the border but for noise in its last digits is rounded as if it lay there. */
const NOISE = 1 + 4 * Number.EPSILON;

/** As the database rounds what it publishes: halves away from zero. */
function rounded(value: number, decimals: number): number {
  const scale = 10 ** decimals;
  return (Math.sign(value) * Math.round(Math.abs(value) * scale * NOISE)) / scale;
}

const MS_A_DAY = 86_400_000;

/** A day as `YYYY-MM-DD`. */
export const dayText = (day: number): string => new Date(day * MS_A_DAY).toISOString().slice(0, 10);
