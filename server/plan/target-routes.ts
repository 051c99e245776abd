import { Router } from "express";
import { z } from "zod";
import {
  ActualChange,
  NewActual,
  TargetListQuery,
  TargetQuery,
  VersionQuery,
} from "../../domain/api/plan.ts";
import { ACTUAL_LIST, listedActuals, readActuals } from "../../domain/plan/actual-list.ts";
import { may } from "../accounts/may.ts";
import { whoOf } from "../accounts/who.ts";
import { asking, within } from "../asking.ts";
import { sendJson } from "../http/caching.ts";
import { numbered } from "../http/numbered.ts";
import { refusedFields } from "../http/problem.ts";
import { parsed } from "../http/validate.ts";
import type { Services } from "../services.ts";
import { sheetOf, writeSpreadsheet } from "../spreadsheet.ts";
import { today } from "../today.ts";
import { addActual, changeActual, putActuals, removeActual } from "./actuals.ts";
import { readCsvBody } from "./csv-body.ts";
import { oneActual, targetsOf, thisYear } from "./targets.ts";

const ofTarget = { params: z.strictObject({ id: z.string().max(60) }) };

/** More would not be read, and one mistake often comes a thousand times. */
const MOST_TOLD = 100;

/** Targets, and what was reached of them. */
export const targetRoutes = ({ read, write }: Services): Router =>
  Router()
    .get(
      "/plan/targets",
      parsed({ query: TargetQuery }, async ({ query, signal }, request, response) => {
        sendJson(request, response, { targets: await targetsOf(asking(read, signal), query) });
      }),
    )
    .get(
      "/plan/targets/list",
      parsed({ query: TargetListQuery }, async ({ query: { f, ...query }, signal }, _request, response) => {
        const targets = await targetsOf(asking(read, signal), query);
        const sheet = sheetOf("规划指标", ACTUAL_LIST, [listedActuals(targets)]);
        await writeSpreadsheet(response, f, `规划指标-${today()}`, sheet, signal);
      }),
    )
    .post(
      "/plan/targets/:id/actuals",
      may("plan"),
      parsed(
        { ...ofTarget, body: NewActual },
        async ({ params: { id: target }, body, signal }, request, response) => {
          const id = await write((trx) => addActual(trx, whoOf(request), target, body), signal);
          response.status(201).json(await oneActual(asking(read, signal), id));
        },
      ),
    )
    .post(
      "/plan/actuals/import",
      may("plan"),
      parsed({}, async ({ signal }, request, response) => {
        const records = await readCsvBody(request, response);
        const count = await write(async (trx) => {
          const targets = await within(trx)<{ id: string }>("select id from target", []);
          const table = readActuals(records, new Set(targets.map(({ id }) => id)), thisYear());
          if (table.refusals.length > 0) throw refusedFields(table.refusals.slice(0, MOST_TOLD));
          return putActuals(trx, whoOf(request), table.rows);
        }, signal);
        response.json(count);
      }),
    )
    .put(
      "/plan/actuals/:id",
      may("plan"),
      parsed(
        { ...numbered, body: ActualChange },
        async ({ params: { id }, body, signal }, request, response) => {
          await write((trx) => changeActual(trx, whoOf(request), id, body), signal);
          response.json(await oneActual(asking(read, signal), id));
        },
      ),
    )
    .delete(
      "/plan/actuals/:id",
      may("plan"),
      parsed(
        { ...numbered, query: VersionQuery },
        async ({ params: { id }, query, signal }, request, response) => {
          await write((trx) => removeActual(trx, whoOf(request), id, query.version), signal);
          response.status(204).end();
        },
      ),
    );
