import { type Box, nowhere } from "../wkb.ts";
import { NODE_SIZE } from "./header.ts";

/** The index of a FlatGeobuf: boxes in boxes, packed, along a Hilbert curve. */

/** Four doubles and a place. */
const NODE_BYTES = 40;
const CURVE_ORDER = 16;
const CURVE_MOST = 2 ** CURVE_ORDER - 1;

/** How far along the curve a cell lies. */
function along(x: number, y: number): number {
  let [cellX, cellY, place] = [x, y, 0];
  for (let side = 2 ** (CURVE_ORDER - 1); side > 0; side /= 2) {
    const right = (cellX & side) > 0 ? 1 : 0;
    const up = (cellY & side) > 0 ? 1 : 0;
    place += side * side * ((3 * right) ^ up);
    if (up === 0) {
      if (right === 1) [cellX, cellY] = [CURVE_MOST - cellX, CURVE_MOST - cellY];
      [cellX, cellY] = [cellY, cellX];
    }
  }
  return place;
}

/** Places on the curve and numbers of features share one double, so that sorting needs no comparing function. */
const NUMBERS = 2 ** 21;
export const MOST_INDEXED = NUMBERS;

/** The numbers of the boxes in the order of the curve; four numbers a box. */
export function curveOrder(boxes: Float64Array, extent: Box): Uint32Array {
  const [west, south, east, north] = extent;
  const cell = (low: number, high: number, from: number, to: number) => {
    const middle = to > from ? ((low + high) / 2 - from) / (to - from) : 0;
    return Number.isFinite(middle) ? Math.floor(CURVE_MOST * middle) : 0;
  };
  const keys = Float64Array.from({ length: boxes.length / 4 }, (_, i) => {
    const [x0 = 0, y0 = 0, x1 = 0, y1 = 0] = boxes.subarray(4 * i, 4 * i + 4);
    return along(cell(x0, x1, west, east), cell(y0, y1, south, north)) * NUMBERS + i;
  });
  return Uint32Array.from(keys.sort(), (key) => key % NUMBERS);
}

/** Where each level begins, the leaves first, and how many nodes there are. */
function levelsOf(leaves: number): { starts: number[]; nodes: number } {
  const sizes = [leaves];
  do sizes.push(Math.ceil(sizes.at(-1)! / NODE_SIZE));
  while (sizes.at(-1)! > 1);
  let start = sizes.reduce((sum, size) => sum + size, 0);
  const nodes = start;
  return { starts: sizes.map((size) => (start -= size)), nodes };
}

/** The tree over features in this order: the root first, the leaves last, each leaf with the place of its feature. */
export function treeOf(boxes: Float64Array, lengths: Uint32Array, order: Uint32Array): Buffer {
  const { starts, nodes } = levelsOf(order.length);
  const tree = Buffer.alloc(nodes * NODE_BYTES);
  const write = (node: number, box: ArrayLike<number>, place: number) => {
    const at = node * NODE_BYTES;
    for (let i = 0; i < 4; i++) tree.writeDoubleLE(box[i] ?? 0, at + 8 * i);
    tree.writeBigUInt64LE(BigInt(place), at + 32);
  };
  let place = 0;
  for (const [i, feature] of order.entries()) {
    write(starts[0]! + i, boxes.subarray(4 * feature, 4 * feature + 4), place);
    place += lengths[feature] ?? 0;
  }
  for (let level = 1; level < starts.length; level++) {
    const end = level === 1 ? nodes : starts[level - 2]!;
    let parent = starts[level]!;
    for (let child = starts[level - 1]!; child < end; child += NODE_SIZE)
      write(parent++, around(tree, child, Math.min(end, child + NODE_SIZE)), child);
  }
  return tree;
}

/** The box around the nodes from one to before another. */
function around(tree: Buffer, from: number, to: number): Box {
  const box = nowhere();
  for (let at = from * NODE_BYTES; at < to * NODE_BYTES; at += NODE_BYTES) {
    for (const i of [0, 1]) box[i] = Math.min(box[i]!, tree.readDoubleLE(at + 8 * i));
    for (const i of [2, 3]) box[i] = Math.max(box[i]!, tree.readDoubleLE(at + 8 * i));
  }
  return box;
}
