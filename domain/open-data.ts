/** What both sides know of the published data: how much is counted at once, and the files that it comes in. */

/** A selection of more features than these is counted only when all are asked to be counted. */
export const COUNTED_UP_TO = 10_000;

/** Formats of files, as `f` names them; pages of features are `json` and `html`. */
export const FORMAT_NAMES = ["geojson", "geojsonseq", "csv", "fgb", "gpkg", "shp", "xlsx"] as const;
export type FormatName = (typeof FORMAT_NAMES)[number];

/** What a sheet of a workbook can hold, less the heading. */
export const WORKBOOK_ROWS = 1_048_575;
