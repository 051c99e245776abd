import { type Response, Router } from "express";
import { z } from "zod";
import { type FirmPage, FirmQuery } from "../../domain/api/ratings/firms.ts";
import type { RatingYears } from "../../domain/api/ratings/grades.ts";
import { writeCsv } from "../csv.ts";
import { sendJson } from "../http/caching.ts";
import { parsed } from "../http/validate.ts";
import type { Services } from "../services.ts";
import { type ChosenRun, chosenRuns, shownYears } from "./chosen-runs.ts";
import { fileHeader, fileRows } from "./firm-file.ts";
import { firmStore } from "./firms.ts";
import { ratingCondition } from "./selection.ts";

/** A year as it is written: anything else names nothing. */
const year = z
  .string()
  .regex(/^\d{4}$/)
  .transform(Number)
  .pipe(z.number().min(2000).max(2100));
const YearParams = z.strictObject({ year });

/** What rating runs found: lists, explanations, parks, movements. */
export function readingRoutes(services: Services): Router {
  const { read } = services;
  const firms = firmStore(services);

  async function sendFile(
    response: Response,
    runs: readonly ChosenRun[],
    query: FirmQuery,
    signal: AbortSignal,
  ) {
    const condition = ratingCondition(
      runs.map(({ id }) => id),
      query,
    );
    const file = `亩均评价-${runs[0]!.year}.csv`;
    await writeCsv(
      response,
      file,
      fileHeader(runs),
      fileRows(read, runs, condition, query.sort, signal),
      signal,
    );
  }

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
          if (query.f === "csv") return sendFile(response, runs, query, signal);
          const selected = { runs, filter: query };
          const [totals, page, found] = await Promise.all([
            firms.totals(selected, signal),
            firms.page(selected, query.sort, query.limit, query.offset, signal),
            query.find === undefined ? undefined : firms.place(selected, query.sort, query.find, signal),
          ]);
          const answer: FirmPage = {
            year: params.year,
            runs: runs.map(({ id }) => id),
            ...totals,
            ...(found !== undefined && { found }),
            firms: page,
          };
          sendJson(request, response, answer);
        },
      ),
    );
}
