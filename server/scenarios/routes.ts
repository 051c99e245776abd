import type { Router } from "express";
import { NewScenario, ScenarioChange, ScenarioListQuery } from "../../domain/api/shares.ts";
import { may } from "../accounts/may.ts";
import { whoOf } from "../accounts/who.ts";
import { asking } from "../asking.ts";
import { forReaderAlone, sendJson } from "../http/caching.ts";
import { numbered } from "../http/numbered.ts";
import { parsed } from "../http/validate.ts";
import type { Services } from "../services.ts";
import { writeSpreadsheet, writeWorkbook } from "../spreadsheet.ts";
import { today } from "../today.ts";
import { writeOutlines } from "./outlines.ts";
import { type Land, reckon } from "./reckoned.ts";
import { allScenarios, oneScenario } from "./records.ts";
import { SHEETS } from "./sheets.ts";
import { addScenario, changeScenario, removeScenario } from "./working.ts";

/** Scenarios (情景): read by everybody, changed by their makers, written out with what comes of them. */
export function addScenarios(router: Router, { read, write }: Services, land: Land): void {
  router
    .get(
      "/scenarios",
      parsed({}, async ({ signal }, request, response) => {
        forReaderAlone(response);
        const scenarios = await allScenarios(asking(read, signal), request.account);
        sendJson(request, response, { scenarios });
      }),
    )
    .post(
      "/scenarios",
      may("scenarios"),
      parsed({ body: NewScenario }, async ({ body, signal }, request, response) => {
        const account = whoOf(request);
        const id = await write((trx) => addScenario(trx, account, body), signal);
        response
          .status(201)
          .location(`/api/scenarios/${id}`)
          .json(await oneScenario(asking(read, signal), id, account));
      }),
    )
    .get(
      "/scenarios/:id",
      parsed(numbered, async ({ params: { id }, signal }, request, response) => {
        forReaderAlone(response);
        sendJson(request, response, await oneScenario(asking(read, signal), id, request.account));
      }),
    )
    .put(
      "/scenarios/:id",
      may("scenarios"),
      parsed(
        { ...numbered, body: ScenarioChange },
        async ({ params: { id }, body, signal }, request, response) => {
          const account = whoOf(request);
          await write((trx) => changeScenario(trx, account, id, body), signal);
          response.json(await oneScenario(asking(read, signal), id, account));
        },
      ),
    )
    .delete(
      "/scenarios/:id",
      may("scenarios"),
      parsed(numbered, async ({ params: { id }, signal }, request, response) => {
        await write((trx) => removeScenario(trx, whoOf(request), id), signal);
        response.status(204).end();
      }),
    )
    .get(
      "/scenarios/:id/list",
      parsed(
        { ...numbered, query: ScenarioListQuery },
        async ({ params: { id }, query: { f, part }, signal }, request, response) => {
          const ask = asking(read, signal);
          const reckoned = await reckon(ask, land, await oneScenario(ask, id, request.account));
          const file = `用地情景-${id}-${today()}`;
          if (f === "json") await writeOutlines(response, ask, file, reckoned, signal);
          else if (f === "xlsx")
            await writeWorkbook(
              response,
              file,
              Object.values(SHEETS).map((sheet) => sheet(reckoned)),
            );
          else await writeSpreadsheet(response, f, file, SHEETS[part](reckoned), signal);
        },
      ),
    );
}
