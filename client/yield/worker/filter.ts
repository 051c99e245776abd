import { GRADES } from "../../../domain/rating/columns.ts";
import type { Filter } from "../protocol.ts";
import type { Firms } from "./firms.ts";

/** Which firms a filter leaves, but for grades: those change under the hand, places do not. */

/** How far a firm gets: not at all, through all but the filter by districts, or through everything. */
export const PASS = { none: 0, butDistrict: 1, all: 2 } as const;

export function passing(firms: Firms, filter: Filter): Uint8Array {
  const { head } = firms;
  const districts = wanted(head.districts, ({ code }) => code, filter.districts);
  const parks = wanted(head.parks, ({ code }) => code, withInner(head.parks, filter.parks));
  const industries = wanted(head.industries, (division) => division, filter.industries.map(divisionOf));
  const inside = filter.within && within(firms, filter.within);
  const pass = new Uint8Array(firms.count);
  const { district } = firms.measured;
  for (let i = 0; i < firms.count; i++) {
    const elsewhere =
      (parks && !parks[firms.park[i] ?? 0]) ||
      (industries && !industries[firms.industry[i] ?? 0]) ||
      (inside && !inside[i]);
    if (!elsewhere) pass[i] = !districts || districts[district[i] ?? 0] ? PASS.all : PASS.butDistrict;
  }
  return pass;
}

/** Whether each letter, by its number, is let through. */
export const lettersPassing = (grades: Filter["grades"]): boolean[] =>
  GRADES.map((letter) => grades.length === 0 || (letter !== "" && grades.includes(letter)));

/** One byte per place in the list; null where nothing is filtered. */
function wanted<T>(list: readonly T[], nameOf: (one: T) => string, names: readonly string[]) {
  return names.length === 0 ? null : list.map((one) => names.includes(nameOf(one)));
}

/** Columns know industries by division, the first two digits. */
const divisionOf = (industry: string) => industry.slice(0, 2);

/** A park stands for the parks inside it too. */
function withInner(parks: Firms["head"]["parks"], chosen: readonly string[]): string[] {
  const all = new Set(chosen);
  for (let before = -1; before !== all.size; ) {
    before = all.size;
    for (const { code, parent } of parks) if (parent && all.has(parent)) all.add(code);
  }
  return [...all];
}

type Box = { west: number; east: number; south: number; north: number };

function within({ count, lon, lat }: Firms, corners: readonly number[]): Uint8Array {
  const box = boxOf(corners);
  const inside = new Uint8Array(count);
  for (let i = 0; i < count; i++) {
    const x = lon[i] ?? Number.NaN;
    const y = lat[i] ?? Number.NaN;
    const near = x >= box.west && x <= box.east && y >= box.south && y <= box.north;
    if (near && surrounds(corners, x, y)) inside[i] = 1;
  }
  return inside;
}

function boxOf(corners: readonly number[]): Box {
  const lons = corners.filter((_, i) => i % 2 === 0);
  const lats = corners.filter((_, i) => i % 2 === 1);
  return {
    west: Math.min(...lons),
    east: Math.max(...lons),
    south: Math.min(...lats),
    north: Math.max(...lats),
  };
}

/** Whether a line from the point to the east crosses the polygon's edge an odd number of times. */
function surrounds(corners: readonly number[], x: number, y: number): boolean {
  let odd = false;
  let [fromX, fromY] = [corners.at(-2) ?? 0, corners.at(-1) ?? 0];
  for (let i = 0; i < corners.length; i += 2) {
    const toX = corners[i] ?? 0;
    const toY = corners[i + 1] ?? 0;
    if (fromY > y !== toY > y && x < fromX + ((y - fromY) / (toY - fromY)) * (toX - fromX)) odd = !odd;
    fromX = toX;
    fromY = toY;
  }
  return odd;
}
