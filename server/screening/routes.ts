import { Router } from "express";
import { z } from "zod";
import { CandidateQuery, MarkQuery } from "../../domain/api/screening.ts";
import { sendJson } from "../http/caching.ts";
import { notFound } from "../http/problem.ts";
import { parsed } from "../http/validate.ts";
import type { Services } from "../services.ts";
import { candidateStore } from "./candidates.ts";
import { parcelScreeningStore } from "./parcels.ts";
import { potentialRoutes } from "./potential-routes.ts";
import { ruleList } from "./rules.ts";
import { screeningRunRoutes } from "./run-routes.ts";
import { summaryStore } from "./summary.ts";

const coded = { params: z.strictObject({ code: z.string().length(19) }) };

/** What the screening that is shown says: its rules, its work list, one parcel, districts. */
function readingRoutes({ read }: Services): Router {
  const candidates = candidateStore(read);
  const parcels = parcelScreeningStore(read);
  const summaries = summaryStore(read);

  return Router()
    .get(
      "/screening/rules",
      parsed({}, (_input, request, response) => sendJson(request, response, ruleList)),
    )
    .get(
      "/screening/summary",
      parsed({}, async ({ signal }, request, response) => {
        sendJson(request, response, await summaries.shown(signal));
      }),
    )
    .get(
      "/screening/candidates",
      parsed({ query: CandidateQuery }, async ({ query, signal }, request, response) => {
        sendJson(request, response, await candidates.page(query, signal));
      }),
    )
    .get(
      "/screening/marks",
      parsed({ query: MarkQuery }, async ({ query, signal }, request, response) => {
        sendJson(request, response, await candidates.marks(query, signal));
      }),
    )
    .get(
      "/screening/parcels/:code",
      parsed(coded, async ({ params: { code }, signal }, request, response) => {
        const parcel = await parcels.one(code, signal);
        if (!parcel) throw notFound(`There is no parcel ${code}.`);
        sendJson(request, response, parcel);
      }),
    );
}

/** Screening (筛查): which land is idle, inefficient or scattered, and what it could carry and yield. */
export const screening: readonly ((services: Services) => Router)[] = [
  screeningRunRoutes,
  readingRoutes,
  potentialRoutes,
];
