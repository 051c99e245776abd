import { Router } from "express";
import { LedgerQuery } from "../../domain/api/cases.ts";
import { LEDGER, type LedgerCase, type LedgerCell } from "../../domain/cases/ledger.ts";
import { whoOf } from "../accounts/who.ts";
import { asking } from "../asking.ts";
import { sendJson } from "../http/caching.ts";
import { parsed } from "../http/validate.ts";
import type { Services } from "../services.ts";
import { writeSpreadsheet } from "../spreadsheet.ts";
import { today } from "../today.ts";
import { ledgerCases } from "./ledger.ts";
import { summaryOfCases } from "./summary.ts";

const HEADER = LEDGER.map(({ title }) => title);

async function* tabled(batches: AsyncIterable<readonly LedgerCase[]>): AsyncGenerator<LedgerCell[][]> {
  const on = today();
  for await (const batch of batches) yield batch.map((one) => LEDGER.map(({ cell }) => cell(one, on)));
}

/** Cases taken together: as a ledger (台账), and added up by district and month. */
export function ledgerRoutes({ read }: Services): Router {
  return Router()
    .get(
      "/cases/ledger",
      parsed({ query: LedgerQuery }, async ({ query: { f, ...filter }, signal }, request, response) => {
        const me = filter.assignee === "me" ? whoOf(request).id : null;
        const batches = tabled(ledgerCases(asking(read, signal), filter, me));
        const sheet = { name: "盘活台账", header: HEADER, batches };
        await writeSpreadsheet(response, f, `盘活台账-${today()}`, sheet, signal);
      }),
    )
    .get(
      "/cases/summary",
      parsed({}, async ({ signal }, request, response) => {
        sendJson(request, response, await summaryOfCases(asking(read, signal)));
      }),
    );
}
