import type { Column } from "../../catalog/layer.ts";
import { gbk } from "../gbk.ts";
import { DECIMALS, dayText, type Value } from "../record.ts";

/** The table of a shapefile (dBASE III): cells of fixed width, names of ten letters. */

export type Encoding = "utf-8" | "gbk";

const MOST_IN_NAME = 10;
const MOST_IN_CELL = 254;
const SPACE = 0x20;

/** The first ten letters of each name; where two columns have the same, a number tells them apart. */
export function fieldNames(columns: readonly Column[]): string[] {
  const taken = new Set<string>();
  return columns.map(({ name }) => {
    let short = name.slice(0, MOST_IN_NAME);
    for (let i = 2; taken.has(short); i++) short = name.slice(0, MOST_IN_NAME - String(i).length) + i;
    taken.add(short);
    return short;
  });
}

/** Cut where a character ends, not inside of one. */
function cut(text: string, encode: (text: string) => Buffer): Buffer {
  const whole = encode(text);
  if (whole.length <= MOST_IN_CELL) return whole;
  let bytes = Buffer.alloc(0);
  for (const character of text) {
    const next = encode(character);
    if (bytes.length + next.length > MOST_IN_CELL) return bytes;
    bytes = Buffer.concat([bytes, next]);
  }
  return bytes;
}

/** What stands in a cell, without the blanks around it. */
export const cellWriter = (encoding: Encoding) => {
  const encode = encoding === "gbk" ? gbk : (text: string) => Buffer.from(text);
  return (value: Value, { type, decimals }: Column): Buffer => {
    if (value === null) return Buffer.alloc(0);
    if (typeof value === "string") return cut(value, encode);
    if (typeof value === "boolean") return Buffer.from(value ? "T" : "F");
    if (type === "date") return Buffer.from(dayText(value).replaceAll("-", ""));
    return Buffer.from(type === "number" ? value.toFixed(decimals ?? DECIMALS) : String(value));
  };
};

const KIND = { string: "C", strings: "C", integer: "N", number: "N", boolean: "L", date: "D" } as const;
const LANGUAGE = { "utf-8": 0, gbk: 0x4d } as const;

export type Shape = Readonly<{
  columns: readonly Column[];
  /** Of each column, what its longest cell takes. */
  widths: readonly number[];
  rows: number;
  encoding: Encoding;
  changed: string;
}>;

const FIXED_WIDTH: Readonly<Record<string, number>> = { boolean: 1, date: 8 };
export const widthOf = ({ type }: Column, longest: number): number =>
  FIXED_WIDTH[type] ?? Math.max(1, longest);

export function tableHead({ columns, widths, rows, encoding, changed }: Shape): Buffer {
  const head = Buffer.alloc(32);
  const [year = 1900, month = 1, day = 1] = changed.match(/\d+/g)?.map(Number) ?? [];
  head.set([3, year - 1900, month, day]);
  head.writeUInt32LE(rows, 4);
  head.writeUInt16LE(32 * (columns.length + 1) + 1, 8);
  head.writeUInt16LE(1 + widths.reduce((sum, width) => sum + width, 0), 10);
  head[29] = LANGUAGE[encoding];
  const names = fieldNames(columns);
  const fields = columns.map(({ type, decimals }, i) => {
    const field = Buffer.alloc(32);
    field.write(names[i]!, 0, "latin1");
    field.write(KIND[type], 11, "latin1");
    field[16] = widths[i]!;
    field[17] = type === "number" ? (decimals ?? DECIMALS) : 0;
    return field;
  });
  return Buffer.concat([head, ...fields, Buffer.from([0x0d])]);
}

/** Numbers stand at the right of their cells, everything else at the left. */
export function tableRow(cells: readonly Buffer[], { columns, widths }: Shape): Buffer {
  const row = Buffer.alloc(1 + widths.reduce((sum, width) => sum + width, 0), SPACE);
  let at = 1;
  for (const [i, cell] of cells.entries()) {
    const width = widths[i]!;
    const type = columns[i]?.type;
    const right = type === "number" || type === "integer";
    cell.copy(row, right ? at + width - cell.length : at);
    at += width;
  }
  return row;
}
