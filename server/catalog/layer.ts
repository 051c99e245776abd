import type { Text } from "../../domain/api/text.ts";
import type { DataTable } from "../db/tables.ts";

/** What a published layer is: the shape of an entry in the catalog, and short ways to write its columns. */

export type ColumnType = "string" | "integer" | "number" | "boolean" | "date" | "strings";

export type Column = Readonly<{
  name: string;
  type: ColumnType;
  title: Text;
  /** SQL expression over the layer's relation. */
  sql: string;
  /** The join that `sql` needs; a query leaves out the joins that none of its columns names. */
  join?: string;
  unit?: string;
  /** Digits after the point that the figure means. */
  decimals?: number;
  /** Its values, where they are a closed list. */
  values?: readonly string[];
  /** Whether vector tiles carry it, or from which zoom on: only what styles, labels and selection need. */
  tile?: boolean | number;
}>;

export type Layer = Readonly<{
  id: string;
  title: Text;
  description: Text;
  geometry: "point" | "polygon";
  /** Every table in `from` and `joins`: a change of one of them is a new version of the layer. */
  reads: readonly DataTable[];
  /** The table and its alias. */
  from: string;
  /** Left joins on unique keys, by the name that columns ask for them with. */
  joins: Readonly<Record<string, string>>;
  /** SQL of a unique integer: the order of paging, and the feature id in tiles. */
  key: string;
  /** Name of the column that identifies a feature in addresses. */
  code: string;
  /** SQL of the outline in degrees, and in EPSG:3857 for tiles. */
  geom: string;
  geom3857: string;
  /** Name of the date column that `datetime` selects by. */
  time?: string;
  zoom: Readonly<{ min: number; max: number }>;
  /** What tiles from afar read in place of `from`, under the same alias: simpler outlines, and how large they are drawn. */
  far?: Readonly<{ from: string; drawn: string; upToZoom: number }>;
  /** Where features below a pixel are summed, up to which zoom: a layer of the tiles beside this one. */
  cells?: Cells;
  /** From which zoom tiles have a point for the label of each feature: outlines are cut by tiles, and would bear several. */
  labelsFromZoom?: number;
  columns: readonly Column[];
}>;

export type Cells = Readonly<{ from: string; upToZoom: number; columns: readonly Column[] }>;

type More = Omit<Column, "name" | "type" | "title" | "sql">;
type Declare = (name: string, sql: string, zh: string, en: string, more?: More) => Column;

const of =
  (type: ColumnType, shared: More = {}): Declare =>
  (name, sql, zh, en, more = {}) => ({ name, type, title: { zh, en }, sql, ...shared, ...more });

export const string = of("string");
export const strings = of("strings");
export const integer = of("integer");
export const boolean = of("boolean");
export const date = of("date");
export const ratio = of("number", { decimals: 4 });
export const area = of("number", { unit: "m²", decimals: 2 });
export const money = of("number", { unit: "万元", decimals: 2 });
export const amount = of("number", { decimals: 2 });

export const columnNamed = (layer: Layer, name: string): Column => {
  const column = layer.columns.find((candidate) => candidate.name === name);
  if (!column) throw new Error(`Layer ${layer.id} has no column ${name}`);
  return column;
};

export const codeColumn = (layer: Layer): Column => columnNamed(layer, layer.code);

/** Columns that a selection may compare: of those that hold several values, whether one is among them. */
export const queryables = (layer: Layer): readonly Column[] => layer.columns;

/** Columns that features may be put in order by: all that hold one value. */
export const sortables = (layer: Layer): readonly Column[] =>
  layer.columns.filter((column) => column.type !== "strings");
