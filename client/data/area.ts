/** Areas as requests write them: a box where it is one, and a polygon for all else. */

export type Box = readonly [west: number, south: number, east: number, north: number];

type Ring = readonly number[];

const along = (ring: Ring, axis: 0 | 1): number[] => ring.filter((_, i) => i % 2 === axis);

export function boundsOf(ring: Ring): Box {
  const [xs, ys] = [along(ring, 0), along(ring, 1)];
  return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)];
}

/** On a map that is turned, a rectangle of the screen is none of the earth. */
const AS_GOOD_AS_STRAIGHT = 1e-5;

const near = (a: number, b: number) => Math.abs(a - b) < AS_GOOD_AS_STRAIGHT;

export function isBox(ring: Ring): boolean {
  const [west, south, east, north] = boundsOf(ring);
  const atCorner = (x: number, i: number) => {
    const y = along(ring, 1)[i] ?? Number.NaN;
    return (near(x, west) || near(x, east)) && (near(y, south) || near(y, north));
  };
  const xs = along(ring, 0);
  const ys = along(ring, 1);
  // Each side keeps one coordinate, or the corners would be crossed.
  const straight = xs.every((x, i) => {
    const next = (i + 1) % xs.length;
    return near(x, xs[next] ?? Number.NaN) !== near(ys[i] ?? Number.NaN, ys[next] ?? Number.NaN);
  });
  return xs.length === 4 && straight && xs.every(atCorner);
}

const degrees = (value: number): string => String(Number(value.toFixed(6)));

export const boxText = (box: Box): string => box.map(degrees).join(",");

export function polygonText(ring: Ring): string {
  const corners = along(ring, 0).map((x, i) => `${degrees(x)} ${degrees(along(ring, 1)[i] ?? 0)}`);
  return `POLYGON((${[...corners, corners[0]].join(", ")}))`;
}
