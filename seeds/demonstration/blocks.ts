import { distance, leftOf, type Point, type Ring, side } from "../ground/polygon.ts";
import type { Random } from "../ground/random.ts";
import { largestWithin, nextClass, nextSize, rowsDepth, type SizeClass } from "./lot-sizes.ts";

/** An axis-parallel piece of ground in street coordinates. */
export type Rectangle = { u: number; v: number; width: number; height: number };

/** Lots that share borders; between blocks lie streets. */
export type Block = Ring[];

const SIDE_STREET = 17;
const LONGEST_BLOCK = 430;

/** Cuts ground between main streets into blocks of lots; strips run along the longer side unless `across`. */
export function layOut(ground: Rectangle, random: Random, bias: number, across: boolean): Block[] {
  if (across) return layOut(turned(ground), random, bias, false).map((block) => block.map(mirrored));
  return layOutStrips(ground, stripsFor(ground.height, random, bias), random);
}

export function layOutStrips(ground: Rectangle, strips: readonly SizeClass[], random: Random): Block[] {
  const blocks: Block[] = [];
  const needed = strips.reduce((sum, size) => sum + rowsDepth(size) + SIDE_STREET, -SIDE_STREET);
  const stretch =
    (ground.height - (strips.length - 1) * SIDE_STREET) / (needed - (strips.length - 1) * SIDE_STREET);
  let v = ground.v;
  for (const size of strips) {
    const height = rowsDepth(size) * stretch;
    for (const part of cutAcross({ ...ground, v, height }, size, random))
      blocks.push(rowsOf(part, size, random));
    v += height + SIDE_STREET;
  }
  return blocks;
}

/** Mirrors at the diagonal, which swaps the two directions; turns the ring round to stay counter-clockwise. */
const mirrored = (ring: Ring): Ring => ring.map(([u, v]): Point => [v, u]).toReversed();
const turned = ({ u, v, width, height }: Rectangle): Rectangle => ({
  u: v,
  v: u,
  width: height,
  height: width,
});

/** Size classes of the strips that fill a depth; what is left over widens them, unless it is much. */
function stripsFor(height: number, random: Random, bias: number): SizeClass[] {
  const strips: SizeClass[] = [];
  let left = height;
  while (left > 0.22 * height) {
    const size = nextClass(random, bias);
    const fitting = rowsDepth(size) <= left * 1.12 ? size : largestWithin(left);
    if (!fitting) break;
    strips.push(fitting);
    left -= rowsDepth(fitting) + SIDE_STREET;
  }
  return strips;
}

/** Cross streets keep blocks short enough to walk around. */
function cutAcross(strip: Rectangle, size: SizeClass, random: Random): Rectangle[] {
  const longest = Math.max(LONGEST_BLOCK, rowsDepth(size) * 1.5);
  const count = Math.max(1, Math.round(strip.width / longest + random.between(-0.3, 0.4)));
  const shares = Array.from({ length: count }, () => random.between(0.7, 1.3));
  const total = shares.reduce((sum, share) => sum + share, 0);
  const usable = strip.width - (count - 1) * SIDE_STREET;
  let u = strip.u;
  return shares.map((share) => {
    const width = (usable * share) / total;
    const part = { ...strip, u, width };
    u += width + SIDE_STREET;
    return part;
  });
}

function rowsOf(ground: Rectangle, size: SizeClass, random: Random): Block {
  const { v, height } = ground;
  const lots = size.doubleRow
    ? [...row(ground, v, v + height * (0.5 + random.between(-0.04, 0.04)), size, random)]
    : row(ground, v, v + height, size, random);
  if (size.doubleRow) {
    const back = Math.max(...lots[0]!.map((point) => point[1]));
    lots.push(...row(ground, back, v + height, size, random));
  }
  return cutCorners(lots, ground, random);
}

/** Lots side by side between two lines; borders between them lean a little. */
function row(ground: Rectangle, from: number, to: number, size: SizeClass, random: Random): Ring[] {
  const depth = to - from;
  const widths: number[] = [];
  let used = 0;
  while (used < ground.width) {
    const width = nextSize(random, size) / depth;
    if (widths.length > 0 && used + width * 0.5 > ground.width) break;
    widths.push(width);
    used += width;
  }
  const stretch = ground.width / used;
  const lots: Ring[] = [];
  let [left, leanLeft] = [0, 0];
  widths.forEach((width, k) => {
    const last = k === widths.length - 1;
    const right = last ? ground.width : left + width * stretch;
    const lean = last || random.chance(0.6) ? 0 : random.between(-0.03, 0.03) * depth;
    lots.push([
      [ground.u + left, from],
      [ground.u + right, from],
      [ground.u + right + lean, to],
      [ground.u + left + leanLeft, to],
    ]);
    [left, leanLeft] = [right, lean];
  });
  return lots;
}

/** Corners at street crossings are cut for sight. */
function cutCorners(lots: Block, { u, v, width, height }: Rectangle, random: Random): Block {
  const corners: readonly [Point, Point, Point][] = [
    [
      [u, v],
      [0, 1],
      [1, 0],
    ],
    [
      [u + width, v],
      [-1, 0],
      [0, 1],
    ],
    [
      [u + width, v + height],
      [0, -1],
      [-1, 0],
    ],
    [
      [u, v + height],
      [1, 0],
      [0, -1],
    ],
  ];
  let cut = lots;
  for (const [corner, first, second] of corners) {
    const length = Math.min(random.between(6, 16), width / 5, height / 5);
    const from: Point = [corner[0] + first[0] * length, corner[1] + first[1] * length];
    const to: Point = [corner[0] + second[0] * length, corner[1] + second[1] * length];
    cut = cut.map((ring) => leftOf(ring, from, to));
  }
  return cut;
}

/** Keeps what lies on the left of a line; lots of which too little is left are given up. */
export function cutBlock(block: Block, from: Point, to: Point): Block {
  return block.flatMap((ring) => {
    if (ring.every((point) => side(from, to, point) >= 0)) return [ring];
    const rest = leftOf(ring, from, to);
    return rest.length >= 3 ? [rest] : [];
  });
}

const ON_BORDER = 1e-6;

/** Gives every lot the corners of its neighbours that lie on its border, so that shared borders agree to the last digit. */
export function jointed(block: Block): Block {
  const corners = block.flat().map(onGrid);
  return block.map((ring) => {
    const points = ring.map(onGrid);
    return points.flatMap((from, k): Point[] => {
      const to = points[(k + 1) % points.length]!;
      const length = distance(from, to);
      if (length < ON_BORDER) return [];
      const between = corners
        .filter((p) => Math.abs(side(from, to, p)) <= 2e-3 * length)
        .map((p) => ({ p, along: distance(from, p) }))
        .filter(
          ({ p, along }) =>
            along > ON_BORDER && along < length && distance(p, to) < length && distance(p, to) > ON_BORDER,
        )
        .sort((a, b) => a.along - b.along)
        .map(({ p }) => p)
        .filter((p, n, all) => n === 0 || distance(p, all[n - 1]!) > ON_BORDER);
      return [from, ...between];
    });
  });
}

const onGrid = ([u, v]: Point): Point => [Math.round(u * 1000) / 1000, Math.round(v * 1000) / 1000];
