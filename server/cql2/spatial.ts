import { sql } from "./fragment.ts";
import type { Typed } from "./scope.ts";
import { Refused } from "./tree.ts";

/** How two geometries lie to each other. */

export function spatial(name: string, left: Typed, right: Typed): Typed {
  const [a, b] = [left.fragment, right.fragment];
  // The one question that can be asked of geometries of several dimensions at once.
  if (name === "s_intersects") return truth(sql`ST_Intersects(${a}, ${b})`);
  if (name === "s_disjoint") return truth(sql`(not ST_Intersects(${a}, ${b}))`);
  if (left.mixed || right.mixed)
    throw new Refused(`compares a collection of points, lines and areas by ${name}; s_intersects can`);
  switch (name) {
    case "s_contains":
      return truth(sql`ST_Contains(${a}, ${b})`);
    case "s_within":
      return truth(sql`ST_Within(${a}, ${b})`);
    case "s_touches":
      return truth(sql`ST_Touches(${a}, ${b})`);
    case "s_crosses":
      return truth(sql`ST_Crosses(${a}, ${b})`);
    case "s_overlaps":
      return truth(sql`ST_Overlaps(${a}, ${b})`);
    default:
      return truth(sql`ST_Equals(${a}, ${b})`);
  }
}

const truth = (fragment: Typed["fragment"]): Typed => ({ type: "boolean", fragment });
