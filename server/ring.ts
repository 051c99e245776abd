import { rounded } from "./coordinate.ts";

/** An area that somebody drew, as SQL and as what stands in its place. */

/** Lines may cross: then what lies inside is what an even-odd count says, like on the map that it was drawn on. */
export const RING = "ST_CollectionExtract(ST_MakeValid(ST_GeomFromText(?, 4326)), 3)";

/** From lon, lat of its corners, closed or not. */
export function ringText(ring: readonly number[]): string {
  const corners = Array.from(
    { length: ring.length / 2 },
    (_, i) => `${rounded(ring[2 * i]!)} ${rounded(ring[2 * i + 1]!)}`,
  );
  const closed = corners[0] === corners.at(-1) ? corners : [...corners, corners[0]];
  // A ring of three corners that come back to the first too early would be none; more corners on the way harm nothing.
  while (closed.length < 4) closed.push(corners[0]);
  return `POLYGON((${closed.join(", ")}))`;
}
