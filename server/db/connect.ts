import knexFactory, { type Knex } from "knex";
import type pg from "pg";
import type { Config } from "../config.ts";
import { startEmbedded } from "./embedded.ts";
import { type Follow, followApart, followOnPool } from "./notices.ts";
import { explainRefusal, requirePostgis } from "./requirements.ts";
import { valueTypes } from "./types.ts";

/** One database, whichever kind it is: the same knex, the same pg, the same SQL. */
export type Database = {
  knex: Knex;
  kind: "embedded" | "postgres";
  /** Hears a NOTIFY channel. On the embedded database it hears what this process wrote, and nobody else can write. */
  follow: Follow;
  /**
   * Puts an end to statements that run too long. Preparing a database may take any time, so there is no limit before
   * this is called; nothing may be under way when it is.
   */
  limitStatements(seconds?: number): Promise<void>;
  close(): Promise<void>;
};

const STATEMENT_LIMIT_SECONDS = 60;
const POOL_SIZE = 10;
const CONNECT_TIMEOUT_MS = 10_000;
/** Nobody waits longer than this for an answer to begin. */
const ACQUIRE_TIMEOUT_MS = 30_000;

type Where = Pick<Config, "databaseUrl" | "dataDirectory">;

export function openDatabase(config: Where, progress: (line: string) => void = () => {}): Promise<Database> {
  return config.databaseUrl === null
    ? openEmbedded(config.dataDirectory, progress)
    : openPostgres(config.databaseUrl, progress);
}

async function openEmbedded(dataDirectory: string, report: (line: string) => void): Promise<Database> {
  const embedded = await startEmbedded(dataDirectory, report);
  const notices = followOnPool(() => knex);
  // One backend runs one transaction at a time, so more connections would only wait for each other.
  // While its process is started again nobody answers the socket: whoever needs a connection waits for it.
  const pool = { min: 0, max: 1, propagateCreateError: false };
  const knex = createKnex(report, pool, notices.prepare, async () => {
    const address = await embedded.address();
    return {
      ...address,
      user: "postgres",
      database: "postgres",
      expirationChecker: () => !embedded.isCurrent(address),
    };
  });
  return {
    knex,
    kind: "embedded",
    follow: notices.follow,
    limitStatements: async (seconds = STATEMENT_LIMIT_SECONDS) => embedded.limitStatements(seconds),
    async close() {
      await knex.destroy();
      await embedded.close();
    },
  };
}

async function openPostgres(url: string, report: (line: string) => void): Promise<Database> {
  const connection = {
    connectionString: url,
    application_name: "mutu",
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
    keepAlive: true,
  };
  let limit = 0;
  // Compiling plans costs more than it saves here: without it a tile takes half the time.
  const settings = () => `set jit = off; set statement_timeout = ${limit * 1000}`;
  const prepare = async (client: pg.Client) => {
    await client.query(settings());
  };
  const knex = createKnex(report, { min: 0, max: POOL_SIZE }, prepare, async () => ({ ...connection }));
  try {
    await requirePostgis(knex, url);
  } catch (error) {
    await knex.destroy();
    throw explainRefusal(error, url);
  }
  return {
    knex,
    kind: "postgres",
    follow: followApart(connection, report),
    async limitStatements(seconds = STATEMENT_LIMIT_SECONDS) {
      limit = seconds;
      await knex.destroy();
      knex.initialize();
    },
    close: () => knex.destroy(),
  };
}

function createKnex(
  report: (line: string) => void,
  pool: Knex.PoolConfig,
  prepare: (client: pg.Client) => Promise<void>,
  connection: () => Promise<Knex.PgConnectionConfig>,
): Knex {
  const reportBriefly = (message: string) => report(message.split("\n", 1).join());
  return knexFactory({
    client: "pg",
    connection: async () => ({ ...(await connection()), types: valueTypes }),
    pool: {
      ...pool,
      afterCreate: (client: pg.Client, done: (error: Error | null, client: pg.Client) => void) => {
        // Dates without a zone, and "today", are Chengdu's, wherever the database runs.
        const prepared = client.query("set timezone = 'Asia/Shanghai'").then(() => prepare(client));
        prepared.then(
          () => done(null, client),
          (error) => done(error, client),
        );
      },
    },
    acquireConnectionTimeout: ACQUIRE_TIMEOUT_MS,
    log: { warn: reportBriefly, error: reportBriefly, deprecate: reportBriefly, debug: () => {} },
  });
}
