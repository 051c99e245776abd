import { Router } from "express";
import { BaseQuery, MonthQuery, ParcelFactsQuery, SeriesQuery, ShareQuery } from "../../domain/api/shares.ts";
import { DEFAULT_SWITCHES, type Switches } from "../../domain/shares/definitions.ts";
import { asking } from "../asking.ts";
import { sendJson } from "../http/caching.ts";
import { parsed } from "../http/validate.ts";
import { addScenarios } from "../scenarios/routes.ts";
import type { Services } from "../services.ts";
import { today } from "../today.ts";
import { baseOf } from "./base.ts";
import { parcelColumns } from "./facts.ts";
import { createOutputs } from "./outputs.ts";
import { createParts } from "./parts.ts";
import { presentMonths, presentSeries, presentShares } from "./present.ts";
import { askedRegion, wholeRegion } from "./region.ts";

const switchesOf = (asked: SeriesQuery): Switches => ({
  m0: asked.m0 ?? DEFAULT_SWITCHES.m0,
  warehouse: asked.warehouse ?? DEFAULT_SWITCHES.warehouse,
  negotiated: asked.negotiated ?? DEFAULT_SWITCHES.negotiated,
  lease_then_transfer: asked.lease_then_transfer ?? DEFAULT_SWITCHES.lease_then_transfer,
});

/** Land shares (占比): what industry has of the land and of what is transferred, and scenarios of both. */
export function shares(services: Services): Router {
  const { read } = services;
  const land = { parts: createParts(), outputs: createOutputs() };
  const { parts, outputs } = land;
  const router = Router()
    .get(
      "/shares",
      parsed({ query: ShareQuery }, async ({ query, signal }, request, response) => {
        const region = await askedRegion(parts, asking(read, signal), query.district);
        sendJson(request, response, presentShares(region, query.year, switchesOf(query), today()));
      }),
    )
    .get(
      "/shares/series",
      parsed({ query: SeriesQuery }, async ({ query, signal }, request, response) => {
        const region = await wholeRegion(parts, asking(read, signal));
        sendJson(request, response, presentSeries(region, switchesOf(query)));
      }),
    )
    .get(
      "/shares/months",
      parsed({ query: MonthQuery }, async ({ query, signal }, request, response) => {
        const region = await askedRegion(parts, asking(read, signal), query.district);
        sendJson(request, response, presentMonths(region, query.year, switchesOf(query), today()));
      }),
    )
    .get(
      "/shares/base",
      parsed({ query: BaseQuery }, async ({ query, signal }, request, response) => {
        sendJson(request, response, await baseOf(parts, asking(read, signal), query.year));
      }),
    )
    .get(
      "/shares/parcels",
      parsed({ query: ParcelFactsQuery }, async ({ query, signal }, request, response) => {
        sendJson(request, response, await parcelColumns(asking(read, signal), outputs, query));
      }),
    );
  addScenarios(router, services, land);
  return router;
}
