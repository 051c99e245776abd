import type { Ground } from "./growth.ts";
import { areaOf, type Point, type Ring } from "./polygon.ts";
import type { Random } from "./random.ts";
import { cellKey, type StreetGrid } from "./street-grid.ts";

type Crossing = { i: number; j: number };

/** Boundary rings of the ground along street lines, with every crossing they pass; the outer ring comes first. */
function boundary(ground: Ground, grid: StreetGrid): Crossing[][] {
  const next = new Map<string, Crossing[]>();
  const has = (i: number, j: number) => ground.has(cellKey({ i, j }));
  const edge = (from: Crossing, to: Crossing) => {
    const key = cellKey(from);
    next.set(key, [...(next.get(key) ?? []), to]);
  };
  for (const { i, j } of ground.values()) {
    if (!has(i, j - 1)) edge({ i, j }, { i: i + 1, j });
    if (!has(i + 1, j)) edge({ i: i + 1, j }, { i: i + 1, j: j + 1 });
    if (!has(i, j + 1)) edge({ i: i + 1, j: j + 1 }, { i, j: j + 1 });
    if (!has(i - 1, j)) edge({ i, j: j + 1 }, { i, j });
  }
  const rings: Crossing[][] = [];
  for (const [start, ends] of next) {
    while (ends.length > 0) {
      const ring: Crossing[] = [];
      let key = start;
      for (let to = next.get(key)?.pop(); to; to = next.get(key)?.pop()) {
        ring.push(to);
        key = cellKey(to);
      }
      rings.push(ring);
    }
  }
  const size = (ring: Crossing[]) => areaOf(ring.map(({ i, j }): Point => [grid.u[i]!, grid.v[j]!]));
  return rings.sort((a, b) => size(b) - size(a));
}

/** A cut-off corner: everything right of the line from `from` to `to` lies outside the park. */
export type Chamfer = { cell: string; from: Point; to: Point };

export type Outline = { rings: Ring[]; chamfers: Chamfer[] };

/** Walks the boundary and cuts off some outward corners; `uncut` are cells whose corners stay. */
export function outlineOf(
  ground: Ground,
  grid: StreetGrid,
  uncut: ReadonlySet<string>,
  random: Random,
): Outline {
  const chamfers: Chamfer[] = [];
  const at = ({ i, j }: Crossing): Point => [grid.u[i]!, grid.v[j]!];
  const rings = boundary(ground, grid).map((ring) =>
    ring.flatMap((crossing, k): Point[] => {
      const before = ring[(k + ring.length - 1) % ring.length]!;
      const after = ring[(k + 1) % ring.length]!;
      const turn =
        (crossing.i - before.i) * (after.j - crossing.j) - (crossing.j - before.j) * (after.i - crossing.i);
      if (turn <= 0) return [at(crossing)];
      const cell = cellKey({
        i: Math.min(crossing.i, before.i, after.i),
        j: Math.min(crossing.j, before.j, after.j),
      });
      const [backward, forward] = [random.between(110, 260), random.between(110, 260)];
      if (uncut.has(cell) || random.chance(0.35)) return [at(crossing)];
      const from = toward(at(crossing), at(before), backward);
      const to = toward(at(crossing), at(after), forward);
      chamfers.push({ cell, from, to });
      return [from, to];
    }),
  );
  return { rings, chamfers };
}

/** The point `metres` from `from` on the axis-parallel line to `to`. */
const toward = (from: Point, to: Point, metres: number): Point => [
  from[0] + Math.sign(to[0] - from[0]) * metres,
  from[1] + Math.sign(to[1] - from[1]) * metres,
];
