import pino from "pino";
import { demonstrationDataset } from "../seeds/demonstration/dataset.ts";
import { load } from "../seeds/load.ts";
import { loadRatingReference } from "../seeds/ratings.ts";
import { createApp } from "./app.ts";
import { buildClient } from "./client-build.ts";
import { readConfig } from "./config.ts";
import { type Database, openDatabase } from "./db/connect.ts";
import { isYetToBeCreated } from "./db/embedded.ts";
import { exclusively } from "./db/migrate.ts";
import { followRevisions } from "./db/revisions.ts";
import { busy } from "./http/problem.ts";
import { listen } from "./listening.ts";
import { prepare } from "./preparation.ts";
import { Refusal } from "./refusal.ts";
import { onSignal } from "./signals.ts";
import { waitingRoom } from "./waiting-room.ts";

const DRAIN_MS = 8000;

/** How far the start has come, with the seconds since it began; apart from the log and the address, which are output. */
function progress(line: string): void {
  console.error(`${process.uptime().toFixed(1).padStart(6)} s  ${line}`);
}

/** Nobody can write before there is an account, and none comes with the program. */
async function sayHowToBegin({ knex, kind }: Database): Promise<void> {
  if (await knex("account").where({ synthetic: false }).first("id")) return;
  const when = kind === "embedded" ? " (while this server is stopped)" : "";
  progress(`There is no account yet: npm run account -- add NAME --role administrator${when}`);
}

async function start(): Promise<void> {
  const config = readConfig();
  const log = pino({ level: config.logLevel });
  let leave = async () => {};
  let report = progress;
  onSignal(() => leave());
  for (const event of ["unhandledRejection", "uncaughtException"]) {
    process.on(event, (error) => {
      log.fatal(error);
      process.exit(1);
    });
  }

  async function openPrepared(): Promise<Database> {
    const { demonstration, databaseUrl, dataDirectory } = config;
    const drawsAhead = demonstration && databaseUrl === null && isYetToBeCreated(dataDirectory);
    const opening = openDatabase(config, (line) => report(line));
    // While the process of the embedded database creates it, this one has nothing else to do.
    const drawn = drawsAhead ? demonstrationDataset() : undefined;
    const opened = await opening;
    await prepare(opened, (trx) => load(trx, { scale: 1, demonstration, drawn, progress }), progress);
    // A newer program may bring schemes that the database of an older one doesn't have.
    await exclusively(opened.knex, loadRatingReference);
    return opened;
  }

  const listening = await listen(config, waitingRoom);
  const [database] = await Promise.all([openPrepared(), buildClient(progress)]);
  await database.limitStatements();
  const revisions = await followRevisions(database, (line) => report(line));
  const leaving = new AbortController();
  listening.handTo(createApp({ config, database, revisions, log, leaving: leaving.signal }));
  await sayHowToBegin(database);
  report = (line) => log.warn(line);
  leave = async () => {
    leaving.abort(busy("The server is being stopped. Ask again when it has started."));
    await listening.drain(DRAIN_MS);
    await revisions.close();
    await database.close();
  };
  console.log(`亩图 Mutu  ${listening.address}`);
}

start().catch((error) => {
  console.error(error instanceof Refusal ? error.message : error);
  process.exit(error instanceof Refusal ? error.exitCode : 1);
});
