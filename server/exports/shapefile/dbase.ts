import type { Column } from "../../catalog/layer.ts";
import { gbk } from "../gbk.ts";
import {
  DECIMALS,
  dayIn,
  dayText,
  figureIn,
  integerIn,
  isNull,
  type Kind,
  type Row,
  truthIn,
} from "../record.ts";
import type { Writer } from "../writer.ts";

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

/** Writes what stands in a cell, without the blanks around it. */
export const cellWriter = (to: Writer, encoding: Encoding) => {
  const encode = encoding === "gbk" ? gbk : (text: string) => Buffer.from(text);
  return (row: Row, field: number, { type, decimals }: Kind) => {
    if (isNull(row, field)) return;
    if (type === "number") return to.figure(figureIn(row, field), decimals, decimals);
    if (type === "integer") return to.decimal(integerIn(row, field), 0, 0);
    if (type === "boolean") return to.ascii(truthIn(row, field) ? "T" : "F");
    if (type === "date") return to.ascii(dayText(dayIn(row, field)).replaceAll("-", ""));
    const [start, length] = [row.starts[field]!, row.lengths[field]!];
    if (encoding === "utf-8" && length <= MOST_IN_CELL) return to.part(row.bytes, start, start + length);
    to.all(cut(row.bytes.toString("utf8", start, start + length), encode));
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

/** Rows of cells that were put aside, each with its length before it; numbers stand at the right of their cells, the rest at the left. */
export function tableRows(cells: Buffer, rows: number, { columns, widths }: Shape): Buffer {
  const width = 1 + widths.reduce((sum, one) => sum + one, 0);
  const table = Buffer.alloc(width * rows, SPACE);
  const right = columns.map(({ type }) => type === "number" || type === "integer");
  let from = 0;
  for (let row = 0; row < rows; row++) {
    let at = row * width + 1;
    for (let i = 0; i < widths.length; i++) {
      const length = cells[from]!;
      cells.copy(table, right[i] ? at + widths[i]! - length : at, from + 1, from + 1 + length);
      from += 1 + length;
      at += widths[i]!;
    }
  }
  return table;
}
