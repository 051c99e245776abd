import { gzipSync } from "node:zlib";
import type { TileAddress } from "../grid.ts";

/** Directories of a PMTiles archive (version 3): which tile is where in it. */

/** `run` tiles with numbers from `tile` on have the same bytes; 0 means that the bytes are a directory of their own. */
export type Entry = { tile: number; run: number; offset: number; length: number };

/** Tiles are numbered along a Hilbert curve, zoom after zoom, so that neighbours on the map are neighbours in the file. */
export function tileNumber({ z, x, y }: TileAddress): number {
  let number = (4 ** z - 1) / 3;
  let [column, row] = [x, y];
  for (let side = 2 ** (z - 1); side >= 1; side /= 2) {
    const right = (column & side) > 0 ? 1 : 0;
    const low = (row & side) > 0 ? 1 : 0;
    number += side * side * ((3 * right) ^ low);
    if (low === 0) {
      if (right === 1) [column, row] = [side - 1 - (column & (side - 1)), side - 1 - (row & (side - 1))];
      [column, row] = [row, column];
    }
  }
  return number;
}

/** Seven bits a byte, the lowest first; offsets of large archives have more than the 32 bits of bit operators. */
function pushVarint(bytes: number[], value: number) {
  let left = value;
  for (; left >= 128; left = Math.floor(left / 128)) bytes.push((left % 128) + 128);
  bytes.push(left);
}

function encodeDirectory(entries: readonly Entry[]): Buffer {
  const bytes: number[] = [];
  pushVarint(bytes, entries.length);
  for (const [i, { tile }] of entries.entries()) pushVarint(bytes, tile - (entries[i - 1]?.tile ?? 0));
  for (const { run } of entries) pushVarint(bytes, run);
  for (const { length } of entries) pushVarint(bytes, length);
  entries.forEach(({ offset }, i) => {
    const before = entries[i - 1];
    const follows = before !== undefined && offset === before.offset + before.length;
    pushVarint(bytes, follows ? 0 : offset + 1);
  });
  return gzipSync(Buffer.from(bytes));
}

/** A reader takes header and root in its first request, which is this long. */
const MOST_OF_ROOT = 16_384 - 127;

/** A root that is small enough, and the directories below it where one is not. */
export function layOut(entries: readonly Entry[]): { root: Buffer; leaves: Buffer } {
  const whole = encodeDirectory(entries);
  if (whole.length <= MOST_OF_ROOT) return { root: whole, leaves: Buffer.alloc(0) };
  for (let each = 4_096; ; each *= 2) {
    const pointers: Entry[] = [];
    const leaves: Buffer[] = [];
    let offset = 0;
    for (let from = 0; from < entries.length; from += each) {
      const leaf = encodeDirectory(entries.slice(from, from + each));
      pointers.push({ tile: entries[from]!.tile, run: 0, offset, length: leaf.length });
      leaves.push(leaf);
      offset += leaf.length;
    }
    const root = encodeDirectory(pointers);
    if (root.length <= MOST_OF_ROOT) return { root, leaves: Buffer.concat(leaves) };
  }
}
