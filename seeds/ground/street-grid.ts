import type { Plane } from "./plane.ts";
import { contains, meetsBox, type Point, type Ring } from "./polygon.ts";
import type { Random } from "./random.ts";

/** Main streets at uneven distances, in street coordinates; what lies between them are the cells. */
export type StreetGrid = { u: readonly number[]; v: readonly number[] };

/** A cell by its column and row. */
export type Cell = { i: number; j: number };

export const cellKey = ({ i, j }: Cell) => `${i} ${j}`;

const REACH = 11_000;

export function streetGrid(random: Random): StreetGrid {
  return { u: mainStreets(random), v: mainStreets(random) };
}

/** Lines from −REACH to REACH; the cell around the centre begins at a line left of it. */
function mainStreets(random: Random): number[] {
  const lines = [-random.between(250, 450)];
  while (lines[0]! > -REACH) lines.unshift(lines[0]! - random.between(560, 960));
  while (lines[lines.length - 1]! < REACH) lines.push(lines[lines.length - 1]! + random.between(560, 960));
  return lines;
}

export const low = (grid: StreetGrid, { i, j }: Cell): Point => [grid.u[i]!, grid.v[j]!];
export const high = (grid: StreetGrid, { i, j }: Cell): Point => [grid.u[i + 1]!, grid.v[j + 1]!];

export function cellRing(grid: StreetGrid, cell: Cell): Ring {
  const [[u0, v0], [u1, v1]] = [low(grid, cell), high(grid, cell)];
  return [
    [u0, v0],
    [u1, v0],
    [u1, v1],
    [u0, v1],
  ];
}

export const cellArea = (grid: StreetGrid, cell: Cell) =>
  (high(grid, cell)[0] - low(grid, cell)[0]) * (high(grid, cell)[1] - low(grid, cell)[1]);

export const cellMiddle = (grid: StreetGrid, cell: Cell): Point => [
  (low(grid, cell)[0] + high(grid, cell)[0]) / 2,
  (low(grid, cell)[1] + high(grid, cell)[1]) / 2,
];

export function cellAt(grid: StreetGrid, [u, v]: Point): Cell {
  return {
    i: grid.u.findLastIndex((line) => line <= u),
    j: grid.v.findLastIndex((line) => line <= v),
  };
}

/** Whether a box of the plane lies inside the borders with a margin all round. */
export function clearOfBorders(borders: readonly Ring[], from: Point, to: Point, margin: number): boolean {
  const boxLow: Point = [from[0] - margin, from[1] - margin];
  const boxHigh: Point = [to[0] + margin, to[1] + margin];
  const middle: Point = [(from[0] + to[0]) / 2, (from[1] + to[1]) / 2];
  const crossed = (border: Ring) =>
    border.some((point, k) => meetsBox(point, border[(k + 1) % border.length]!, boxLow, boxHigh));
  return contains(borders, middle) && !borders.some(crossed);
}

export const bordersInPlane = (borders: readonly Ring[], plane: Plane): Ring[] =>
  borders.map((border) => border.map(plane.fromDegrees));
