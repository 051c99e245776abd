import { Router } from "express";
import { Publish, RunQuery, Withdraw } from "../../domain/api/ratings/runs.ts";
import { sendJson } from "../http/caching.ts";
import { notFound } from "../http/problem.ts";
import { parsed } from "../http/validate.ts";
import { writers } from "../http/writers.ts";
import type { Services } from "../services.ts";
import { numbered } from "./numbered.ts";
import { publish, removeDraft, withdraw } from "./publication.ts";
import { runStore } from "./run-store.ts";

/** Rating runs (评价批次): listed, published, withdrawn, taken away. */
export function runRoutes({ read, write }: Services): Router {
  const runs = runStore(read);

  return Router()
    .get(
      "/ratings/runs",
      parsed({ query: RunQuery }, async ({ query, signal }, request, response) => {
        sendJson(request, response, { runs: await runs.list(query, signal) });
      }),
    )
    .get(
      "/ratings/runs/:id",
      parsed(numbered, async ({ params: { id }, signal }, request, response) => {
        const run = await runs.one(id, signal);
        if (!run) throw notFound(`There is no rating run ${id}.`);
        sendJson(request, response, run);
      }),
    )
    .delete(
      "/ratings/runs/:id",
      writers,
      parsed(numbered, async ({ params: { id }, signal }, _request, response) => {
        await write((trx) => removeDraft(trx, id), signal);
        response.status(204).end();
      }),
    )
    .post(
      "/ratings/runs/:id/publish",
      writers,
      parsed({ ...numbered, body: Publish }, async ({ params: { id }, body, signal }, _request, response) => {
        await write((trx) => publish(trx, id, body.noticeDays), signal);
        response.json(await runs.one(id, signal));
      }),
    )
    .post(
      "/ratings/runs/:id/withdraw",
      writers,
      parsed(
        { ...numbered, body: Withdraw },
        async ({ params: { id }, body, signal }, _request, response) => {
          await write((trx) => withdraw(trx, id, body.because), signal);
          response.json(await runs.one(id, signal));
        },
      ),
    );
}
