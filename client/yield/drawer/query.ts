import type { Block } from "../protocol.ts";
import type { YieldView } from "../state.ts";

/** What the drawer asks the server for, as paths. */

/** The firms that the filters of the view leave; null while the year is not known. */
function selectionOf(view: YieldView, block: Block, grades = true): URLSearchParams {
  const query = new URLSearchParams();
  const add = (name: string, values: readonly (string | number)[]) =>
    values.length > 0 && query.set(name, values.join());
  add("district", view.districts);
  add("park", view.parks);
  add("industry", view.industries);
  if (grades) add("grade", view.grades);
  add("within", view.within ?? []);
  query.set("size", block.size);
  return query;
}

export function firmsPath(view: YieldView, block: Block): string {
  const query = selectionOf(view, block);
  if (block.run !== null) query.set("run", String(block.run));
  query.set("sort", view.sort);
  return `/api/ratings/${block.year}?${query}`;
}

export const csvPath = (view: YieldView, block: Block) => `${firmsPath(view, block)}&f=csv`;

export const migrationPath = (view: YieldView, block: Block, from: number) =>
  `/api/ratings/migration?from=${from}&to=${block.year}&${selectionOf(view, block, false)}`;

/**
 * The same firms as a layer's items, where a layer can say it: it shows the newest published rating, takes one value for each
 * property, and a box where the map was drawn on.
 */
export function layerPath(view: YieldView, latest: boolean): string | null {
  const { districts, parks, industries, grades, within, size, run } = view;
  const box = within && boxOf(within);
  const single = [districts, parks, grades].every(({ length }) => length <= 1);
  if (!latest || run !== null || !single || industries.length > 0 || (within && !box)) return null;
  const query = new URLSearchParams();
  const [district] = districts;
  const [park] = parks;
  const [grade] = grades;
  if (district) query.set("district_code", district);
  if (park) query.set("park_code", park);
  if (grade) query.set("grade", grade);
  if (box) query.set("bbox", box.join());
  query.set("above_scale", String(size === "above_scale"));
  query.set("limit", "10000");
  return `/ogc/collections/enterprises/items?${query}`;
}

/** West, south, east, north of a ring that is an upright rectangle; null for any other. */
function boxOf(ring: readonly number[]): [number, number, number, number] | null {
  const corners = Array.from(
    { length: ring.length / 2 },
    (_, i) => [ring[2 * i]!, ring[2 * i + 1]!] as const,
  );
  const [lons, lats] = [corners.map(([lon]) => lon), corners.map(([, lat]) => lat)];
  const [west, south, east, north] = [
    Math.min(...lons),
    Math.min(...lats),
    Math.max(...lons),
    Math.max(...lats),
  ];
  const edge = ([lon, lat]: readonly [number, number]) =>
    (lon === west || lon === east) && (lat === south || lat === north);
  const turns = corners.every(([lon, lat], i) => {
    const [nextLon, nextLat] = corners[(i + 1) % corners.length]!;
    return lon === nextLon || lat === nextLat;
  });
  return corners.every(edge) && turns ? [west, south, east, north] : null;
}
