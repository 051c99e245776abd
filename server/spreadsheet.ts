import type { Response } from "express";
import writeXlsxFile from "write-excel-file/node";
import type { Column } from "../domain/columns.ts";
import { type Batches, type Cell, writeCsv } from "./csv.ts";
import { askedAnew } from "./http/caching.ts";

/** Lists that officers open in a spreadsheet: one as CSV or as a workbook, several as the sheets of one workbook. */

export type Sheet = {
  name: string;
  header: readonly string[];
  batches: Batches<readonly Cell[]>;
};

/** Each is put into columns while the next ones are still being read. */
export function sheetOf<One>(name: string, columns: readonly Column<One>[], all: Batches<One>): Sheet {
  async function* tabled() {
    let place = 0;
    for await (const batch of all)
      yield batch.map((one) => {
        place++;
        return columns.map(({ cell }) => cell(one, place));
      });
  }
  return { name, header: columns.map(({ title }) => title), batches: tabled() };
}

/** The file's name is without the ending, which tells the format. */
export async function writeSpreadsheet(
  response: Response,
  format: "csv" | "xlsx",
  file: string,
  sheet: Sheet,
  signal: AbortSignal,
): Promise<void> {
  if (format === "xlsx") await writeWorkbook(response, file, [sheet]);
  else await writeCsv(response, `${file}.csv`, sheet.header, sheet.batches, signal);
}

export async function writeWorkbook(
  response: Response,
  file: string,
  sheets: readonly Sheet[],
): Promise<void> {
  const filled = [];
  for (const { name, header, batches } of sheets) {
    const rows: ReturnType<typeof cellOf>[][] = [header.map(headingOf)];
    for await (const batch of batches) rows.push(...batch.map((row) => row.map(cellOf)));
    filled.push({ data: rows, sheet: name, stickyRowsCount: 1 });
  }
  const bytes = await writeXlsxFile(filled).toBuffer();
  askedAnew(response);
  response.attachment(`${file}.xlsx`).send(bytes);
}

const headingOf = (value: string) => ({ value, type: String, fontWeight: "bold" as const });

/** A spreadsheet calls a workbook damaged that has more in one cell. */
const MOST_IN_CELL = 32_767;

const shortened = (text: string) =>
  text.length > MOST_IN_CELL ? `${text.slice(0, MOST_IN_CELL - 1).replace(/[\uD800-\uDBFF]$/, "")}…` : text;

/** Texts are cells of text here, which no spreadsheet takes for a formula. */
function cellOf(value: Cell) {
  if (value === null || value === "") return null;
  if (typeof value === "number") return { value, type: Number };
  return { value: shortened(String(value)), type: String };
}
