import { parse } from "node:querystring";
import { fileURLToPath } from "node:url";
import compression from "compression";
import express, { type Express } from "express";
import { readers } from "./accounts/readers.ts";
import { accounts } from "./accounts/routes.ts";
import { createWhoIs, who } from "./accounts/who.ts";
import { cases } from "./cases/routes.ts";
import { createFacts } from "./catalog/facts.ts";
import { items } from "./features/items.ts";
import { features } from "./features/routes.ts";
import { health } from "./http/health.ts";
import { createGate, limitAddress } from "./http/limits.ts";
import { closed } from "./http/methods.ts";
import { createMetrics } from "./http/metrics.ts";
import { openToAll } from "./http/open-data.ts";
import { notFound, problemHandler } from "./http/problem.ts";
import { requestLog } from "./http/request-log.ts";
import { allowing, security } from "./http/security.ts";
import { client } from "./http/static.ts";
import { layout } from "./layout/routes.ts";
import { createGround } from "./map/ground.ts";
import { map } from "./map/routes.ts";
import { refusedPages } from "./pages/refused.ts";
import { plan } from "./plan/routes.ts";
import { ratings } from "./ratings/routes.ts";
import { createRead } from "./read.ts";
import { screening } from "./screening/routes.ts";
import { search } from "./search/routes.ts";
import type { Services } from "./services.ts";
import { shares } from "./shares/routes.ts";
import { sheets } from "./sheets/routes.ts";
import { sources } from "./sources/routes.ts";
import { tiles } from "./tiles/routes.ts";
import { workshops } from "./workshops/routes.ts";
import { createWrite } from "./write.ts";

const CLIENT = fileURLToPath(new URL("../dist/client", import.meta.url));

/** What is under /api, in the order it is asked. */
const CAPABILITIES = [
  ...accounts,
  map,
  layout,
  sheets,
  search,
  sources,
  ...ratings,
  ...screening,
  ...cases,
  workshops,
  shares,
  ...plan,
];

/** Kept clear of what clients ask for: cancelling their queries, looking after health, describing layers. */
const CONNECTIONS_FOR_THE_HOUSE = 2;

export type Foundations = Pick<Services, "config" | "database" | "revisions" | "log" | "leaving">;

/** A page of features that is made for one answer: a quarter larger than at the usual level, in a third of the time. */
const compressed = compression({ level: 2 });

/** Everything between a request and its answer, in the order it is passed through. */
export function createApp(foundations: Foundations): Express {
  const services = provide(foundations);
  const { config, database, log, metrics } = services;
  const known = who(services.whoIs);
  const membersOnly = config.read === "signed-in";
  const ground = createGround(config.basemap, log);
  // Begun now, so that no page has to wait for it.
  void ground();

  return express()
    .disable("x-powered-by")
    .disable("etag")
    .set("trust proxy", config.trustProxy)
    .set("query parser", (text: string) => parse(text))
    .use(requestLog(log), metrics.measure, security, limitAddress)
    .use(closed(health(database.knex, metrics)))
    .use(
      "/ogc",
      openToAll,
      ...(membersOnly ? [known, readers] : []),
      // Most requests are for tiles, which are compressed when they are made.
      closed(tiles(services)),
      compressed,
      closed(features(services)),
      closed(items(services)),
      refusedPages,
    )
    .use(
      "/api",
      compressed,
      known,
      ...(membersOnly ? [readers] : []),
      ...CAPABILITIES.map((capability) => closed(capability(services))),
    )
    .use(compression(), allowing(ground), client(CLIENT))
    .use((request) => {
      throw notFound(`Nothing is at ${request.path}.`);
    })
    .use(problemHandler(log));
}

function provide(foundations: Foundations): Services {
  const { database, revisions, log } = foundations;
  const { knex } = database;
  const gate = createGate(Math.max(1, knex.client.pool.max - CONNECTIONS_FOR_THE_HOUSE));
  const read = createRead(database, gate);
  const write = createWrite(database, gate);
  return {
    ...foundations,
    factsOf: createFacts(knex, revisions),
    metrics: createMetrics(knex),
    gate,
    read,
    write,
    whoIs: createWhoIs({ database, read, write, log }),
  };
}
