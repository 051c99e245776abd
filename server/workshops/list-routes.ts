import type { Router } from "express";
import { WorkshopListQuery } from "../../domain/api/workshops.ts";
import { asking } from "../asking.ts";
import { sendJson } from "../http/caching.ts";
import { parsed } from "../http/validate.ts";
import type { Services } from "../services.ts";
import { writeSpreadsheet, writeWorkbook } from "../spreadsheet.ts";
import { today } from "../today.ts";
import { SHEETS } from "./list.ts";
import type { MarketNow } from "./market.ts";
import type { Reading } from "./reading.ts";
import { summaryOfWorkshops } from "./summary.ts";

/** Both sides taken together: as a list (供需清单) for a spreadsheet, and added up by district. */
export function addLists(router: Router, { read }: Services, marketNow: MarketNow): void {
  router
    .get(
      "/workshops/list",
      parsed({ query: WorkshopListQuery }, async ({ query, signal }, request, response) => {
        const { side, district, f } = query;
        const reading: Reading = {
          ask: asking(read, signal),
          signedIn: request.account !== undefined,
          marketNow,
        };
        if (f === "xlsx") {
          const sheets = Object.values(SHEETS).map((sheet) => sheet(reading, district));
          await writeWorkbook(response, `标准厂房供需清单-${today()}`, sheets);
        } else {
          const sheet = SHEETS[side](reading, district);
          await writeSpreadsheet(response, f, `标准厂房${sheet.name}-${today()}`, sheet, signal);
        }
      }),
    )
    .get(
      "/workshops/summary",
      parsed({}, async ({ signal }, request, response) => {
        sendJson(request, response, await summaryOfWorkshops(asking(read, signal)));
      }),
    );
}
