import { rounded } from "../coordinate.ts";
import { type Crs, isGeographic } from "../ogc/crs.ts";
import { crossMoreThan, type Point } from "./crossings.ts";
import { bound, type Fragment, plain, sql } from "./fragment.ts";
import type { Scope, Typed } from "./scope.ts";
import { Refused } from "./tree.ts";

/** Geometries that a filter writes: checked number by number, so that the database meets none that it can't take. */

/** What somebody draws with an unsteady hand, and little enough to be put in order at once. */
const MOST_CROSSINGS = 32;

/** How deep the coordinates of a type nest, how many positions its lines have at least, and its dimension. */
const SHAPES: Readonly<Record<string, readonly [nesting: number, least: number, dimension: 1 | 2 | 3]>> = {
  Point: [0, 1, 1],
  MultiPoint: [1, 1, 1],
  LineString: [1, 2, 2],
  MultiLineString: [2, 2, 2],
  Polygon: [2, 4, 3],
  MultiPolygon: [3, 4, 3],
};

export function shape(geometry: object, { crs }: Scope): Typed {
  const parts = partsOf(geometry, crs);
  const lines = parts.flatMap((part) => part.lines);
  if (crossMoreThan(MOST_CROSSINGS, lines))
    throw new Refused(`has a geometry that crosses itself more than ${MOST_CROSSINGS} times`);
  const [{ dimension }] = parts as [Part];
  const mixed = parts.some((part) => part.dimension !== dimension);
  const all =
    parts.length === 1 ? parts[0]!.wkt : `GEOMETRYCOLLECTION(${parts.map(({ wkt }) => wkt).join()})`;
  const valid = sql`ST_MakeValid(${inDegrees(all, lengthOf(lines), crs)})`;
  return {
    type: "geometry",
    mixed,
    positions: parts.reduce((sum, { positions }) => sum + positions, 0),
    fragment: mixed ? valid : sql`ST_CollectionExtract(${valid}, ${plain(String(dimension))})`,
  };
}

/** West, south, east, north in the order of the system; a west beyond its east crosses the antimeridian. */
export function boxShape(numbers: readonly number[], scope: Scope): Typed {
  if (numbers.length !== 4 && numbers.length !== 6) throw new Refused("needs four or six numbers in a bbox");
  const at = numbers.length === 4 ? [0, 1, 2, 3] : [0, 1, 3, 4];
  const [a, b, c, d] = at.map((i) => numbers[i]!) as [number, number, number, number];
  const flipped = scope.crs.axes === "yx";
  const [west, south, east, north] = flipped ? [b, a, d, c] : [a, b, c, d];
  if (south > north) throw new Refused("has a bbox whose south is north of its north");
  const [least, , most] = scope.crs.reach;
  const spans =
    west <= east
      ? [[west, east]]
      : [
          [west, most],
          [least, east],
        ];
  const rings = spans.map(([from, to]) => {
    const ring = [
      [from, south],
      [to, south],
      [to, north],
      [from, north],
      [from, south],
    ] as Point[];
    return [flipped ? ring.map(([x, y]) => [y, x]) : ring];
  });
  return shape({ type: "MultiPolygon", coordinates: rings }, scope);
}

type Part = { wkt: string; dimension: 1 | 2 | 3; positions: number; lines: Point[][] };

function partsOf(geometry: object, crs: Crs): Part[] {
  const { type, coordinates, geometries } = geometry as Record<string, unknown>;
  if (type === "GeometryCollection" && Array.isArray(geometries) && geometries.length > 0)
    return geometries.flatMap((member) => partsOf(Object(member), crs));
  const known = typeof type === "string" && Object.hasOwn(SHAPES, type) ? SHAPES[type] : undefined;
  if (!known) throw new Refused("has a geometry of an unknown type, or an empty one");
  const [nesting, least, dimension] = known;
  const lines: Point[][] = [];
  const points: Point[] = [];
  const text = written(coordinates, nesting, { least, closed: dimension === 3, crs, points, lines });
  return [
    {
      wkt: `${(type as string).toUpperCase()}${nesting === 0 ? `(${text})` : text}`,
      dimension,
      positions: points.length,
      lines: dimension === 1 ? [] : lines,
    },
  ];
}

type Rules = { least: number; closed: boolean; crs: Crs; points: Point[]; lines: Point[][] };

function written(coordinates: unknown, nesting: number, rules: Rules): string {
  if (nesting === 0) {
    const point = pointOf(coordinates, rules.crs);
    rules.points.push(point);
    return `${point[0]} ${point[1]}`;
  }
  if (!Array.isArray(coordinates) || coordinates.length === 0)
    throw new Refused("has a geometry whose coordinates do not fit its type");
  const first = rules.points.length;
  const text = coordinates.map((inner) => written(inner, nesting - 1, rules)).join();
  if (nesting === 1) {
    const line = rules.points.slice(first);
    checkLine(line, rules);
    rules.lines.push(line);
  }
  return `(${text})`;
}

function checkLine(points: readonly Point[], { least, closed }: Rules) {
  if (points.length < least) throw new Refused(`has a geometry with fewer than ${least} positions in a line`);
  const [first, last] = [points[0]!, points.at(-1)!];
  if (closed && (first[0] !== last[0] || first[1] !== last[1]))
    throw new Refused("has a polygon whose ring does not end where it begins");
}

function pointOf(coordinates: unknown, { axes, reach, uri }: Crs): Point {
  const numbers = Array.isArray(coordinates) ? coordinates : [];
  if (numbers.length < 2 || numbers.length > 3 || !numbers.every(Number.isFinite))
    throw new Refused("has a position that is not of two or three numbers");
  const [x, y] = (axes === "xy" ? numbers : [numbers[1], numbers[0]]) as [number, number];
  const [west, south, east, north] = reach;
  if (x < west || x > east || y < south || y > north)
    throw new Refused(`has a position that ${uri} does not reach: ${numbers.join(" ")}`);
  return [rounded(x), rounded(y)];
}

const lengthOf = (lines: readonly (readonly Point[])[]): number =>
  lines
    .flatMap((line) => line.slice(1).map(([x, y], i) => Math.hypot(x - line[i]![0], y - line[i]![1])))
    .reduce((sum, length) => sum + length, 0);

/** A straight side in metres is a curve in degrees: enough points on it keep it where it was. */
function inDegrees(wkt: string, length: number, crs: Crs): Fragment {
  const text = bound(wkt, "text");
  if (isGeographic(crs)) return sql`ST_GeomFromText(${text}, 4326)`;
  const geometry = sql`ST_GeomFromText(${text}, ${plain(String(crs.srid))})`;
  const step = bound(Math.max(length / 128, 1), "float8");
  return sql`ST_Transform(ST_Segmentize(${geometry}, ${step}), 4326)`;
}
