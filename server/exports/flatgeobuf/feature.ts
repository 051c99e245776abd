import type { Column } from "../../catalog/layer.ts";
import {
  dayIn,
  dayText,
  fieldOf,
  figureIn,
  geometryOf,
  integerIn,
  isNull,
  type Kind,
  kindsOf,
  type Row,
  truthIn,
} from "../record.ts";
import { COUNT, HEAD, isEmptyPoint, kindOf, MULTI_POLYGON, PAIR, POINT, POLYGON } from "../wkb.ts";
import { rounded, type Writer } from "../writer.ts";

/**
 * A feature of a FlatGeobuf: its outline, and its properties as numbered values one after the other. It is a FlatBuffer of which every
 * part comes after what points to it; its tables have few shapes, so that most of it is known beforehand.
 */

export const COLUMN_TYPE = { boolean: 2, integer: 5, number: 10, string: 11, strings: 11, date: 13 } as const;

const places = (...values: number[]) => Buffer.from(Uint16Array.from(values).buffer);
const numbers = (...values: number[]) => Buffer.from(Int32Array.from(values).buffer);

/** Its length and where its table is, how that is laid out, and the table: how far back the layout is, and what it points to. */
const FEATURE = Buffer.concat([numbers(0, 12), places(8, 12, 4, 8), numbers(8, 28, 0)]);
const FEATURE_OF_NOWHERE = Buffer.concat([numbers(0, 12), places(8, 8, 0, 4), numbers(8, 0)]);

/** A geometry of many parts: the list of them follows at once. */
const MANY = Buffer.concat([places(20, 12, 0, 0, 0, 0, 0, 0, 8, 4), numbers(20, 8, MULTI_POLYGON)]);
/** Layouts of what has one list of points, and of what says where each ring in it ends; they end where a table may begin. */
const ONE_RING = places(0, 18, 12, 0, 4, 0, 0, 0, 0, 8);
const RINGS = places(0, 18, 16, 8, 4, 0, 0, 0, 0, 12);
const BACK_TO_LAYOUT = 18;
const LAYOUT = ONE_RING.length;

/** Points are doubles, which begin at a multiple of eight; how many they are stands before them. */
function align(to: Writer, begin: number) {
  if ((to.place() - begin) % 8 === 0) to.uint32(0);
}

/** One list of points, begun where the feature allows. */
function simple(to: Writer, begin: number, kind: number, wkb: Buffer, start: number, pairs: number) {
  to.all(ONE_RING);
  to.uint32(BACK_TO_LAYOUT);
  const pointer = to.place();
  to.uint32(0);
  to.uint32(kind);
  align(to, begin);
  to.patch(pointer, to.place() - pointer);
  to.uint32(2 * pairs);
  to.part(wkb, start, start + PAIR * pairs);
}

/** Says where the polygon that begins here ends. */
function polygon(to: Writer, begin: number, wkb: Buffer, start: number): number {
  const rings = wkb.readUInt32LE(start + HEAD);
  const first = start + HEAD + COUNT;
  if (rings === 1) {
    const pairs = wkb.readUInt32LE(first);
    simple(to, begin, POLYGON, wkb, first + COUNT, pairs);
    return first + COUNT + PAIR * pairs;
  }
  to.all(RINGS);
  to.uint32(BACK_TO_LAYOUT);
  const pointer = to.place();
  to.uint32(0);
  to.uint32(8);
  to.uint32(POLYGON);
  to.uint32(rings);
  const lengthAt = (at: number) => PAIR * wkb.readUInt32LE(at);
  let end = first;
  let length = 0;
  for (let ring = 0; ring < rings; ring++) {
    length += lengthAt(end);
    end += COUNT + lengthAt(end);
    to.uint32(length / PAIR);
  }
  align(to, begin);
  to.patch(pointer, to.place() - pointer);
  to.uint32((2 * length) / PAIR);
  for (let at = first; at < end; at += COUNT + lengthAt(at))
    to.part(wkb, at + COUNT, at + COUNT + lengthAt(at));
  return end;
}

function geometry(to: Writer, begin: number, wkb: Buffer) {
  const kind = kindOf(wkb);
  if (kind === POINT) return simple(to, begin, POINT, wkb, HEAD, 1);
  if (kind === POLYGON) return void polygon(to, begin, wkb, 0);
  to.all(MANY);
  const parts = wkb.readUInt32LE(HEAD);
  to.uint32(parts);
  const pointers = to.place();
  for (let i = 0; i < parts; i++) to.uint32(0);
  let at = HEAD + COUNT;
  for (let pointer = pointers; pointer < pointers + 4 * parts; pointer += 4) {
    to.patch(pointer, to.place() + LAYOUT - pointer);
    at = polygon(to, begin, wkb, at);
  }
}

function writeValue(to: Writer, row: Row, field: number, { type, decimals }: Kind) {
  if (type === "number") return to.double(rounded(figureIn(row, field), decimals));
  if (type === "integer") return to.int32(integerIn(row, field));
  if (type === "boolean") return to.byte(truthIn(row, field) ? 1 : 0);
  if (type === "date") {
    const day = dayText(dayIn(row, field));
    to.uint32(day.length);
    return to.ascii(day);
  }
  const length = row.lengths[field]!;
  to.uint32(length);
  to.part(row.bytes, row.starts[field]!, row.starts[field]! + length);
}

function properties(to: Writer, row: Row, kinds: readonly Kind[]) {
  const length = to.place();
  to.uint32(0);
  for (let i = 0; i < kinds.length; i++) {
    const field = fieldOf(i);
    if (isNull(row, field)) continue;
    to.uint16(i);
    writeValue(to, row, field, kinds[i]!);
  }
  to.patch(length, to.place() - length - 4);
}

/** What a table takes beside the points of a geometry and the values of a row, and how much longer these become. */
const [ROOM, ROOM_FOR_BYTE] = [256, 8];

/** Writes features one after the other, each with its length before it. */
export function featureWriter(columns: readonly Column[], to: Writer) {
  const kinds = kindsOf(columns);
  return (row: Row): void => {
    to.ensure(ROOM + ROOM_FOR_BYTE * row.bytes.length);
    const begin = to.place();
    const wkb = geometryOf(row);
    const somewhere = wkb !== null && !isEmptyPoint(wkb);
    to.all(somewhere ? FEATURE : FEATURE_OF_NOWHERE);
    const pointer = to.place() - 4;
    if (somewhere) geometry(to, begin, wkb);
    to.patch(pointer, to.place() - pointer);
    properties(to, row, kinds);
    to.patch(begin, to.place() - begin - 4);
  };
}
