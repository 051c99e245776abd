/** Geometries as PostGIS gives them (WKB, the lower byte first). Published are points and polygons. */

export const POINT = 1;
export const POLYGON = 3;
export const MULTI_POLYGON = 6;

/** Byte order and kind; and how many of something follow. */
export const HEAD = 5;
export const COUNT = 4;
export const PAIR = 16;

/** Its points as they stand there: pairs of doubles. */
export type Ring = Buffer;

export const kindOf = (wkb: Buffer): number => wkb.readUInt32LE(1);

export const isPoint = (wkb: Buffer): boolean => kindOf(wkb) === POINT;

export const pointOf = (wkb: Buffer): Ring => wkb.subarray(HEAD, HEAD + PAIR);

/** An empty point is written as one of no numbers. */
export const isEmptyPoint = (wkb: Buffer): boolean =>
  kindOf(wkb) === POINT && Number.isNaN(wkb.readDoubleLE(HEAD));

/** The polygons of an outline, each with its outer ring first. */
export function polygonsOf(wkb: Buffer): Ring[][] {
  const kind = kindOf(wkb);
  if (kind !== POLYGON && kind !== MULTI_POLYGON)
    throw new Error(`A geometry of kind ${kind} is not published`);
  const polygons: Ring[][] = [];
  let at = kind === POLYGON ? 0 : HEAD + COUNT;
  for (let left = kind === POLYGON ? 1 : wkb.readUInt32LE(HEAD); left > 0; left--) {
    const rings: Ring[] = [];
    let rest = wkb.readUInt32LE(at + HEAD);
    at += HEAD + COUNT;
    for (; rest > 0; rest--) {
      const start = at + COUNT;
      at = start + wkb.readUInt32LE(at) * PAIR;
      rings.push(wkb.subarray(start, at));
    }
    polygons.push(rings);
  }
  return polygons;
}

/** West, south, east, north. */
export type Box = [number, number, number, number];

export const nowhere = (): Box => [Infinity, Infinity, -Infinity, -Infinity];

/** Makes the box so large that the points are in it. */
export function widen(box: Box, points: Ring): void {
  for (let at = 0; at < points.length; at += PAIR) {
    const x = points.readDoubleLE(at);
    const y = points.readDoubleLE(at + 8);
    if (x < box[0]) box[0] = x;
    if (y < box[1]) box[1] = y;
    if (x > box[2]) box[2] = x;
    if (y > box[3]) box[3] = y;
  }
}

/** The box around a geometry; null where it has no points. */
export function boxOf(wkb: Buffer): Box | null {
  const box = nowhere();
  if (kindOf(wkb) === POINT) widen(box, pointOf(wkb));
  else for (const [outer] of polygonsOf(wkb)) if (outer) widen(box, outer);
  return box[0] <= box[2] ? box : null;
}
