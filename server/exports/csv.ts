import type { Column } from "../catalog/layer.ts";
import { BYTE_ORDER_MARK, type Cell, csvRow } from "../csv.ts";
import type { Chunk, Format, Making } from "./format.ts";
import { dayText, type Fields, type Value, written } from "./record.ts";
import { wellKnownText } from "./written-geometry.ts";

/** CSV: geometries as WKT. What the file is stands in its name and in the headers of the answer: a line of it would be taken for data. */

/** Names that GDAL knows a geometry by, and its system. */
const geometryColumn = (srid: number) => (srid === 4326 ? "WKT" : `_WKTgeometry_EPSG_${srid}`);

const cellOf = (value: Value, { type }: Column): Cell =>
  type === "date" && value !== null ? dayText(value as number) : value;

async function* write(making: Making): AsyncGenerator<Chunk> {
  const { ask, about, options } = making;
  const { columns, geometry, crs } = ask;
  const names = columns.map(({ name }) => name);
  const mark = options.bom ? BYTE_ORDER_MARK : "";
  yield mark + csvRow(geometry ? [geometryColumn(about.srid), ...names] : names);
  const cells: Cell[] = [];
  const first = geometry ? 1 : 0;
  const row = ({ geometry: wkb, values }: Fields) => {
    if (geometry) cells[0] = wellKnownText(wkb, crs.decimals);
    for (let i = 0; i < columns.length; i++) cells[first + i] = cellOf(values[i] ?? null, columns[i]!);
    return csvRow(cells);
  };
  for await (const batch of written(making, row)) yield batch.join("");
}

export const csv: Format = {
  title: { zh: "CSV 表格", en: "CSV" },
  extension: "csv",
  type: "text/csv; charset=utf-8",
  grows: true,
  compresses: true,
  write,
};
