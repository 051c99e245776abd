import type { Request, Response, Router } from "express";
import { z } from "zod";
import { may } from "./accounts/may.ts";
import { parsed } from "./http/validate.ts";
import type { createJobs } from "./jobs.ts";

/** Work that takes long is waited for, asked after and stopped in one way, whatever it is. */

type Jobs<Order, Step extends string> = ReturnType<typeof createJobs<Order, Step>>;

/** Whether a client asks to be told of the job instead of waiting for the run. */
const wantsNoWait = (request: Request) =>
  /(^|[\s,;])respond-async($|[\s,;])/i.test(request.get("Prefer") ?? "");

const named = { params: z.strictObject({ id: z.uuid() }) };

/** The run that came out; undefined where the client does not wait and was given the job instead. */
export async function runOrJob<Order, Step extends string>(
  request: Request,
  response: Response,
  {
    jobs,
    started,
    under,
    signal,
  }: {
    jobs: Jobs<Order, Step>;
    started: ReturnType<Jobs<Order, Step>["start"]>;
    under: string;
    signal: AbortSignal;
  },
): Promise<number | undefined> {
  if (wantsNoWait(request)) {
    response.status(202).location(`/api${under}/jobs/${started.id}`);
    response.set("Preference-Applied", "respond-async").json(jobs.present(started));
    return undefined;
  }
  signal.addEventListener("abort", () => started.controller.abort(signal.reason), { once: true });
  return started.result;
}

export const withJobRoutes = <Order, Step extends string>(
  router: Router,
  under: string,
  jobs: Jobs<Order, Step>,
): Router =>
  router
    .get(
      `${under}/jobs`,
      parsed({}, (_input, _request, response) => {
        response.set("Cache-Control", "no-store").json({ jobs: jobs.list().map(jobs.present) });
      }),
    )
    .get(
      `${under}/jobs/:id`,
      parsed(named, ({ params }, _request, response) => {
        response.set("Cache-Control", "no-store").json(jobs.present(jobs.find(params.id)));
      }),
    )
    .delete(
      `${under}/jobs/:id`,
      may("drafts"),
      parsed(named, async ({ params }, _request, response) => {
        const job = jobs.find(params.id);
        await jobs.cancel(job);
        response.json(jobs.present(job));
      }),
    );
