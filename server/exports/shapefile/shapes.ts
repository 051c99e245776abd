import {
  type Box,
  isEmptyPoint,
  isPoint,
  nowhere,
  PAIR,
  pointOf,
  polygonsOf,
  type Ring,
  widen,
} from "../wkb.ts";
import type { Writer } from "../writer.ts";

/** Outlines as a shapefile stores them (.shp), and where each stands (.shx). */

const NULL_SHAPE = 0;
const POINT_SHAPE = 1;
const POLYGON_SHAPE = 5;
export type ShapeKind = typeof NULL_SHAPE | typeof POINT_SHAPE | typeof POLYGON_SHAPE;

export const kindFor = (geometry: "point" | "polygon"): ShapeKind =>
  geometry === "point" ? POINT_SHAPE : POLYGON_SHAPE;

export const RECORD_HEAD = 8;
export const FILE_HEAD = 100;

const ringsOf = (wkb: Buffer | null): readonly Ring[] => {
  if (wkb === null || isEmptyPoint(wkb)) return [];
  return isPoint(wkb) ? [pointOf(wkb)] : polygonsOf(wkb).flat();
};

/** All rings one after the other; which of them are holes is told by their direction. */
function polygon(to: Writer, rings: readonly Ring[], box: Box) {
  to.int32(POLYGON_SHAPE);
  for (const side of box) to.double(side);
  to.int32(rings.length);
  to.int32(rings.reduce((sum, { length }) => sum + length, 0) / PAIR);
  let points = 0;
  for (const ring of rings) {
    to.int32(points);
    points += ring.length / PAIR;
  }
}

/** Writes one shape after its number and its length, which it tells; and makes the box so large that the shape is in it. */
export function writeShape(to: Writer, number: number, wkb: Buffer | null, all: Box): number {
  const rings = ringsOf(wkb);
  const box = nowhere();
  for (const ring of rings) widen(box, ring);
  to.int32BE(number);
  const size = to.place();
  to.int32BE(0);
  if (wkb === null || box[0] > box[2]) to.int32(NULL_SHAPE);
  else {
    if (isPoint(wkb)) to.int32(POINT_SHAPE);
    else polygon(to, rings, box);
    for (const ring of rings) to.part(ring, 0, ring.length);
  }
  const length = to.place() - size - 4;
  // In words of two bytes.
  to.patchBE(size, length / 2);
  for (const i of [0, 1]) all[i] = Math.min(all[i]!, box[i]!);
  for (const i of [2, 3]) all[i] = Math.max(all[i]!, box[i]!);
  return length;
}

export function fileHead(bytes: number, kind: ShapeKind, box: Box): Buffer {
  const head = Buffer.alloc(FILE_HEAD);
  head.writeInt32BE(9994, 0);
  head.writeInt32BE(bytes / 2, 24);
  head.writeInt32LE(1000, 28);
  head.writeInt32LE(kind, 32);
  if (box[0] <= box[2]) for (const [i, side] of box.entries()) head.writeDoubleLE(side, 36 + 8 * i);
  return head;
}

/** Where each record stands, from the lengths of the shapes. */
export function placesOf(lengths: readonly number[]): Buffer {
  const places = Buffer.alloc(RECORD_HEAD * lengths.length);
  let at = FILE_HEAD;
  for (const [i, length] of lengths.entries()) {
    places.writeInt32BE(at / 2, RECORD_HEAD * i);
    places.writeInt32BE(length / 2, RECORD_HEAD * i + 4);
    at += RECORD_HEAD + length;
  }
  return places;
}
