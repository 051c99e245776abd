import type { ShareSeries } from "../../domain/api/shares.ts";
import { shareNamed } from "../../domain/shares/definitions.ts";
import type { ShareId } from "../../domain/shares/switches.ts";
import type { Paint } from "../map/painting.ts";

/** How districts are classed by a share: around its target, or, where nothing is asked, by their part. */

export type ShareClass = { paint: Paint; from: number; to: number };

/** Points of percent on either side of the target that make a class of their own. */
const FAR = 3;
/** The seven parts of one whole: no part is above or below anything. */
const PARTS = [5, 8];

const AROUND = ["share-1", "share-2", "share-3", "share-4", "share-5"] as const satisfies readonly Paint[];
const RISING = ["share-4", "share-5", "share-6"] as const satisfies readonly Paint[];

export function classesOf(id: ShareId): ShareClass[] {
  const { target, near } = shareNamed(id);
  const breaks = target === null ? PARTS : [target - FAR, target, target + near, target + FAR];
  const paints: readonly Paint[] = target === null ? RISING : AROUND;
  return paints.map((paint, i) => ({ paint, from: breaks[i - 1] ?? -Infinity, to: breaks[i] ?? Infinity }));
}

export const classOf = (id: ShareId, percent: number): ShareClass | undefined =>
  classesOf(id).find(({ from, to }) => percent >= from && percent < to);

/** Each district's percentage of a share in a year; what nobody reported is left out. */
export function percentsIn({ points }: ShareSeries, id: ShareId, year: number): Map<string, number> {
  const found = new Map<string, number>();
  for (const point of points)
    if (point.id === id && point.year === year && point.district !== null && point.percent !== null)
      found.set(point.district, point.percent);
  return found;
}
