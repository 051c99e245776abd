import type { Column } from "../catalog/layer.ts";
import { BYTE_ORDER_MARK, type Cell, csvRow } from "../csv.ts";
import type { Chunk, Format, Making } from "./format.ts";
import { DECIMALS, dayText, recordsOf, type Value } from "./record.ts";
import { wellKnownText } from "./written-geometry.ts";

/** CSV: geometries as WKT. What the file is stands in its name and in the headers of the answer: a line of it would be taken for data. */

/** Names that GDAL knows a geometry by, and its system. */
const geometryColumn = (srid: number) => (srid === 4326 ? "WKT" : `_WKTgeometry_EPSG_${srid}`);

function cellOf(value: Value, { type, decimals }: Column): Cell {
  if (value === null) return null;
  if (type === "number") return Number((value as number).toFixed(decimals ?? DECIMALS));
  return type === "date" ? dayText(value as number) : value;
}

async function* write(making: Making): AsyncGenerator<Chunk> {
  const { ask, about, options } = making;
  const { columns, geometry, crs } = ask;
  const names = columns.map(({ name }) => name);
  const mark = options.bom ? BYTE_ORDER_MARK : "";
  yield mark + csvRow(geometry ? [geometryColumn(about.srid), ...names] : names);
  for await (const batch of recordsOf(making))
    yield batch
      .map(({ geometry: wkb, values }) => {
        const cells = columns.map((column, i) => cellOf(values[i] ?? null, column));
        return csvRow(geometry ? [wellKnownText(wkb, crs.decimals), ...cells] : cells);
      })
      .join("");
}

export const csv: Format = {
  title: { zh: "CSV 表格", en: "CSV" },
  extension: "csv",
  type: "text/csv; charset=utf-8",
  grows: true,
  compresses: true,
  write,
};
