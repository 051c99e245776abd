import type { Response } from "express";
import { askedAnew } from "./http/caching.ts";
import { streamed } from "./http/streamed.ts";

/** Tables as CSV (RFC 4180) that a spreadsheet opens as they are. */

export type Cell = string | number | boolean | null;

/** Rows as they come: read bit by bit, or all there already. */
export type Batches<Row> = AsyncIterable<readonly Row[]> | Iterable<readonly Row[]>;

/** With these a spreadsheet would take a text for a formula, or for the beginning of one; a Chinese one reads full-width signs alike. */
export const FORMULA_SIGNS = "-=+@\t\r\n＝＋－＠";
const FORMULA = new RegExp(`^[${FORMULA_SIGNS}]`);

/** With one of these in it a text stands in quotes. */
export const QUOTED_SIGNS = '",\r\n';
const QUOTED = new RegExp(`[${QUOTED_SIGNS}]`);

/** What a list of ours wrote with an apostrophe comes back without. */
export const asWritten = (text: string): string =>
  text.startsWith("'") && FORMULA.test(text.slice(1)) ? text.slice(1) : text;

/** Without this mark, spreadsheets of Chinese offices take UTF-8 for GBK. */
export const BYTE_ORDER_MARK = "\uFEFF";

/** An apostrophe makes a text of what would run as a formula; numbers are no texts and stay what they are. */
function field(cell: Cell): string {
  if (cell === null) return "";
  return typeof cell === "string" ? csvText(cell) : String(cell);
}

export function csvText(cell: string): string {
  const safe = FORMULA.test(cell) ? `'${cell}` : cell;
  return QUOTED.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** More digits than any figure has are noise of the arithmetic. */
export const figure = (value: number | null): Cell => (value === null ? null : Number(value.toPrecision(10)));

export const csvRow = (cells: readonly Cell[]): string => `${cells.map(field).join(",")}\r\n`;

/** Writes a table while it is still being read. The file's name may be Chinese (RFC 6266). */
export async function writeCsv(
  response: Response,
  file: string,
  header: readonly string[],
  batches: Batches<readonly Cell[]>,
  signal: AbortSignal,
): Promise<void> {
  await streamed(response, written(header, batches), signal, () => {
    response.type("text/csv; charset=utf-8").attachment(file);
    askedAnew(response);
  });
}

async function* written(header: readonly string[], batches: Batches<readonly Cell[]>) {
  let begun = false;
  for await (const rows of batches) {
    const opening = begun ? "" : BYTE_ORDER_MARK + csvRow(header);
    begun = true;
    yield opening + rows.map(csvRow).join("");
  }
  if (!begun) yield BYTE_ORDER_MARK + csvRow(header);
}
