import { type Box, isEmptyPoint, kindOf, nowhere, PAIR, POINT, pointOf, polygonsOf, widen } from "../wkb.ts";

/** Outlines as a shapefile stores them (.shp), and where each stands (.shx). */

const NULL_SHAPE = 0;
const POINT_SHAPE = 1;
const POLYGON_SHAPE = 5;
export type ShapeKind = typeof NULL_SHAPE | typeof POINT_SHAPE | typeof POLYGON_SHAPE;

export const kindFor = (geometry: "point" | "polygon"): ShapeKind =>
  geometry === "point" ? POINT_SHAPE : POLYGON_SHAPE;

const RECORD_HEAD = 8;
export const FILE_HEAD = 100;

function nothing(): Buffer {
  return Buffer.alloc(4);
}

function point(wkb: Buffer): Buffer {
  const shape = Buffer.alloc(4 + PAIR);
  shape.writeInt32LE(POINT_SHAPE);
  pointOf(wkb).copy(shape, 4);
  return shape;
}

/** All rings one after the other; which of them are holes is told by their direction. */
function polygon(wkb: Buffer, box: Box): Buffer {
  const rings = polygonsOf(wkb).flat();
  const head = Buffer.alloc(44 + 4 * rings.length);
  head.writeInt32LE(POLYGON_SHAPE);
  for (const [i, side] of box.entries()) head.writeDoubleLE(side, 4 + 8 * i);
  head.writeInt32LE(rings.length, 36);
  let points = 0;
  for (const [i, ring] of rings.entries()) {
    head.writeInt32LE(points, 44 + 4 * i);
    points += ring.length / PAIR;
  }
  head.writeInt32LE(points, 40);
  return Buffer.concat([head, ...rings]);
}

/** One shape, and the box around it. */
export function shapeOf(wkb: Buffer | null): { shape: Buffer; box: Box } {
  const box = nowhere();
  if (wkb === null || isEmptyPoint(wkb)) return { shape: nothing(), box };
  if (kindOf(wkb) === POINT) {
    widen(box, pointOf(wkb));
    return { shape: point(wkb), box };
  }
  for (const ring of polygonsOf(wkb).flat()) widen(box, ring);
  return box[0] <= box[2] ? { shape: polygon(wkb, box), box } : { shape: nothing(), box };
}

/** Lengths are counted in words of two bytes. */
export function recordHead(number: number, shape: Buffer): Buffer {
  const head = Buffer.alloc(RECORD_HEAD);
  head.writeInt32BE(number, 0);
  head.writeInt32BE(shape.length / 2, 4);
  return head;
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
