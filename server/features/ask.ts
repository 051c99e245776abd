import { type Column, codeColumn, type Layer } from "../catalog/layer.ts";
import { CRS84, type Crs } from "../ogc/crs.ts";
import type { ItemsQuery } from "./query.ts";
import { type Selection, selectionOf } from "./selection.ts";
import type { SortKey } from "./sorting.ts";

/** What a request for items asks, whatever the format of the answer. */
export type Ask = Readonly<{
  layer: Layer;
  where: Selection;
  /** The properties asked for, in the layer's order. */
  columns: readonly Column[];
  geometry: boolean;
  crs: Crs;
  sort: readonly SortKey[];
}>;

export const askOf = (layer: Layer, query: ItemsQuery): Ask => ({
  layer,
  where: selectionOf(layer, query),
  columns: query.properties ?? layer.columns,
  geometry: !query.skipGeometry,
  crs: query.crs ?? CRS84,
  sort: query.sortby ?? [],
});

/** Every column that a query for these rows reads; what identifies a feature is always among them. */
export const columnsRead = ({ layer, columns, where, sort }: Ask): Column[] => [
  codeColumn(layer),
  ...columns,
  ...where.columns,
  ...sort.map(({ column }) => column),
];
