import { BYTE_ORDER_MARK, csvRow, csvText, FORMULA_SIGNS, QUOTED_SIGNS } from "../csv.ts";
import type { Chunk, Format, Making } from "./format.ts";
import {
  dayIn,
  dayText,
  fieldOf,
  figureIn,
  geometryOf,
  integerIn,
  isNull,
  type Kind,
  kindsOf,
  type Row,
  rowsTaken,
  truthIn,
} from "./record.ts";
import { isPoint } from "./wkb.ts";
import { createWriter, type Writer } from "./writer.ts";
import { writeWellKnownText } from "./written-geometry.ts";

/** CSV: geometries as WKT. What the file is stands in its name and in the headers of the answer: a line of it would be taken for data. */

/** Names that GDAL knows a geometry by, and its system. */
const geometryColumn = (srid: number) => (srid === 4326 ? "WKT" : `_WKTgeometry_EPSG_${srid}`);

const COMMA = ",".charCodeAt(0);
const QUOTE = '"'.charCodeAt(0);
const LINE_END = "\r\n";

/** Bytes that letters begin with which need quotes or an apostrophe: anywhere, or where a text begins. */
const leadsOf = (letters: string) =>
  Uint8Array.from({ length: 256 }, (_, lead) =>
    [...letters].some((letter) => Buffer.from(letter)[0] === lead) ? 1 : 0,
  );
const QUOTED = leadsOf(QUOTED_SIGNS);
const QUOTED_FIRST = leadsOf(FORMULA_SIGNS + QUOTED_SIGNS);

/** A text that needs neither is written as it comes; others go the way of all texts in CSV. */
function writeText(to: Writer, bytes: Buffer, start: number, end: number) {
  if (start === end) return;
  let plain = QUOTED_FIRST[bytes[start]!] === 0;
  for (let i = start; plain && i < end; i++) plain = QUOTED[bytes[i]!] === 0;
  if (plain) to.part(bytes, start, end);
  else to.text(csvText(bytes.toString("utf8", start, end)));
}

function rowWriter({ ask: { columns, crs, geometry } }: Making, to: Writer) {
  const kinds = kindsOf(columns);

  function writeValue(row: Row, field: number, { type, decimals }: Kind) {
    if (isNull(row, field)) return;
    if (type === "number") to.figure(figureIn(row, field), decimals, 0);
    else if (type === "integer") to.decimal(integerIn(row, field), 0, 0);
    else if (type === "boolean") to.ascii(truthIn(row, field) ? "true" : "false");
    else if (type === "date") to.ascii(dayText(dayIn(row, field)));
    else writeText(to, row.bytes, row.starts[field]!, row.starts[field]! + row.lengths[field]!);
  }

  /** What has commas stands in quotes. */
  function writeOutline(wkb: Buffer | null) {
    const quotes = wkb !== null && !isPoint(wkb);
    if (quotes) to.byte(QUOTE);
    writeWellKnownText(to, wkb, crs.decimals);
    if (quotes) to.byte(QUOTE);
  }

  return (row: Row) => {
    to.ensure(ROOM + ROOM_FOR_BYTE * row.bytes.length);
    if (geometry) writeOutline(geometryOf(row));
    for (let i = 0; i < kinds.length; i++) {
      if (i > 0 || geometry) to.byte(COMMA);
      writeValue(row, fieldOf(i), kinds[i]!);
    }
    to.ascii(LINE_END);
  };
}

/** A number of eight bytes may take thirty. */
const [ROOM, ROOM_FOR_BYTE] = [256, 8];

async function* write(making: Making): AsyncGenerator<Chunk> {
  const { ask, about, options } = making;
  const names = ask.columns.map(({ name }) => name);
  const mark = options.bom ? BYTE_ORDER_MARK : "";
  yield mark + csvRow(ask.geometry ? [geometryColumn(about.srid), ...names] : names);
  const to = createWriter();
  for await (const _ of rowsTaken(making, rowWriter(making, to))) yield to.taken();
}

export const csv: Format = {
  title: { zh: "CSV 表格", en: "CSV" },
  extension: "csv",
  type: "text/csv; charset=utf-8",
  grows: true,
  compresses: true,
  write,
};
