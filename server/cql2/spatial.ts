import { plain, sql } from "./fragment.ts";
import type { Typed } from "./scope.ts";
import { Refused } from "./tree.ts";

/** How two geometries lie to each other. */

/** What none but geometries that meet can do to each other, and what takes far longer to find out. */
const MEETING: Readonly<Record<string, string>> = {
  s_touches: "ST_Touches",
  s_crosses: "ST_Crosses",
  s_overlaps: "ST_Overlaps",
  s_equals: "ST_Equals",
};

export const isMeeting = (name: string): boolean => Object.hasOwn(MEETING, name);

export function spatial(name: string, left: Typed, right: Typed): Typed {
  const [a, b] = [left.fragment, right.fragment];
  const meet = sql`ST_Intersects(${a}, ${b})`;
  // The one question that can be asked of geometries of several dimensions at once.
  if (name === "s_intersects") return truth(meet);
  if (name === "s_disjoint") return truth(sql`(not ${meet})`);
  if (left.mixed || right.mixed)
    throw new Refused(`compares a collection of points, lines and areas by ${name}; s_intersects can`);
  if (name === "s_contains") return truth(sql`ST_Contains(${a}, ${b})`);
  if (name === "s_within") return truth(sql`ST_Within(${a}, ${b})`);
  return truth(sql`(${meet} and ${plain(MEETING[name]!)}(${a}, ${b}))`);
}

const truth = (fragment: Typed["fragment"]): Typed => ({ type: "boolean", fragment });
