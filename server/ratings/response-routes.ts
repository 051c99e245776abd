import { Router } from "express";
import { Decision, NewResponse, ResponseQuery } from "../../domain/api/ratings/responses.ts";
import { may } from "../accounts/may.ts";
import { whoOf } from "../accounts/who.ts";
import { sendJson } from "../http/caching.ts";
import { numbered } from "../http/numbered.ts";
import { parsed } from "../http/validate.ts";
import type { Services } from "../services.ts";
import { decide, respond, responseStore } from "./response-store.ts";

/** What firms say of their ratings while the notice (公示) lasts. */
export function responseRoutes({ read, write }: Services): Router {
  const responses = responseStore(read);

  return Router()
    .get(
      "/ratings/runs/:id/responses",
      parsed({ ...numbered, query: ResponseQuery }, async ({ params, query, signal }, request, response) => {
        sendJson(request, response, { responses: await responses.ofRun(params.id, query, signal) });
      }),
    )
    .post(
      "/ratings/runs/:id/responses",
      may("responses"),
      parsed({ ...numbered, body: NewResponse }, async ({ params, body, signal }, request, response) => {
        const id = await write((trx) => respond(trx, whoOf(request), params.id, body), signal);
        response.status(201).json(await responses.one(id, signal));
      }),
    )
    .post(
      "/ratings/responses/:id/decision",
      may("responses"),
      parsed({ ...numbered, body: Decision }, async ({ params: { id }, body, signal }, request, response) => {
        await write((trx) => decide(trx, whoOf(request), id, body), signal);
        response.json(await responses.one(id, signal));
      }),
    );
}
