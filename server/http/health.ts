import { Router } from "express";
import type { Knex } from "knex";
import type { Metrics } from "./metrics.ts";
import { databaseAway } from "./problem.ts";
import { parsed } from "./validate.ts";

/** For whoever watches over the server: does it live, can it answer, what does it do. */
export const health = (knex: Knex, metrics: Metrics) =>
  Router()
    .get(
      "/healthz",
      parsed({}, (_input, _request, response) => {
        response.set("Cache-Control", "no-store").json({ status: "alive" });
      }),
    )
    .get(
      "/readyz",
      parsed({}, async (_input, _request, response) => {
        await ready(knex);
        response.set("Cache-Control", "no-store").json({ status: "ready" });
      }),
    )
    .get(
      "/metrics",
      parsed({}, (_input, _request, response) => {
        response.set("Cache-Control", "no-store").type("text/plain; version=0.0.4").send(metrics.text());
      }),
    );

const READY_WITHIN_MS = 5_000;

/** The last table that the migrations make answers: the database is there, and it is ours. */
async function ready(knex: Knex) {
  try {
    await knex("table_revision").first("table_name").timeout(READY_WITHIN_MS);
  } catch {
    throw databaseAway("The database does not answer, or is not prepared yet.");
  }
}
