import { Router } from "express";
import { ComparisonQuery, type Migration, MigrationQuery } from "../../domain/api/ratings/movement.ts";
import { writeCsv } from "../csv.ts";
import { sendJson } from "../http/caching.ts";
import { numbered } from "../http/numbered.ts";
import { invalidParameter } from "../http/problem.ts";
import { parsed } from "../http/validate.ts";
import type { Services } from "../services.ts";
import { chosenRuns, runNumbered } from "./chosen-runs.ts";
import { comparisonOf, MOVED_HEADER, movedRows } from "./comparison.ts";
import { flowsBetween } from "./migration.ts";
import { allOf, firmConditions } from "./selection.ts";

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
        { ...numbered, query: ComparisonQuery },
        async ({ params: { id }, query, signal }, request, response) => {
          const before = await runNumbered(read, query.with, signal);
          const after = await runNumbered(read, id, signal);
          if (before.size !== after.size)
            throw invalidParameter(
              `with: run ${before.id} rates firms of another size than run ${id}; they have no firm in common.`,
              { zh: `批次 ${before.id} 与批次 ${id} 的评价对象（规上、规下）不同，无法对比。` },
            );
          if (query.f === "json")
            return sendJson(request, response, await comparisonOf(read, [before, after], query, signal));
          const rows = movedRows(read, [before, after], query.moved, signal);
          await writeCsv(response, `等级变动-${before.id}-${id}.csv`, MOVED_HEADER, rows, signal);
        },
      ),
    );
}
