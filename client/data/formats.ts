import { type FormatName, WORKBOOK_ROWS } from "../../domain/open-data.ts";

/** The formats of files as the desk offers them, those first that most people want. */

export type FormatFacts = Readonly<{
  extension: string;
  /** What `ogr2ogr` calls it. */
  driver: string;
  /** Whether it has longitude and latitude only. */
  degreesOnly?: true;
  /** Whether it is a table, whose geometry is a column or two at most. */
  table?: true;
  most?: number;
}>;

export const FORMATS: Readonly<Record<FormatName, FormatFacts>> = {
  gpkg: { extension: "gpkg", driver: "GPKG" },
  geojson: { extension: "geojson", driver: "GeoJSON" },
  fgb: { extension: "fgb", driver: "FlatGeobuf" },
  csv: { extension: "csv", driver: "CSV", table: true },
  xlsx: { extension: "xlsx", driver: "XLSX", table: true, most: WORKBOOK_ROWS },
  shp: { extension: "shp.zip", driver: "ESRI Shapefile" },
  geojsonseq: { extension: "geojsons", driver: "GeoJSONSeq", degreesOnly: true },
};

export const FORMATS_OFFERED = Object.keys(FORMATS) as readonly FormatName[];

/** Choices that only some formats have. */
export type Options = Readonly<{ bom: boolean; encoding: "utf-8" | "gbk"; index: boolean }>;

export const FIRST_OPTIONS: Options = { bom: true, encoding: "utf-8", index: false };

/** Those that differ from what the server does unasked. */
export function optionsOf(format: FormatName, { bom, encoding, index }: Options): [string, string][] {
  if (format === "csv" && bom) return [["bom", "true"]];
  if (format === "shp" && encoding !== "utf-8") return [["encoding", encoding]];
  if (format === "fgb" && index) return [["index", "true"]];
  return [];
}
