import { Router } from "express";
import { NewRun, Publish, RunQuery, Withdraw } from "../../domain/api/ratings/runs.ts";
import { may } from "../accounts/may.ts";
import { whoOf } from "../accounts/who.ts";
import { sendJson } from "../http/caching.ts";
import { numbered } from "../http/numbered.ts";
import { notFound } from "../http/problem.ts";
import { parsed } from "../http/validate.ts";
import { runOrJob, withJobRoutes } from "../job-routes.ts";
import { createJobs } from "../jobs.ts";
import type { Services } from "../services.ts";
import { RATING_JOBS } from "./jobs.ts";
import { publish, removeDraft, withdraw } from "./publication.ts";
import { runStore } from "./run-store.ts";
import { ratingWork } from "./run-work.ts";

/** Rating runs (评价批次): made, listed, published, withdrawn, taken away. */
export function runRoutes(services: Services): Router {
  const { read, write, leaving } = services;
  const runs = runStore(read);
  const jobs = createJobs(leaving, RATING_JOBS);

  const router = Router()
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
        const id = await runOrJob(request, response, { jobs, started, under: "/ratings", signal });
        if (id === undefined) return;
        response
          .status(201)
          .location(`/api/ratings/runs/${id}`)
          .json(await runs.one(id, signal));
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
  return withJobRoutes(router, "/ratings", jobs);
}
