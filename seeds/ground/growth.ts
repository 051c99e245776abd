import { distance, type Point } from "./polygon.ts";
import type { Random } from "./random.ts";
import { type Cell, cellArea, cellAt, cellKey, cellMiddle, type StreetGrid } from "./street-grid.ts";

/** Cells by key, in the order in which the park took them. */
export type Ground = Map<string, Cell>;

const neighbours = ({ i, j }: Cell): Cell[] => [
  { i: i - 1, j },
  { i: i + 1, j },
  { i, j: j - 1 },
  { i, j: j + 1 },
];

/**
 * Takes cell after cell, nearest to the centre first, until `size` m² are covered. `pulls` are further points that the ground
 * should reach; `free` says whether a cell may be taken.
 */
export function grow(
  grid: StreetGrid,
  centre: Point,
  pulls: readonly Point[],
  size: number,
  free: (cell: Cell) => boolean,
  random: Random,
): Ground {
  const ground: Ground = new Map();
  const waiting = new Map<string, { cell: Cell; cost: number }>();
  const offer = (cell: Cell) => {
    const key = cellKey(cell);
    if (ground.has(key) || waiting.has(key) || !free(cell)) return;
    const middle = cellMiddle(grid, cell);
    const pulled = pulls.map((pull) => distance(middle, pull) * 1.4 + 300);
    const cost = Math.min(distance(middle, centre), ...pulled) * random.between(0.92, 1.12);
    waiting.set(key, { cell, cost });
  };
  /** A cell with one neighbour only would grow a finger. */
  const price = ({ cell, cost }: { cell: Cell; cost: number }) =>
    neighbours(cell).filter((beside) => ground.has(cellKey(beside))).length > 1 ? cost : cost * 1.25;
  const start = nearestFree(grid, centre, free);
  if (start) offer(start);
  let covered = 0;
  while (covered < size && waiting.size > 0) {
    const [key, { cell }] = [...waiting].reduce((best, entry) =>
      price(entry[1]) < price(best[1]) ? entry : best,
    );
    waiting.delete(key);
    ground.set(key, cell);
    covered += cellArea(grid, cell);
    for (const neighbour of neighbours(cell)) offer(neighbour);
  }
  return ground;
}

/** The approximate centre may fall on a cell that cannot be taken; then the park begins beside it. */
function nearestFree(grid: StreetGrid, centre: Point, free: (cell: Cell) => boolean): Cell | undefined {
  const { i, j } = cellAt(grid, centre);
  const around: Cell[] = [];
  for (let di = -5; di <= 5; di++) for (let dj = -5; dj <= 5; dj++) around.push({ i: i + di, j: j + dj });
  const away = (cell: Cell) => distance(cellMiddle(grid, cell), centre);
  return around.sort((a, b) => away(a) - away(b)).find(free);
}

/** Fills one-cell gaps and corners where two cells touch at a point only, so that the outline is one simple ring. */
export function tidy(ground: Ground, free: (cell: Cell) => boolean): void {
  const has = (i: number, j: number) => ground.has(cellKey({ i, j }));
  const take = (cell: Cell) => free(cell) && ground.set(cellKey(cell), cell);
  for (let changed = true; changed; ) {
    const before = ground.size;
    for (const cell of [...ground.values()]) {
      for (const gap of neighbours(cell).filter(({ i, j }) => !has(i, j))) {
        if (neighbours(gap).filter(({ i, j }) => has(i, j)).length >= 3) take(gap);
      }
      for (const [di, dj] of [
        [1, 1],
        [1, -1],
      ] as const) {
        const { i, j } = cell;
        if (!has(i + di, j + dj) || has(i + di, j) || has(i, j + dj)) continue;
        if (!take({ i: i + di, j }) && !take({ i, j: j + dj }))
          ground.delete(cellKey({ i: i + di, j: j + dj }));
      }
    }
    changed = ground.size !== before;
  }
}
