import { Router } from "express";
import { z } from "zod";
import { NewRun, Publish, RunQuery, Withdraw } from "../../domain/api/ratings/runs.ts";
import { may } from "../accounts/may.ts";
import { whoOf } from "../accounts/who.ts";
import { sendJson } from "../http/caching.ts";
import { numbered } from "../http/numbered.ts";
import { notFound } from "../http/problem.ts";
import { parsed } from "../http/validate.ts";
import { createJobs, wantsNoWait } from "../jobs.ts";
import type { Services } from "../services.ts";
import { RATING_JOBS } from "./jobs.ts";
import { publish, removeDraft, withdraw } from "./publication.ts";
import { runStore } from "./run-store.ts";
import { ratingWork } from "./run-work.ts";

const job = { params: z.strictObject({ id: z.uuid() }) };

/** Rating runs (评价批次): made, listed, published, withdrawn, taken away. */
export function runRoutes(services: Services): Router {
  const { read, write, leaving } = services;
  const runs = runStore(read);
  const jobs = createJobs(leaving, RATING_JOBS);

  return Router()
    .get(
      "/ratings/runs",
      parsed({ query: RunQuery }, async ({ query, signal }, request, response) => {
        sendJson(request, response, { runs: await runs.list(query, signal) });
      }),
    )
    .post(
      "/ratings/runs",
      may("drafts"),
      parsed({ body: NewRun }, async ({ body, signal }, request, response) => {
        const started = jobs.start(body, ratingWork(services, body, whoOf(request)));
        if (wantsNoWait(request)) {
          response.status(202).location(`/api/ratings/jobs/${started.id}`);
          response.set("Preference-Applied", "respond-async").json(jobs.present(started));
          return;
        }
        signal.addEventListener("abort", () => started.controller.abort(signal.reason), { once: true });
        const id = await started.result;
        response
          .status(201)
          .location(`/api/ratings/runs/${id}`)
          .json(await runs.one(id, signal));
      }),
    )
    .get(
      "/ratings/jobs",
      parsed({}, (_input, _request, response) => {
        response.set("Cache-Control", "no-store").json({ jobs: jobs.list().map(jobs.present) });
      }),
    )
    .get(
      "/ratings/jobs/:id",
      parsed(job, ({ params }, _request, response) => {
        response.set("Cache-Control", "no-store").json(jobs.present(jobs.find(params.id)));
      }),
    )
    .delete(
      "/ratings/jobs/:id",
      may("drafts"),
      parsed(job, async ({ params }, _request, response) => {
        const named = jobs.find(params.id);
        await jobs.cancel(named);
        response.json(jobs.present(named));
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
      may("drafts"),
      parsed(numbered, async ({ params: { id }, signal }, request, response) => {
        await write((trx) => removeDraft(trx, whoOf(request), id), signal);
        response.status(204).end();
      }),
    )
    .post(
      "/ratings/runs/:id/publish",
      may("publication"),
      parsed({ ...numbered, body: Publish }, async ({ params: { id }, body, signal }, request, response) => {
        await write((trx) => publish(trx, whoOf(request), id, body.noticeDays), signal);
        response.json(await runs.one(id, signal));
      }),
    )
    .post(
      "/ratings/runs/:id/withdraw",
      may("publication"),
      parsed({ ...numbered, body: Withdraw }, async ({ params: { id }, body, signal }, request, response) => {
        await write((trx) => withdraw(trx, whoOf(request), id, body.because), signal);
        response.json(await runs.one(id, signal));
      }),
    );
}
