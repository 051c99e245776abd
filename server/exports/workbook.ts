import { WORKBOOK_ROWS } from "../../domain/open-data.ts";
import type { Column } from "../catalog/layer.ts";
import { type About, told } from "./about.ts";
import type { Chunk, Format, Making } from "./format.ts";
import { DECIMALS, geometryOf, type Row, rowsTaken, type Value, valueIn } from "./record.ts";
import { isEmptyPoint, kindOf, POINT, pointOf } from "./wkb.ts";
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
const textCell = (at: string, text: string, style: number) =>
  `<c r="${at}" t="inlineStr" s="${style}"><is><t xml:space="preserve">${escaped(text)}</t></is></c>`;

/** What is not known has no cell. */
function cellOf(at: string, value: Value, { type, decimals }: Column): string {
  if (value === null) return "";
  if (typeof value === "boolean") return `<c r="${at}" t="b"><v>${value ? 1 : 0}</v></c>`;
  if (typeof value === "string") return textCell(at, value, STYLE.text);
  if (type === "date") return `<c r="${at}" s="${STYLE.date}"><v>${value + DAYS_BEFORE_1970}</v></c>`;
  const digits = type === "number" ? Math.min(decimals ?? DECIMALS, MOST_DECIMALS) : 0;
  return `<c r="${at}" s="${FIRST_NUMBER_STYLE + digits}"><v>${value}</v></c>`;
}

/** Points have their coordinates; outlines are for other formats. */
function placeCells(wkb: Buffer | null, row: number): string {
  if (wkb === null || isEmptyPoint(wkb) || kindOf(wkb) !== POINT) return "";
  const [x, y] = [0, 8].map((at) => pointOf(wkb).readDoubleLE(at));
  return `<c r="A${row}"><v>${x}</v></c><c r="B${row}"><v>${y}</v></c>`;
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
  let number = 1;
  const first = headings.length - columns.length;
  const at = columns.map((_, i) => letters(first + i));
  let text = "";
  const take = (row: Row) => {
    number++;
    let cells = places ? placeCells(geometryOf(row), number) : "";
    for (let i = 0; i < columns.length; i++)
      cells += cellOf(`${at[i]}${number}`, valueIn(row, i, columns[i]!), columns[i]!);
    text += `<row r="${number}">${cells}</row>`;
  };
  for await (const _ of rowsTaken(making, take)) {
    const made = text;
    text = "";
    yield made;
  }
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
