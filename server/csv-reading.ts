import { invalidBody } from "./http/problem.ts";

/** Tables that come as CSV (RFC 4180), in the encodings that spreadsheets of Chinese offices write. */

/** What stands between two ends of a line, and the line it begins on; the first is 1. */
export type CsvRecord = { line: number; cells: string[] };

/** UTF-8 with or without its mark; what is none is GBK, of which GB 18030 is the whole. */
export function decoded(bytes: Uint8Array): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder("gb18030").decode(bytes);
  }
}

const FIELD = /"([^"]*(?:""[^"]*)*)"|(?:[^",\r\n][^,\r\n]*)?/y;
const END = /\r\n|\r|\n|$/y;

const linesIn = (text: string): number => text.match(/\r\n|\r|\n/g)?.length ?? 0;

/** Empty lines hold nothing. */
export function readCsv(text: string): CsvRecord[] {
  const records: CsvRecord[] = [];
  let [at, line] = [0, 1];
  while (at < text.length) {
    const record: CsvRecord = { line, cells: [] };
    do {
      FIELD.lastIndex = record.cells.length === 0 ? at : at + 1;
      const [whole, quoted] = FIELD.exec(text) ?? [""];
      record.cells.push(quoted?.replaceAll('""', '"') ?? whole);
      line += linesIn(whole);
      at = FIELD.lastIndex;
    } while (text[at] === ",");
    END.lastIndex = at;
    if (!END.test(text)) throw unquoted(line);
    at = END.lastIndex;
    line++;
    if (record.cells.some((cell) => cell !== "")) records.push(record);
  }
  return records;
}

const unquoted = (line: number) =>
  invalidBody(`Line ${line}: a quotation mark is not closed, or something follows one that is.`, {
    zh: `第 ${line} 行：引号未闭合，或引号之后还有其他内容。`,
    errors: [{ field: `${line}`, message: `line ${line}: quotation marks`, zh: `第 ${line} 行：引号有误` }],
  });
