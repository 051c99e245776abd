import { Router } from "express";
import { z } from "zod";
import type { RatingExplanation } from "../../domain/api/ratings/explanation.ts";
import { type FirmPage, FirmQuery } from "../../domain/api/ratings/firms.ts";
import { type RatingYears, RunChoice } from "../../domain/api/ratings/grades.ts";
import { type Migration, MigrationQuery } from "../../domain/api/ratings/movement.ts";
import type { ParkRatings } from "../../domain/api/ratings/parks.ts";
import { writeCsv } from "../csv.ts";
import { sendJson } from "../http/caching.ts";
import { notFound } from "../http/problem.ts";
import { parsed } from "../http/validate.ts";
import type { Services } from "../services.ts";
import { sendBlock } from "./block-answer.ts";
import { chosenRun, chosenRuns, shownYears } from "./chosen-runs.ts";
import { blockStore } from "./columns.ts";
import { explain } from "./explanation.ts";
import { fileHeader, fileRows } from "./firm-file.ts";
import { firmStore } from "./firms.ts";
import { flowsBetween } from "./migration.ts";
import { ratedParks } from "./parks.ts";
import { allOf, firmConditions, ratingCondition } from "./selection.ts";

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

/** What rating runs found: lists, explanations, parks, movements. */
export function readingRoutes(services: Services): Router {
  const { read, revisions } = services;
  const firms = firmStore(services);
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
      "/ratings/migration",
      parsed({ query: MigrationQuery }, async ({ query, signal }, request, response) => {
        const { from, to, size, ...filter } = query;
        const [before, after] = await Promise.all(
          [from, to].map((wanted) => chosenRuns(read, wanted, { size }, signal)),
        );
        const flows = await flowsBetween(
          read,
          idsOf(before!),
          idsOf(after!),
          allOf(firmConditions(filter)),
          signal,
        );
        const answer: Migration = { from, to, flows };
        sendJson(request, response, answer);
      }),
    )
    .get(
      "/ratings/:year",
      parsed(
        { params: YearParams, query: FirmQuery },
        async ({ params, query, signal }, request, response) => {
          const runs = await chosenRuns(read, params.year, query, signal);
          if (query.f === "csv") {
            const rows = fileRows(read, runs, ratingCondition(idsOf(runs), query), query.sort, signal);
            return writeCsv(response, `亩均评价-${params.year}.csv`, fileHeader(runs), rows, signal);
          }
          const selected = { runs, filter: query };
          const [totals, page, found] = await Promise.all([
            firms.totals(selected, signal),
            firms.page(selected, query.sort, query.limit, query.offset, signal),
            query.find === undefined ? undefined : firms.place(selected, query.sort, query.find, signal),
          ]);
          const answer: FirmPage = {
            year: params.year,
            runs: idsOf(runs),
            ...totals,
            ...(found !== undefined && { found }),
            firms: page,
          };
          sendJson(request, response, answer);
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
          const answer: ParkRatings = {
            year: run.year,
            run: run.id,
            parks: await ratedParks(read, run, signal),
          };
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
          const answer = await explainIn(runs, params.credit_code, signal);
          if (!answer)
            throw notFound(`${params.credit_code} is not among the firms rated for ${params.year}.`);
          sendJson(request, response, answer);
        },
      ),
    );

  /** In whichever of the runs speaks of it. */
  async function explainIn(
    runs: Awaited<ReturnType<typeof chosenRuns>>,
    creditCode: string,
    signal: AbortSignal,
  ): Promise<RatingExplanation | undefined> {
    const found = await Promise.all(runs.map((run) => explain(read, run, creditCode, signal)));
    return found.find((explanation) => explanation !== undefined);
  }
}

const idsOf = (runs: readonly { id: number }[]) => runs.map(({ id }) => id);
