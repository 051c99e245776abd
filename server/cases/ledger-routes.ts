import { type Response, Router } from "express";
import writeXlsxFile from "write-excel-file/node";
import { LedgerQuery } from "../../domain/api/cases.ts";
import { LEDGER, type LedgerCase, type LedgerCell } from "../../domain/cases/ledger.ts";
import { whoOf } from "../accounts/who.ts";
import { writeCsv } from "../csv.ts";
import { sendJson } from "../http/caching.ts";
import { parsed } from "../http/validate.ts";
import type { Services } from "../services.ts";
import { asking } from "./asking.ts";
import { ledgerCases } from "./ledger.ts";
import { today } from "./records.ts";
import { summaryOfCases } from "./summary.ts";

const HEADER = LEDGER.map(({ title }) => title);

async function* tabled(batches: AsyncIterable<readonly LedgerCase[]>): AsyncGenerator<LedgerCell[][]> {
  const on = today();
  for await (const batch of batches) yield batch.map((one) => LEDGER.map(({ cell }) => cell(one, on)));
}

/** Texts are cells of text here, which no spreadsheet takes for a formula. */
const textOrNumber = (value: LedgerCell) =>
  value === null || value === ""
    ? null
    : typeof value === "number"
      ? { value, type: Number }
      : { value, type: String };

async function writeXlsx(response: Response, file: string, batches: AsyncIterable<LedgerCell[][]>) {
  const rows = [HEADER.map((value) => ({ value, type: String, fontWeight: "bold" as const }))];
  const cells: ReturnType<typeof textOrNumber>[][] = [];
  for await (const batch of batches) cells.push(...batch.map((row) => row.map(textOrNumber)));
  const bytes = await writeXlsxFile([...rows, ...cells], {
    sheet: "盘活台账",
    stickyRowsCount: 1,
  }).toBuffer();
  response.attachment(file).set("Cache-Control", "no-cache").send(bytes);
}

/** Cases taken together: as a ledger (台账), and added up by district and month. */
export function ledgerRoutes({ read }: Services): Router {
  return Router()
    .get(
      "/cases/ledger",
      parsed({ query: LedgerQuery }, async ({ query: { f, ...filter }, signal }, request, response) => {
        const me = filter.assignee === "me" ? whoOf(request).id : null;
        const rows = tabled(ledgerCases(asking(read, signal), filter, me));
        const file = `盘活台账-${today()}.${f}`;
        if (f === "xlsx") await writeXlsx(response, file, rows);
        else await writeCsv(response, file, HEADER, rows, signal);
      }),
    )
    .get(
      "/cases/summary",
      parsed({}, async ({ signal }, request, response) => {
        sendJson(request, response, await summaryOfCases(asking(read, signal)));
      }),
    );
}
