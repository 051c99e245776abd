import { createReadStream } from "node:fs";
import { type FileHandle, open } from "node:fs/promises";
import { tooLarge } from "../../http/problem.ts";
import type { Chunk, Format, Making } from "../format.ts";
import { fieldOf, geometryOf, kindsOf, type Row, recordOf, rowsTaken } from "../record.ts";
import { type Box, nowhere } from "../wkb.ts";
import { createWriter } from "../writer.ts";
import { zip } from "../zip.ts";
import { cellWriter, type Encoding, type Shape, tableHead, tableRows, widthOf } from "./dbase.ts";
import { legendOf } from "./legend.ts";
import { projectionOf } from "./projections.ts";
import { FILE_HEAD, fileHead, kindFor, placesOf, RECORD_HEAD, writeShape } from "./shapes.ts";

/**
 * Shapefile, zipped. What stands at the beginning of its files is known only at their end, so rows are put aside first; the legend
 * and what else is known goes ahead.
 */

const LONGEST = 2 ** 31 - 1;

type PutAside = {
  lengths: number[];
  box: Box;
  table: Shape;
  rows: AsyncGenerator<Buffer>;
};

/** Outer rings clockwise, holes the other way round. */
const clockwise = recordOf({ outline: (geometry) => `ST_ForcePolygonCW(${geometry})` });

/** What a row takes beside its points and texts, and how much longer these may become. */
const [ROOM, ROOM_FOR_BYTE] = [512, 8];

async function putAside(making: Making, encoding: Encoding, shapes: string): Promise<PutAside> {
  const { ask, about } = making;
  const { columns } = ask;
  const kinds = kindsOf(columns);
  const aside = making.scratch();
  const [shape, cell] = [createWriter(), createWriter()];
  const writeCell = cellWriter(cell, encoding);
  const longest = columns.map(() => 0);
  const lengths: number[] = [];
  const batches: Batch[] = [];
  const box = nowhere();
  let size = FILE_HEAD;
  let rows = 0;

  function take(row: Row) {
    const room = ROOM + ROOM_FOR_BYTE * row.bytes.length;
    shape.ensure(room);
    cell.ensure(room);
    const length = writeShape(shape, lengths.length + 1, geometryOf(row), box);
    lengths.push(length);
    size += RECORD_HEAD + length;
    rows++;
    for (let i = 0; i < kinds.length; i++) {
      const begin = cell.place();
      cell.byte(0);
      writeCell(row, fieldOf(i), kinds[i]!);
      const taken = cell.place() - begin - 1;
      cell.patchByte(begin, taken);
      if (taken > longest[i]!) longest[i] = taken;
    }
  }

  const [shapeFile, cellFile] = [await open(shapes, "wx"), await open(aside, "wx")];
  try {
    for await (const _ of rowsTaken(making, take, clockwise)) {
      const width = longest.reduce((sum, one) => sum + one, 1);
      if (Math.max(size, width * lengths.length) > LONGEST)
        throw tooLarge("A shapefile holds two gigabytes.");
      const [ofShapes, ofCells] = [shape.taken(), cell.taken()];
      batches.push({ length: ofCells.length, rows });
      rows = 0;
      await shapeFile.appendFile(ofShapes);
      await cellFile.appendFile(ofCells);
    }
  } finally {
    await Promise.all([shapeFile.close(), cellFile.close()]);
  }
  const widths = columns.map((column, i) => widthOf(column, longest[i]!));
  const table = { columns, widths, rows: lengths.length, encoding, changed: about.changed };
  return { lengths, box, table, rows: rowsIn(aside, batches, table) };
}

type Batch = { length: number; rows: number };

/** What was put aside, as rows of the table. */
async function* rowsIn(path: string, batches: readonly Batch[], table: Shape): AsyncGenerator<Buffer> {
  const file: FileHandle = await open(path, "r");
  try {
    for (const { length, rows } of batches) {
      const { buffer } = await file.read(Buffer.allocUnsafe(length), 0, length);
      yield tableRows(buffer, rows, table);
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
    const bytes = aside.lengths.reduce((sum, length) => sum + RECORD_HEAD + length, FILE_HEAD);
    yield fileHead(bytes, kind, aside.box);
    yield* createReadStream(shapes);
  }
  async function* places(): AsyncGenerator<Chunk> {
    const { lengths, box } = aside!;
    yield fileHead(FILE_HEAD + 8 * lengths.length, kind, box);
    yield placesOf(lengths);
  }
  async function* table(): AsyncGenerator<Chunk> {
    const { table: shape, rows } = aside!;
    yield tableHead(shape);
    yield* rows;
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
