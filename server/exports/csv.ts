import { BYTE_ORDER_MARK, csvRow, csvText } from "../csv.ts";
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

/** Bytes that no text needs quotes or an apostrophe for: at its beginning, and after that. */
type Harmless = Readonly<{ first: Uint8Array; later: Uint8Array }>;

/** Found by trying every letter that one or more bytes begin, so that there is one rule for what is written how. */
function findHarmless(): Harmless {
  const [first, later] = [new Uint8Array(256).fill(1), new Uint8Array(256).fill(1)];
  for (let code = 0; code < 0xd800; code++) mark(code);
  for (let code = 0xe000; code <= 0xffff; code++) mark(code);
  return { first, later };

  function mark(code: number) {
    const letter = String.fromCharCode(code);
    const lead = leadOf(code);
    if (csvText(letter) !== letter) first[lead] = 0;
    if (csvText(`a${letter}`) !== `a${letter}`) later[lead] = 0;
  }
}

const leadOf = (code: number) =>
  code < 0x80 ? code : code < 0x800 ? 0xc0 | (code >> 6) : 0xe0 | (code >> 12);

let harmless: Harmless | undefined;

function textWriter(to: Writer) {
  harmless ??= findHarmless();
  const { first, later } = harmless;
  return (bytes: Buffer, start: number, end: number) => {
    if (start === end) return;
    let plain = first[bytes[start]!] === 1;
    for (let i = start; plain && i < end; i++) plain = later[bytes[i]!] === 1;
    if (plain) to.part(bytes, start, end);
    else to.text(csvText(bytes.toString("utf8", start, end)));
  };
}

function rowWriter({ ask: { columns, crs, geometry } }: Making, to: Writer) {
  const kinds = kindsOf(columns);
  const writeText = textWriter(to);

  function writeValue(row: Row, field: number, { type, decimals }: Kind) {
    if (isNull(row, field)) return;
    if (type === "number") to.figure(figureIn(row, field), decimals, 0);
    else if (type === "integer") to.decimal(integerIn(row, field), 0, 0);
    else if (type === "boolean") to.ascii(truthIn(row, field) ? "true" : "false");
    else if (type === "date") to.ascii(dayText(dayIn(row, field)));
    else writeText(row.bytes, row.starts[field]!, row.starts[field]! + row.lengths[field]!);
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
