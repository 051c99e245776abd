import express, { type Request, type Response } from "express";
import { type CsvRecord, decoded, readCsv } from "../csv-reading.ts";
import { tooLarge, unsupportedType } from "../http/problem.ts";

const MOST_BYTES = 1024 * 1024;
/** What browsers call a CSV, the last of them where a spreadsheet program is installed. */
const TYPES = ["text/csv", "application/csv", "application/vnd.ms-excel"];

const parse = express.raw({ limit: MOST_BYTES, type: TYPES });

/** The table that a request carries as CSV. */
export async function readCsvBody(request: Request, response: Response): Promise<CsvRecord[]> {
  if (!request.is(TYPES))
    throw unsupportedType("A body must be CSV: send it with Content-Type: text/csv.", {
      zh: "请上传 CSV 文件（Content-Type: text/csv）。",
      headers: { Accept: "text/csv" },
    });
  await new Promise<void>((resolve, reject) => {
    parse(request, response, (error?: unknown) => (error ? reject(explain(error)) : resolve()));
  });
  return readCsv(Buffer.isBuffer(request.body) ? decoded(request.body) : "");
}

function explain(error: unknown): unknown {
  const type = error instanceof Error && "type" in error ? error.type : undefined;
  return type === "entity.too.large"
    ? tooLarge("The file is larger than 1 MB.", { zh: "文件超过 1 MB。" })
    : error;
}
