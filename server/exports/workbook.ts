import { WORKBOOK_ROWS } from "../../domain/open-data.ts";
import type { Column } from "../catalog/layer.ts";
import { type About, told } from "./about.ts";
import type { Chunk, Format, Making } from "./format.ts";
import {
  dayIn,
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
import { isEmptyPoint, isPoint, pointOf } from "./wkb.ts";
import { createWriter, type Writer } from "./writer.ts";
import { type Member, zip } from "./zip.ts";

/** An Excel workbook (Office Open XML), its rows written as they come: the features, and a sheet that says what they are. */

/** What a cell can hold. */
const MOST_IN_CELL = 32_767;
/** Its calendar counts from 1899-12-30. */
const DAYS_BEFORE_1970 = 25_569;

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const SHEETS = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006";
const SPREADSHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml";

/** Places in the list of cell formats. */
const STYLE = { plain: 0, head: 1, date: 2, text: 3 } as const;
/** Numbers with so many digits after the point have the formats from here on. */
const FIRST_NUMBER_STYLE = 4;
const MOST_DECIMALS = 4;

const ENTITIES: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
// XML has no way to write most control characters, nor half of a pair.
const UNWRITABLE = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;

const escaped = (text: string) =>
  text
    .slice(0, MOST_IN_CELL)
    .replace(UNWRITABLE, "")
    .replace(/[&<>"]/g, (sign) => ENTITIES[sign]!);

/** Columns are counted A to Z, AA to AZ and so on. */
const letters = (column: number): string =>
  (column < 26 ? "" : letters(Math.floor(column / 26) - 1)) + String.fromCharCode(65 + (column % 26));

/** Texts are cells of text here, which no spreadsheet takes for a formula. */
const textHead = (style: number) => `" t="inlineStr" s="${style}"><is><t xml:space="preserve">`;
const TEXT_TAIL = "</t></is></c>";
const textCell = (at: string, text: string, style: number) =>
  `<c r="${at}${textHead(style)}${escaped(text)}${TEXT_TAIL}`;

/** Bytes of texts that stand in XML as they are. */
const PLAIN = Uint8Array.from({ length: 256 }, (_, byte) =>
  byte >= 0x80 || escaped(String.fromCharCode(byte)) === String.fromCharCode(byte) ? 1 : 0,
);
/** The last letters of the first plane, which cannot be written, begin with these. */
const [LAST, OF_ALL] = [0xef, 0xbf];

function isPlain(bytes: Buffer, start: number, end: number): boolean {
  if (end - start > MOST_IN_CELL) return false;
  for (let i = start; i < end; i++)
    if (PLAIN[bytes[i]!] === 0 || (bytes[i] === LAST && bytes[i + 1] === OF_ALL)) return false;
  return true;
}

const digitsOf = ({ type, decimals }: Kind) => (type === "number" ? Math.min(decimals, MOST_DECIMALS) : 0);

/** What stands between the address of a cell and its value. */
function beforeValue(kind: Kind): string {
  if (kind.type === "boolean") return '" t="b"><v>';
  if (kind.type === "date") return `" s="${STYLE.date}"><v>`;
  if (kind.type === "number" || kind.type === "integer")
    return `" s="${FIRST_NUMBER_STYLE + digitsOf(kind)}"><v>`;
  return textHead(STYLE.text);
}

const VALUE_TAIL = "</v></c>";

function writeValue(to: Writer, row: Row, field: number, { type, decimals }: Kind) {
  if (type === "number") to.figure(figureIn(row, field), decimals, 0);
  else if (type === "integer") to.decimal(integerIn(row, field), 0, 0);
  else if (type === "boolean") to.ascii(truthIn(row, field) ? "1" : "0");
  else if (type === "date") to.decimal(dayIn(row, field) + DAYS_BEFORE_1970, 0, 0);
  else {
    const start = row.starts[field]!;
    const end = start + row.lengths[field]!;
    if (isPlain(row.bytes, start, end)) to.part(row.bytes, start, end);
    else to.text(escaped(row.bytes.toString("utf8", start, end)));
    return to.ascii(TEXT_TAIL);
  }
  to.ascii(VALUE_TAIL);
}

/** Points have their coordinates; outlines are for other formats. */
function writePlace(to: Writer, wkb: Buffer | null, row: number) {
  if (wkb === null || isEmptyPoint(wkb) || !isPoint(wkb)) return;
  const [x, y] = [0, 8].map((at) => pointOf(wkb).readDoubleLE(at));
  to.ascii(`<c r="A${row}"><v>${x}</v></c><c r="B${row}"><v>${y}</v></c>`);
}

/** The most that a cell takes beside its value, and how much longer that may become. */
const [ROOM_FOR_CELL, ROOM_FOR_BYTE] = [128, 8];

/** Writes rows one after the other; what is not known has no cell. */
function rowWriter({ ask: { columns } }: Making, to: Writer, first: number, places: boolean) {
  const kinds = kindsOf(columns);
  const addresses = columns.map((_, i) => Buffer.from(`<c r="${letters(first + i)}`));
  const before = kinds.map((kind) => Buffer.from(beforeValue(kind)));
  let number = 1;
  return (row: Row) => {
    number++;
    to.ensure(ROOM_FOR_CELL * (kinds.length + 2) + ROOM_FOR_BYTE * row.bytes.length);
    to.ascii(`<row r="${number}">`);
    if (places) writePlace(to, geometryOf(row), number);
    for (let i = 0; i < kinds.length; i++) {
      const field = fieldOf(i);
      if (isNull(row, field)) continue;
      to.all(addresses[i]!);
      to.decimal(number, 0, 0);
      to.all(before[i]!);
      writeValue(to, row, field, kinds[i]!);
    }
    to.ascii("</row>");
  };
}

const TYPES = {
  string: "文字 text",
  strings: "文字 text",
  integer: "整数 integer",
  number: "数值 number",
  boolean: "是/否 boolean",
  date: "日期 date",
} as const;

const headingOf = ({ name, title, unit, type }: Column) =>
  `${title.zh} ${title.en}${unit ? ` (${unit})` : ""}\n${name} · ${TYPES[type]}`;

async function* features(making: Making): AsyncGenerator<Chunk> {
  const { columns, geometry, layer } = making.ask;
  const places = geometry && layer.geometry === "point";
  const headings = [...(places ? ["x", "y"] : []), ...columns.map(headingOf)];
  yield `${XML}<worksheet xmlns="${SHEETS}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><sheetFormatPr defaultRowHeight="15"/><cols><col min="1" max="${Math.max(1, headings.length)}" width="18" customWidth="1"/></cols><sheetData>`;
  yield `<row r="1" ht="32" customHeight="1">${headings.map((heading, i) => textCell(`${letters(i)}1`, heading, STYLE.head)).join("")}</row>`;
  const to = createWriter();
  const row = rowWriter(making, to, headings.length - columns.length, places);
  for await (const _ of rowsTaken(making, row)) yield to.taken();
  yield "</sheetData></worksheet>";
}

const aboutSheet = (about: About) =>
  `${XML}<worksheet xmlns="${SHEETS}"><cols><col min="1" max="1" width="100" customWidth="1"/></cols><sheetData>${told(
    about,
  )
    .split("\n")
    .map((line, i) => `<row r="${i + 1}">${textCell(`A${i + 1}`, line, STYLE.text)}</row>`)
    .join("")}</sheetData></worksheet>`;

const part = (name: string, type: string) => `<Override PartName="/${name}" ContentType="${type}+xml"/>`;
const contentTypes = `${XML}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${part("xl/workbook.xml", `${SPREADSHEET}.sheet.main`)}${part("xl/styles.xml", `${SPREADSHEET}.styles`)}${part("xl/worksheets/sheet1.xml", `${SPREADSHEET}.worksheet`)}${part("xl/worksheets/sheet2.xml", `${SPREADSHEET}.worksheet`)}</Types>`;

const relations = (list: readonly (readonly [string, string])[]) =>
  `${XML}<Relationships xmlns="${PACKAGE}/relationships">${list
    .map(
      ([kind, target], i) => `<Relationship Id="rId${i + 1}" Type="${OFFICE}/${kind}" Target="${target}"/>`,
    )
    .join("")}</Relationships>`;

const sheets = (layer: string) =>
  `${XML}<workbook xmlns="${SHEETS}" xmlns:r="${OFFICE}"><sheets><sheet name="${escaped(layer)}" sheetId="1" r:id="rId1"/><sheet name="说明 About" sheetId="2" r:id="rId2"/></sheets></workbook>`;

const numberFormats = Array.from({ length: MOST_DECIMALS + 1 }, (_, digits) =>
  digits === 0 ? "0" : `0.${"0".repeat(digits)}`,
);
const OWN_FORMATS = 164;
const styles = `${XML}<styleSheet xmlns="${SHEETS}"><numFmts count="${numberFormats.length + 1}"><numFmt numFmtId="${OWN_FORMATS}" formatCode="yyyy\\-mm\\-dd"/>${numberFormats
  .map((code, i) => `<numFmt numFmtId="${OWN_FORMATS + 1 + i}" formatCode="${code}"/>`)
  .join(
    "",
  )}</numFmts><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="${FIRST_NUMBER_STYLE + numberFormats.length}"><xf/><xf fontId="1" applyFont="1" applyAlignment="1"><alignment wrapText="1" vertical="top"/></xf><xf numFmtId="${OWN_FORMATS}" applyNumberFormat="1"/><xf numFmtId="49" applyNumberFormat="1"/>${numberFormats
  .map((_, i) => `<xf numFmtId="${OWN_FORMATS + 1 + i}" applyNumberFormat="1"/>`)
  .join("")}</cellXfs></styleSheet>`;

function write(making: Making): AsyncGenerator<Chunk> {
  const members: Member[] = [
    { name: "[Content_Types].xml", content: [contentTypes] },
    { name: "_rels/.rels", content: [relations([["officeDocument", "xl/workbook.xml"]])] },
    { name: "xl/workbook.xml", content: [sheets(making.ask.layer.id)] },
    {
      name: "xl/_rels/workbook.xml.rels",
      content: [
        relations([
          ["worksheet", "worksheets/sheet1.xml"],
          ["worksheet", "worksheets/sheet2.xml"],
          ["styles", "styles.xml"],
        ]),
      ],
    },
    { name: "xl/styles.xml", content: [styles] },
    { name: "xl/worksheets/sheet2.xml", content: [aboutSheet(making.about)] },
    { name: "xl/worksheets/sheet1.xml", content: features(making) },
  ];
  return zip(members, making.about.changed);
}

export const workbook: Format = {
  title: { zh: "Excel 工作簿", en: "Excel workbook" },
  extension: "xlsx",
  type: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  grows: true,
  compresses: false,
  most: WORKBOOK_ROWS,
  write,
};
