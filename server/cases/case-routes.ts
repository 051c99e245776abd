import { type Request, type RequestHandler, type Response, Router } from "express";
import type { Knex } from "knex";
import type { z } from "zod";
import { CaseAssignment, CaseNote, CaseQuery, CaseStep, CaseUndo, NewCase } from "../../domain/api/cases.ts";
import { may } from "../accounts/may.ts";
import { type SignedIn, whoOf } from "../accounts/who.ts";
import { asking } from "../asking.ts";
import { sendJson } from "../http/caching.ts";
import { numbered } from "../http/numbered.ts";
import { parsed } from "../http/validate.ts";
import type { Services } from "../services.ts";
import { noCase } from "./held.ts";
import { openCase } from "./opening.ts";
import { oneCase, pageOfCases } from "./reading.ts";
import { addNote, assign, takeStep, undoStep } from "./working.ts";

type Change<B> = (trx: Knex.Transaction, account: SignedIn, id: number, body: B) => Promise<void>;

/** Cases listed, opened, and led from step to step. */
export function caseRoutes({ read, write }: Services): Router {
  async function sendCase(request: Request, response: Response, id: number, signal: AbortSignal) {
    const found = await oneCase(asking(read, signal), id, request.account);
    if (!found) throw noCase(id);
    sendJson(request, response, found);
  }

  /** One change of a case, answered with what it has become. */
  const changing = <B extends z.ZodType>(body: B, change: Change<z.output<B>>): RequestHandler =>
    parsed({ ...numbered, body }, async ({ params: { id }, body, signal }, request, response) => {
      await write((trx) => change(trx, whoOf(request), id, body), signal);
      response.json(await oneCase(asking(read, signal), id, request.account));
    });

  return Router()
    .get(
      "/cases",
      parsed({ query: CaseQuery }, async ({ query, signal }, request, response) => {
        const me = query.assignee === "me" ? whoOf(request).id : null;
        sendJson(request, response, await pageOfCases(asking(read, signal), query, query, me));
      }),
    )
    .post(
      "/cases",
      may("cases"),
      parsed({ body: NewCase }, async ({ body, signal }, request, response) => {
        const id = await write((trx) => openCase(trx, whoOf(request), body), signal);
        response
          .status(201)
          .location(`/api/cases/${id}`)
          .json(await oneCase(asking(read, signal), id, request.account));
      }),
    )
    .get(
      "/cases/:id",
      parsed(numbered, ({ params: { id }, signal }, request, response) =>
        sendCase(request, response, id, signal),
      ),
    )
    .post("/cases/:id/steps", may("cases"), changing(CaseStep, takeStep))
    .post(
      "/cases/:id/undo",
      may("cases"),
      changing(CaseUndo, (trx, account, id, { version }) => undoStep(trx, account, id, version)),
    )
    .post(
      "/cases/:id/notes",
      may("cases"),
      changing(CaseNote, (trx, account, id, { note }) => addNote(trx, account, id, note)),
    )
    .post("/cases/:id/assignee", may("cases"), changing(CaseAssignment, assign));
}
