import { createReadStream } from "node:fs";
import { type FileHandle, open } from "node:fs/promises";
import { tooLarge } from "../../http/problem.ts";
import type { Chunk, Format, Making } from "../format.ts";
import { geometryOf, type Row, recordOf, rowsTaken, valueIn } from "../record.ts";
import { type Box, nowhere } from "../wkb.ts";
import { zip } from "../zip.ts";
import { cellWriter, type Encoding, type Shape, tableHead, tableRow, widthOf } from "./dbase.ts";
import { legendOf } from "./legend.ts";
import { projectionOf } from "./projections.ts";
import { FILE_HEAD, fileHead, kindFor, placesOf, recordHead, shapeOf } from "./shapes.ts";

/**
 * Shapefile, zipped. What stands at the beginning of its files is known only at their end, so rows are put aside first; the legend
 * and what else is known goes ahead.
 */

const LONGEST = 2 ** 31 - 1;

type PutAside = {
  lengths: number[];
  box: Box;
  table: Shape;
  cells: AsyncGenerator<Buffer[][]>;
};

/** Outer rings clockwise, holes the other way round. */
const clockwise = recordOf({ outline: (geometry) => `ST_ForcePolygonCW(${geometry})` });

async function putAside(making: Making, encoding: Encoding, shapes: string): Promise<PutAside> {
  const { ask, about } = making;
  const { columns } = ask;
  const cellOf = cellWriter(encoding);
  const rows = making.scratch();
  const longest = columns.map(() => 0);
  const lengths: number[] = [];
  const batches: number[] = [];
  const box = nowhere();
  let size = FILE_HEAD;
  let pieces: Buffer[] = [];
  let cells: Buffer[] = [];

  function take(row: Row) {
    const { shape, box: own } = shapeOf(geometryOf(row));
    for (const i of [0, 1]) box[i] = Math.min(box[i]!, own[i]!);
    for (const i of [2, 3]) box[i] = Math.max(box[i]!, own[i]!);
    lengths.push(shape.length);
    pieces.push(recordHead(lengths.length, shape), shape);
    size += 8 + shape.length;
    for (let i = 0; i < columns.length; i++) {
      const cell = cellOf(valueIn(row, i, columns[i]!), columns[i]!);
      longest[i] = Math.max(longest[i]!, cell.length);
      cells.push(Buffer.from([cell.length]), cell);
    }
  }

  const [shapeFile, cellFile] = [await open(shapes, "wx"), await open(rows, "wx")];
  try {
    for await (const _ of rowsTaken(making, take, clockwise)) {
      const width = longest.reduce((sum, one) => sum + one, 1);
      if (Math.max(size, width * lengths.length) > LONGEST)
        throw tooLarge("A shapefile holds two gigabytes.");
      const [ofShapes, ofCells] = [Buffer.concat(pieces), Buffer.concat(cells)];
      pieces = [];
      cells = [];
      batches.push(ofCells.length);
      await shapeFile.write(ofShapes);
      await cellFile.write(ofCells);
    }
  } finally {
    await Promise.all([shapeFile.close(), cellFile.close()]);
  }
  const widths = columns.map((column, i) => widthOf(column, longest[i]!));
  const table = { columns, widths, rows: lengths.length, encoding, changed: about.changed };
  return { lengths, box, table, cells: cellsIn(rows, batches, columns.length) };
}

/** The cells put aside, row by row. */
async function* cellsIn(
  path: string,
  batches: readonly number[],
  columns: number,
): AsyncGenerator<Buffer[][]> {
  const file: FileHandle = await open(path, "r");
  try {
    for (const length of batches) {
      const { buffer } = await file.read(Buffer.alloc(length), 0, length);
      const cells: Buffer[] = [];
      for (let at = 0; at < length; at += 1 + buffer[at]!)
        cells.push(buffer.subarray(at + 1, at + 1 + buffer[at]!));
      const rows = columns === 0 ? 0 : cells.length / columns;
      yield Array.from({ length: rows }, (_, i) => cells.slice(i * columns, (i + 1) * columns));
    }
  } finally {
    await file.close();
  }
}

function write(making: Making): AsyncGenerator<Chunk> {
  const { ask, about, options } = making;
  const { layer } = ask;
  const encoding = options.encoding ?? "utf-8";
  const kind = ask.geometry ? kindFor(layer.geometry) : 0;
  const shapes = making.scratch();
  let aside: PutAside | undefined;

  async function* main(): AsyncGenerator<Chunk> {
    aside = await putAside(making, encoding, shapes);
    const bytes = aside.lengths.reduce((sum, length) => sum + 8 + length, FILE_HEAD);
    yield fileHead(bytes, kind, aside.box);
    yield* createReadStream(shapes);
  }
  async function* places(): AsyncGenerator<Chunk> {
    const { lengths, box } = aside!;
    yield fileHead(FILE_HEAD + 8 * lengths.length, kind, box);
    yield placesOf(lengths);
  }
  async function* table(): AsyncGenerator<Chunk> {
    const { table: shape, cells } = aside!;
    yield tableHead(shape);
    for await (const rows of cells) yield Buffer.concat(rows.map((row) => tableRow(row, shape)));
    yield Buffer.from([0x1a]);
  }

  return zip(
    [
      { name: `${layer.id}-legend.txt`, content: [legendOf(ask, about, encoding)] },
      { name: `${layer.id}.cpg`, content: [encoding.toUpperCase()] },
      { name: `${layer.id}.prj`, content: [projectionOf(about.srid, about.wkt)] },
      { name: `${layer.id}.shp`, content: main() },
      { name: `${layer.id}.shx`, content: places() },
      { name: `${layer.id}.dbf`, content: table() },
    ],
    about.changed,
  );
}

export const shapefile: Format = {
  title: { zh: "Shapefile（zip）", en: "Shapefile (zip)" },
  extension: "shp.zip",
  type: "application/zip",
  grows: true,
  compresses: false,
  write,
};
