import { Router } from "express";
import { z } from "zod";
import { ComparisonQuery, type Migration, MigrationQuery } from "../../domain/api/ratings/movement.ts";
import { writeCsv } from "../csv.ts";
import { sendJson } from "../http/caching.ts";
import { parsed } from "../http/validate.ts";
import type { Services } from "../services.ts";
import { chosenRuns, runNumbered } from "./chosen-runs.ts";
import { comparisonOf, MOVED_HEADER, movedRows } from "./comparison.ts";
import { flowsBetween } from "./migration.ts";
import { allOf, firmConditions } from "./selection.ts";

const RunParams = z.strictObject({
  id: z
    .string()
    .regex(/^[1-9]\d{0,8}$/)
    .transform(Number),
});

/** Who moved: between years, and between two runs. */
export function movementRoutes({ read }: Services): Router {
  return Router()
    .get(
      "/ratings/migration",
      parsed({ query: MigrationQuery }, async ({ query, signal }, request, response) => {
        const { from, to, size, ...filter } = query;
        const runsOf = async (year: number) =>
          (await chosenRuns(read, year, { size }, signal)).map(({ id }) => id);
        const [before, after] = await Promise.all([runsOf(from), runsOf(to)]);
        const answer: Migration = {
          from,
          to,
          flows: await flowsBetween(read, before, after, allOf(firmConditions(filter)), signal),
        };
        sendJson(request, response, answer);
      }),
    )
    .get(
      "/ratings/runs/:id/comparison",
      parsed(
        { params: RunParams, query: ComparisonQuery },
        async ({ params: { id }, query, signal }, request, response) => {
          const before = await runNumbered(read, query.with, signal);
          const after = await runNumbered(read, id, signal);
          if (query.f === "json")
            return sendJson(request, response, await comparisonOf(read, [before, after], query, signal));
          const rows = movedRows(read, [before, after], query.moved, signal);
          await writeCsv(response, `等级变动-${before.id}-${id}.csv`, MOVED_HEADER, rows, signal);
        },
      ),
    );
}
