import { Router } from "express";
import { LedgerQuery, SummaryQuery } from "../../domain/api/cases.ts";
import { LEDGER, type LedgerCase } from "../../domain/cases/ledger.ts";
import type { Column } from "../../domain/columns.ts";
import { whoOf } from "../accounts/who.ts";
import { asking } from "../asking.ts";
import { sendJson } from "../http/caching.ts";
import { parsed } from "../http/validate.ts";
import type { Services } from "../services.ts";
import { sheetOf, writeSpreadsheet, writeWorkbook } from "../spreadsheet.ts";
import { today } from "../today.ts";
import { agendaFor } from "./agenda.ts";
import { ledgerCases } from "./ledger.ts";
import { summaryOfCases } from "./summary.ts";
import { progressSheet, trendSheet } from "./summary-tables.ts";

const columnsOn = (on: string): Column<LedgerCase>[] =>
  LEDGER.map(({ title, cell }) => ({ title, cell: (one) => cell(one, on) }));

/** Cases taken together: as a ledger (台账), added up by district and month, and by when they are due. */
export function ledgerRoutes({ read }: Services): Router {
  return Router()
    .get(
      "/cases/ledger",
      parsed({ query: LedgerQuery }, async ({ query: { f, ...filter }, signal }, request, response) => {
        const me = filter.assignee === "me" ? whoOf(request).id : null;
        const [name, on] = ["盘活台账", today()];
        const sheet = sheetOf(name, columnsOn(on), ledgerCases(asking(read, signal), filter, me));
        await writeSpreadsheet(response, f, `${name}-${on}`, sheet, signal);
      }),
    )
    .get(
      "/cases/summary",
      parsed({ query: SummaryQuery }, async ({ query: { f, ...filter }, signal }, request, response) => {
        const summary = await summaryOfCases(asking(read, signal), filter);
        const file = `盘活进展-${today()}`;
        if (f === "json") sendJson(request, response, summary);
        else if (f === "xlsx")
          await writeWorkbook(response, file, [progressSheet(summary), trendSheet(summary)]);
        else await writeSpreadsheet(response, f, file, progressSheet(summary), signal);
      }),
    )
    .get(
      "/cases/agenda",
      parsed({}, async ({ signal }, request, response) => {
        response.set("Cache-Control", "private, no-cache");
        sendJson(request, response, await agendaFor(asking(read, signal), request.account));
      }),
    );
}
