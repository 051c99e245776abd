/** Lines that cross each other again and again: every crossing becomes a corner, and a database compares each with all others. */

export type Point = readonly [number, number];
type Side = readonly [Point, Point];

const sidesOf = (line: readonly Point[]): Side[] => line.slice(1).map((to, i) => [line[i]!, to]);

/** On which side of a line a point lies; nothing where it is on it. */
const turn = ([[ax, ay], [bx, by]]: Side, [x, y]: Point): number =>
  Math.sign((bx - ax) * (y - ay) - (by - ay) * (x - ax));

const isBetween = (a: number, b: number, n: number) => (a < n && n < b) || (b < n && n < a);

/** Between its ends, the point being on its line. */
const isInside = ([[ax, ay], [bx, by]]: Side, [x, y]: Point): boolean =>
  isBetween(ax, bx, x) || isBetween(ay, by, y);

/** Whether one of them gets a corner where it has none. */
function cross(one: Side, other: Side): boolean {
  const turns = [turn(one, other[0]), turn(one, other[1]), turn(other, one[0]), turn(other, one[1])] as const;
  if (turns[0] * turns[1] < 0 && turns[2] * turns[3] < 0) return true;
  const ends = [other[0], other[1], one[0], one[1]];
  return ends.some((end, i) => turns[i] === 0 && isInside(i < 2 ? one : other, end));
}

const nameOf = ([a, b]: Side): string => [a.join(), b.join()].sort().join(" ");

/** How many sides lie on two others: neighbours have one in common, but no third has it, too. */
function piled(sides: readonly Side[]): number {
  const times = new Map<string, number>();
  for (const side of sides) times.set(nameOf(side), (times.get(nameOf(side)) ?? 0) + 1);
  return [...times.values()].reduce((sum, count) => sum + Math.max(0, count - 2), 0);
}

export function crossMoreThan(most: number, lines: readonly (readonly Point[])[]): boolean {
  const sides = lines.flatMap(sidesOf);
  let found = piled(sides);
  if (found > most) return true;
  for (const [i, one] of sides.entries())
    for (let j = i + 1; j < sides.length; j++) if (cross(one, sides[j]!) && ++found > most) return true;
  return false;
}
