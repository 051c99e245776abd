import { type Response, Router } from "express";
import { z } from "zod";
import { GroupQuery, PotentialListQuery, PotentialQuery } from "../../domain/api/potential.ts";
import { ASSUMPTION_COLUMNS, POTENTIAL_COLUMNS } from "../../domain/screening/potential-list.ts";
import { type Ask, asking } from "../asking.ts";
import { sendJson } from "../http/caching.ts";
import { notFound } from "../http/problem.ts";
import { parsed } from "../http/validate.ts";
import type { Services } from "../services.ts";
import { sheetOf, writeSpreadsheet, writeWorkbook } from "../spreadsheet.ts";
import { today } from "../today.ts";
import { oneGroup, pageOfGroups } from "./groups.ts";
import { listPotential, pageOfPotential } from "./potential.ts";
import { shownScreening } from "./shown.ts";

const grouped = {
  params: z.strictObject({
    code: z
      .string()
      .regex(/^S[1-9]\d{0,8}$/)
      .transform((code) => Number(code.slice(1))),
  }),
};

/** A workbook has what the figures take for granted on a second sheet; CSV has room for the figures only. */
async function sendList(
  response: Response,
  ask: Ask,
  { f, limit, ...filter }: PotentialListQuery,
  signal: AbortSignal,
): Promise<void> {
  const parcels = await listPotential(ask, filter, { limit, offset: 0 });
  const sheet = sheetOf("潜力清单", POTENTIAL_COLUMNS, [parcels]);
  const file = `潜力清单-${today()}`;
  if (f === "csv") return writeSpreadsheet(response, f, file, sheet, signal);
  const { assumptions } = await shownScreening(ask);
  await writeWorkbook(response, file, [sheet, sheetOf("测算口径", ASSUMPTION_COLUMNS, [assumptions])]);
}

/** What land could carry and yield (提容增效), and what joining scattered land (整合归并) would give. */
export function potentialRoutes({ read }: Services): Router {
  return Router()
    .get(
      "/screening/potential",
      parsed({ query: PotentialQuery }, async ({ query, signal }, request, response) => {
        sendJson(request, response, await pageOfPotential(asking(read, signal), query));
      }),
    )
    .get(
      "/screening/potential/list",
      parsed({ query: PotentialListQuery }, ({ query, signal }, _request, response) =>
        sendList(response, asking(read, signal), query, signal),
      ),
    )
    .get(
      "/screening/groups",
      parsed({ query: GroupQuery }, async ({ query, signal }, request, response) => {
        sendJson(request, response, await pageOfGroups(asking(read, signal), query));
      }),
    )
    .get(
      "/screening/groups/:code",
      parsed(grouped, async ({ params: { code }, signal }, request, response) => {
        const group = await oneGroup(asking(read, signal), code);
        if (!group) throw notFound(`There is no group S${code}.`);
        sendJson(request, response, group);
      }),
    );
}
