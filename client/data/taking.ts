import { itemsPath, type Query, withQuery } from "./addresses.ts";
import { boundsOf, boxText, isBox, polygonText } from "./area.ts";
import type { Column } from "./columns.ts";
import { allOf, conditionsText, quoted } from "./cql2.ts";
import { FORMATS, optionsOf } from "./formats.ts";
import type { TakingView } from "./state.ts";
import { DEGREES } from "./systems.ts";
import type { Work } from "./work.ts";

/** What is taken, as the request that asks for it. */

export type Taking = Readonly<{
  layer: string;
  /** What selects features. */
  selection: Query;
  /** What of each feature is given. */
  shape: Query;
  /** The form of the file. */
  form: Query;
}>;

type Chosen = { view: TakingView; work: Work; columns: readonly Column[]; hasTime: boolean };

export const takingOf = (chosen: Chosen): Taking => ({
  layer: chosen.view.layer,
  selection: selectionOf(chosen),
  shape: shapeOf(chosen),
  form: [["f", chosen.view.format], ...optionsOf(chosen.view.format, chosen.work.options)],
});

/** The filter that the form or the hand has written. */
export const filterOf = ({ work, columns }: Pick<Chosen, "work" | "columns">): string =>
  work.written ?? conditionsText(work.conditions, columns, work.join);

function selectionOf({ view, work, columns, hasTime }: Chosen): Query {
  const { area, within, districts } = view;
  const box =
    area === "seen" ? work.seen : area === "drawn" && within && isBox(within) ? boundsOf(within) : null;
  const polygon = area === "drawn" && within && !isBox(within) ? within : null;
  const filter = allOf([
    filterOf({ work, columns }),
    area === "districts" && districts.length > 0
      ? `district_code IN (${districts.map(quoted).join(", ")})`
      : "",
    polygon ? `S_INTERSECTS(geom, ${polygonText(polygon)})` : "",
  ]);
  const { from, until } = work;
  return [
    ...(box ? [["bbox", boxText(box)] as const] : []),
    ...(hasTime && (from || until) ? [["datetime", `${from || ".."}/${until || ".."}`] as const] : []),
    ...(filter ? [["filter", filter] as const] : []),
  ];
}

function shapeOf({ view, work, columns }: Chosen): Query {
  const chosen = columns.filter(({ name }) => work.columns?.has(name) ?? true);
  const some = chosen.length < columns.length;
  const degrees = work.crs === DEGREES || FORMATS[view.format].degreesOnly;
  return [
    ...(some ? [["properties", chosen.map(({ name }) => name).join()] as const] : []),
    ...(work.geometry ? [] : [["skipGeometry", "true"] as const]),
    ...(degrees ? [] : [["crs", work.crs] as const]),
  ];
}

export const queryOf = ({ form, selection, shape }: Taking): Query => [...form, ...selection, ...shape];

export const filePath = (taking: Taking): string => withQuery(itemsPath(taking.layer), queryOf(taking));

/** The first few features as the file begins. */
export const samplePath = (taking: Taking, limit: number): string =>
  withQuery(itemsPath(taking.layer), [...queryOf(taking), ["limit", String(limit)]]);

const ROWS_SHOWN = 20;

/** The first rows, as the file has them but for their geometry. */
export function rowsPath({ layer, selection, shape }: Taking): string {
  const properties = shape.filter(([name]) => name === "properties");
  const page: Query = [
    ["f", "json"],
    ["limit", String(ROWS_SHOWN)],
    ["skipGeometry", "true"],
  ];
  return withQuery(itemsPath(layer), [...page, ...selection, ...properties]);
}

/** How many there are: as far as they are counted at once, or each of them. */
export function countPath({ layer, selection }: Taking, exact: boolean): string {
  const least: Query = [
    ["f", "json"],
    ["limit", "1"],
    ["skipGeometry", "true"],
    ["properties", ""],
  ];
  const count: Query = exact ? [["count", "exact"]] : [];
  return withQuery(itemsPath(layer), [...least, ...count, ...selection]);
}
