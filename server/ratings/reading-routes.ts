import { type Request, type Response, Router } from "express";
import { z } from "zod";
import { type FirmPage, FirmQuery } from "../../domain/api/ratings/firms.ts";
import { type RatingYears, RunChoice } from "../../domain/api/ratings/grades.ts";
import type { ParkRatings } from "../../domain/api/ratings/parks.ts";
import { writeCsv } from "../csv.ts";
import { sendJson } from "../http/caching.ts";
import { notFound } from "../http/problem.ts";
import { parsed } from "../http/validate.ts";
import type { Services } from "../services.ts";
import { sendBlock } from "./block-answer.ts";
import { type ChosenRun, chosenRun, chosenRuns, shownYears } from "./chosen-runs.ts";
import { blockStore } from "./columns.ts";
import { explain } from "./explanation.ts";
import { fileHeader, fileRows } from "./firm-file.ts";
import { firmStore } from "./firms.ts";
import { ratedParks } from "./parks.ts";
import { ratingCondition } from "./selection.ts";

/** A year as it is written: anything else names nothing. */
const year = z
  .string()
  .regex(/^\d{4}$/)
  .transform(Number)
  .pipe(z.number().min(2000).max(2100));
const YearParams = z.strictObject({ year });
const FirmParams = z.strictObject({ year, credit_code: z.string().regex(/^[0-9A-HJ-NPQRTUWXY]{18}$/) });
/** One run on its own is of one size, and needs no other named beside it. */
const ExplanationQuery = RunChoice.pick({ run: true });

/** What rating runs found: lists, explanations, parks, and everything at once for a machine. */
export function readingRoutes(services: Services): Router {
  const { read, revisions } = services;
  const sendFirms = firmsAnswer(services);
  const blockOf = blockStore(services);

  return Router()
    .get(
      "/ratings",
      parsed({}, async ({ signal }, request, response) => {
        const answer: RatingYears = { years: await shownYears(read, signal) };
        sendJson(request, response, answer);
      }),
    )
    .get(
      "/ratings/:year",
      parsed(
        { params: YearParams, query: FirmQuery },
        async ({ params, query, signal }, request, response) => {
          const runs = await chosenRuns(read, params.year, query, signal);
          await sendFirms(runs, query, signal, request, response);
        },
      ),
    )
    .get(
      "/ratings/:year/columns",
      parsed(
        { params: YearParams, query: RunChoice },
        async ({ params, query, signal }, request, response) => {
          const run = await chosenRun(read, params.year, query, signal);
          await sendBlock(request, response, run, revisions, (version) => blockOf(run, version, signal));
        },
      ),
    )
    .get(
      "/ratings/:year/parks",
      parsed(
        { params: YearParams, query: RunChoice },
        async ({ params, query, signal }, request, response) => {
          const run = await chosenRun(read, params.year, query, signal);
          const parks = await ratedParks(read, run, signal);
          const answer: ParkRatings = { year: run.year, run: run.id, parks };
          sendJson(request, response, answer);
        },
      ),
    )
    .get(
      "/ratings/:year/:credit_code",
      parsed(
        { params: FirmParams, query: ExplanationQuery },
        async ({ params, query, signal }, request, response) => {
          const runs = await chosenRuns(read, params.year, query, signal);
          // A firm is above the designated size or below, so at most one of them speaks of it.
          const found = await Promise.all(runs.map((run) => explain(read, run, params.credit_code, signal)));
          const answer = found.find((explanation) => explanation !== undefined);
          if (!answer)
            throw notFound(`${params.credit_code} is not among the firms rated for ${params.year}.`);
          sendJson(request, response, answer);
        },
      ),
    );
}

/** A list of firms as a page of JSON, or whole as a file. */
function firmsAnswer(services: Services) {
  const { read } = services;
  const firms = firmStore(services);

  async function pageOf(
    runs: readonly ChosenRun[],
    query: FirmQuery,
    signal: AbortSignal,
  ): Promise<FirmPage> {
    const selected = { runs, filter: query };
    const { sort, limit, offset, find } = query;
    const [totals, page, found] = await Promise.all([
      firms.totals(selected, signal),
      firms.page(selected, sort, limit, offset, signal),
      find === undefined ? undefined : firms.place(selected, sort, find, signal),
    ]);
    return {
      year: runs[0]!.year,
      runs: runs.map(({ id }) => id),
      ...totals,
      ...(found !== undefined && { found }),
      firms: page,
    };
  }

  return async (
    runs: readonly ChosenRun[],
    query: FirmQuery,
    signal: AbortSignal,
    request: Request,
    response: Response,
  ): Promise<void> => {
    if (query.f === "json") return sendJson(request, response, await pageOf(runs, query, signal));
    const condition = ratingCondition(
      runs.map(({ id }) => id),
      query,
    );
    const rows = fileRows(read, runs, condition, query.sort, signal);
    await writeCsv(response, `亩均评价-${runs[0]!.year}.csv`, fileHeader(runs), rows, signal);
  };
}
