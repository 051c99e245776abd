export type Point = readonly [number, number];
/** A closed line without the repeated last point; counter-clockwise where it bounds a surface. */
export type Ring = readonly Point[];

export function areaOf(ring: Ring): number {
  let twice = 0;
  for (let i = 0; i < ring.length; i++) {
    const [x1, y1] = ring[i]!;
    const [x2, y2] = ring[(i + 1) % ring.length]!;
    twice += x1 * y2 - x2 * y1;
  }
  return twice / 2;
}

export function middleOf(ring: Ring): Point {
  let [x, y] = [0, 0];
  for (const point of ring) {
    x += point[0];
    y += point[1];
  }
  return [x / ring.length, y / ring.length];
}

export function lengthOf(ring: Ring): number {
  let sum = 0;
  for (let i = 0; i < ring.length; i++) sum += distance(ring[i]!, ring[(i + 1) % ring.length]!);
  return sum;
}

export function distance(a: Point, b: Point): number {
  const [dx, dy] = [a[0] - b[0], a[1] - b[1]];
  return Math.sqrt(dx * dx + dy * dy);
}

/** Positive on the left of the line from `a` to `b`. */
export const side = (a: Point, b: Point, p: Point) =>
  (b[0] - a[0]) * (p[1] - a[1]) - (b[1] - a[1]) * (p[0] - a[0]);

/** What lies on the left of the line from `a` to `b`; right for convex rings. */
export function leftOf(ring: Ring, a: Point, b: Point): Ring {
  const kept: Point[] = [];
  for (let i = 0; i < ring.length; i++) {
    const from = ring[i]!;
    const to = ring[(i + 1) % ring.length]!;
    const [here, there] = [side(a, b, from), side(a, b, to)];
    if (here >= 0) kept.push(from);
    if (here > 0 !== there > 0 && here !== 0 && there !== 0) {
      const part = here / (here - there);
      kept.push([from[0] + (to[0] - from[0]) * part, from[1] + (to[1] - from[1]) * part]);
    }
  }
  return kept;
}

/** Whether a point lies in the surface that the rings bound, enclaves left out. */
export function contains(rings: readonly Ring[], point: Point): boolean {
  return rings.filter((ring) => encloses(ring, point)).length % 2 === 1;
}

function encloses(ring: Ring, [x, y]: Point): boolean {
  let inside = false;
  for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
    const [xi, yi] = ring[i]!;
    const [xj, yj] = ring[j]!;
    if (yi > y !== yj > y && x < ((xj - xi) * (y - yi)) / (yj - yi) + xi) inside = !inside;
  }
  return inside;
}

/** Whether two convex rings come nearer to each other than `gap`, by looking for a line that separates them. */
export function near(one: Ring, other: Ring, gap: number): boolean {
  return !separated(one, other, gap) && !separated(other, one, gap);
}

function separated(one: Ring, other: Ring, gap: number): boolean {
  return one.some((a, i) => {
    const b = one[(i + 1) % one.length]!;
    const length = distance(a, b);
    return length > 0 && other.every((p) => side(a, b, p) < -gap * length);
  });
}

/** Whether the segment meets the axis-parallel box. */
export function meetsBox(a: Point, b: Point, low: Point, high: Point): boolean {
  let [enter, leave] = [0, 1];
  for (const axis of [0, 1] as const) {
    const delta = b[axis] - a[axis];
    if (delta === 0) {
      if (a[axis] < low[axis] || a[axis] > high[axis]) return false;
      continue;
    }
    const [t1, t2] = [(low[axis] - a[axis]) / delta, (high[axis] - a[axis]) / delta];
    enter = Math.max(enter, Math.min(t1, t2));
    leave = Math.min(leave, Math.max(t1, t2));
    if (enter > leave) return false;
  }
  return true;
}
