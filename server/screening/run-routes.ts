import { Router } from "express";
import { NewScreening } from "../../domain/api/screening.ts";
import { may } from "../accounts/may.ts";
import { whoOf } from "../accounts/who.ts";
import { sendJson } from "../http/caching.ts";
import { numbered } from "../http/numbered.ts";
import { notFound } from "../http/problem.ts";
import { parsed } from "../http/validate.ts";
import { runOrJob, withJobRoutes } from "../job-routes.ts";
import { createJobs } from "../jobs.ts";
import type { Services } from "../services.ts";
import { publish, removeDraft, withdraw } from "./publication.ts";
import { screeningStore } from "./run-store.ts";
import { SCREENING_JOBS, screeningWork } from "./run-work.ts";

/** Screenings (筛查批次): made, listed, published, withdrawn, taken away. */
export function screeningRunRoutes(services: Services): Router {
  const { read, write, leaving } = services;
  const runs = screeningStore(read);
  const jobs = createJobs(leaving, SCREENING_JOBS);

  const router = Router()
    .get(
      "/screening/runs",
      parsed({}, async ({ signal }, request, response) => {
        sendJson(request, response, { runs: await runs.list(signal) });
      }),
    )
    .post(
      "/screening/runs",
      may("drafts"),
      parsed({ body: NewScreening }, async ({ body, signal }, request, response) => {
        const started = jobs.start(body, screeningWork(services, body, whoOf(request)));
        const id = await runOrJob(request, response, { jobs, started, under: "/screening", signal });
        if (id === undefined) return;
        response
          .status(201)
          .location(`/api/screening/runs/${id}`)
          .json(await runs.one(id, signal));
      }),
    )
    .get(
      "/screening/runs/:id",
      parsed(numbered, async ({ params: { id }, signal }, request, response) => {
        const run = await runs.one(id, signal);
        if (!run) throw notFound(`There is no screening ${id}.`);
        sendJson(request, response, run);
      }),
    )
    .delete(
      "/screening/runs/:id",
      may("drafts"),
      parsed(numbered, async ({ params: { id }, signal }, request, response) => {
        await write((trx) => removeDraft(trx, whoOf(request), id), signal);
        response.status(204).end();
      }),
    )
    .post(
      "/screening/runs/:id/publish",
      may("publication"),
      parsed(numbered, async ({ params: { id }, signal }, request, response) => {
        await write((trx) => publish(trx, whoOf(request), id), signal);
        response.json(await runs.one(id, signal));
      }),
    )
    .post(
      "/screening/runs/:id/withdraw",
      may("publication"),
      parsed(numbered, async ({ params: { id }, signal }, request, response) => {
        await write((trx) => withdraw(trx, whoOf(request), id), signal);
        response.json(await runs.one(id, signal));
      }),
    );
  return withJobRoutes(router, "/screening", jobs);
}
