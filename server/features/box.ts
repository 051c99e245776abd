import { z } from "zod";
import type { Layer } from "../catalog/layer.ts";
import { rounded } from "../coordinate.ts";
import { invalidParameter } from "../http/problem.ts";
import { type Crs, type Extent, isGeographic } from "../ogc/crs.ts";
import type { Condition } from "./selection.ts";
import { number } from "./values.ts";

/** Boxes: what `bbox` says, in the system that `bbox-crs` names. */

const FORM = "must be four numbers: the lower corner and the upper corner (or six, with heights)";

/** The corners as they are written: their axes are in the order of their system. */
export const corners = z
  .string()
  .transform((text) => text.split(","))
  .refine((parts) => parts.length === 4 || parts.length === 6, FORM)
  .pipe(z.array(number(FORM)))
  .transform((numbers) =>
    (numbers.length === 6 ? [0, 1, 3, 4] : [0, 1, 2, 3]).map((i) => rounded(numbers[i]!)),
  );

const refused = (message: string) =>
  invalidParameter(`bbox: ${message}`, { errors: [{ field: "bbox", message }] });

/** West of the first, east of the second: a box across the antimeridian is two of these. */
export function inside(layer: Layer, written: readonly number[], crs: Crs): Condition {
  const [a, b, c, d] = written as [number, number, number, number];
  const [west, south, east, north] = crs.axes === "xy" ? [a, b, c, d] : [b, a, d, c];
  if (south > north) throw refused("its south must not be north of its north");
  if (west > east && !isGeographic(crs)) throw refused("its west must not be east of its east");
  const [least, , most] = crs.reach;
  const boxes: Extent[] =
    west <= east
      ? [[west, south, east, north]]
      : [
          [west, south, most, north],
          [least, south, east, north],
        ];
  const tests = boxes.flatMap((box) => within(layer, box, crs));
  return {
    sql: `(${tests.map(({ sql }) => sql).join(" or ") || "false"})`,
    values: tests.flatMap(({ values }) => values),
  };
}

/** Map clients send what their window shows, which may be more than the world. */
function within(layer: Layer, box: Extent, crs: Crs): Condition[] {
  const [west, south, east, north] = isGeographic(crs) ? box.map((n, i) => clamp(n, crs.reach, i)) : box;
  const [least, lowest, most, highest] = crs.reach;
  if (west! > most || east! < least || south! > highest || north! < lowest) return [];
  const reached = [west, south, east, north].map((n, i) => clamp(n!, crs.reach, i));
  const envelope = `ST_MakeEnvelope(?, ?, ?, ?, ${crs.srid})`;
  // A straight side in one system is a curve in another; this many points keep it within a metre in a city.
  const area =
    crs.srid === 4326
      ? envelope
      : isGeographic(crs)
        ? `ST_SetSRID(${envelope}, 4326)`
        : `ST_Transform(ST_Segmentize(${envelope}, ${longestSide(reached) / 32}), 4326)`;
  return [{ sql: `ST_Intersects(${layer.geom}, ${area})`, values: reached }];
}

const clamp = (value: number, reach: Extent, i: number) =>
  Math.max(reach[i % 2]!, Math.min(reach[(i % 2) + 2]!, value));

const longestSide = ([west, south, east, north]: readonly number[]) =>
  Math.max(east! - west!, north! - south!, 1);
