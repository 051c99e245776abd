import express, { type Request, type Response } from "express";
import { asWritten } from "../csv.ts";
import { type CsvRecord, decoded, readCsv } from "../csv-reading.ts";
import { tooLarge, unsupportedType } from "../http/problem.ts";

const MOST_BYTES = 1024 * 1024;
/** What browsers call a CSV, the last of them where a spreadsheet program is installed. */
const TYPES = ["text/csv", "application/csv", "application/vnd.ms-excel"];

const parse = express.raw({ limit: MOST_BYTES, type: TYPES });

/** The table that a request carries as CSV, a list of ours among them. */
export async function readCsvBody(request: Request, response: Response): Promise<CsvRecord[]> {
  if (!request.is(TYPES))
    throw unsupportedType("A body must be CSV: send it with Content-Type: text/csv.", {
      zh: "请上传 CSV 文件（Content-Type: text/csv）。",
      headers: { Accept: "text/csv" },
    });
  await new Promise<void>((resolve, reject) => {
    parse(request, response, (error?: unknown) => (error ? reject(explain(error)) : resolve()));
  });
  const records = readCsv(Buffer.isBuffer(request.body) ? decoded(request.body) : "");
  return records.map(({ line, cells }) => ({ line, cells: cells.map(asWritten) }));
}

function explain(error: unknown): unknown {
  const type = error instanceof Error && "type" in error ? error.type : undefined;
  return type === "entity.too.large"
    ? tooLarge("The file is larger than 1 MB.", { zh: "文件超过 1 MB。" })
    : error;
}
