import type { Column } from "../../catalog/layer.ts";
import type { Chunk, Format, Making } from "../format.ts";
import { dayText, geometryOf, type Row, rowsTaken, type Value, valueIn } from "../record.ts";
import { type Box, boxOf, isEmptyPoint, nowhere } from "../wkb.ts";
import { firstPage, type SqliteFile, sqliteFile } from "./sqlite-file.ts";
import { record, type SqlValue } from "./sqlite-record.ts";
import { featureTable, type Table, tablesOf } from "./tables.ts";

/** GeoPackage: a SQLite database of one layer, which QGIS opens in the map's colours. */

/** "GP", the version, and what follows: a box or none, the lower byte first. */
const WITH_BOX = Buffer.from([0x47, 0x50, 0, 3]);
const EMPTY = Buffer.from([0x47, 0x50, 0, 0x11]);

function geometryBlob(wkb: Buffer, srid: number, box: Box | null): Buffer {
  const head = Buffer.alloc(box ? 40 : 8);
  (box ? WITH_BOX : EMPTY).copy(head);
  head.writeInt32LE(srid, 4);
  if (box)
    for (const [i, side] of [box[0], box[2], box[1], box[3]].entries()) head.writeDoubleLE(side, 8 + 8 * i);
  return Buffer.concat([head, wkb]);
}

function sqlValue(value: Value, { type }: Column): SqlValue {
  if (type === "date" && value !== null) return dayText(value as number);
  return typeof value === "boolean" ? Number(value) : value;
}

const widened = (box: Box, other: Box): Box => [
  Math.min(box[0], other[0]),
  Math.min(box[1], other[1]),
  Math.max(box[2], other[2]),
  Math.max(box[3], other[3]),
];

type Placed = { root: number; sql: string; name: string; indexes: number[] };

/** Tables that hold a few rows, the number of a row being its key or its place. */
function small(file: SqliteFile, { name, sql, rows, unique = [] }: Table): Placed {
  const table = file.table();
  const key = /(\w+) INTEGER (?:NOT NULL PRIMARY KEY|PRIMARY KEY)/.exec(sql)?.[1];
  const place = key === undefined ? -1 : key === "srs_id" ? 1 : 0;
  const numbers = rows.map((values, i) => (place < 0 ? i + 1 : (values[place] as number)));
  for (const [i, values] of rows.entries())
    table.row(numbers[i]!, record(values.map((value, column) => (column === place ? null : value))));
  const root = table.end();
  const indexes = unique.map((columns) =>
    file.index(
      rows
        .map((values, i) => ({ key: columns.map((column) => values[column] ?? null), number: numbers[i]! }))
        .sort((a, b) => (a.key.join("\0") < b.key.join("\0") ? -1 : 1))
        .map(({ key: values, number }) => record([...values, number])),
    ),
  );
  return { name, sql, root, indexes };
}

function schemaOf(placed: readonly Placed[]): Buffer[] {
  return placed.flatMap(({ name, sql, root, indexes }) => [
    record(["table", name, name, root, sql]),
    ...indexes.map((page, i) => record(["index", `sqlite_autoindex_${name}_${i + 1}`, name, page, null])),
  ]);
}

async function* write(making: Making): AsyncGenerator<Chunk> {
  const { ask, about } = making;
  const { columns, geometry, layer } = ask;
  const file = sqliteFile();
  const table = file.table();
  let extent: Box = nowhere();
  let number = 0;

  function stored(row: Row): Buffer {
    const wkb = geometryOf(row);
    const box = wkb && !isEmptyPoint(wkb) ? boxOf(wkb) : null;
    if (box) extent = widened(extent, box);
    const blob = wkb && geometryBlob(wkb, about.srid, box);
    const cells = columns.map((column, i) => sqlValue(valueIn(row, i, column), column));
    return record([null, ...(geometry ? [blob] : []), ...cells]);
  }

  const store = (row: Row) => table.row(++number, stored(row));
  for await (const _ of rowsTaken(making, store)) yield file.taken();
  const features = { name: layer.id, sql: featureTable(ask), root: table.end(), indexes: [] };
  const known = extent[0] <= extent[2] ? extent : null;
  const others = tablesOf(ask, about, known).map((one) => small(file, one));
  yield file.taken();
  making.patch(0, firstPage(schemaOf([features, ...others]), file.pages(), "GPKG", VERSION));
}

const VERSION = 10_300;

export const geopackage: Format = {
  title: { zh: "GeoPackage", en: "GeoPackage" },
  extension: "gpkg",
  type: "application/geopackage+sqlite3",
  grows: false,
  compresses: false,
  write,
};
