import type { FormatName } from "../../domain/open-data.ts";
import { csv } from "./csv.ts";
import { flatgeobuf } from "./flatgeobuf/flatgeobuf.ts";
import type { Format } from "./format.ts";
import { geojson, geojsonSequence } from "./geojson.ts";
import { geopackage } from "./geopackage/geopackage.ts";
import { shapefile } from "./shapefile/shapefile.ts";
import { workbook } from "./workbook.ts";

/** Every format that the published layers come in. */
export const FORMATS: Readonly<Record<FormatName, Format>> = {
  geojson,
  geojsonseq: geojsonSequence,
  csv,
  fgb: flatgeobuf,
  gpkg: geopackage,
  shp: shapefile,
  xlsx: workbook,
};
