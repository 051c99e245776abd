import type { Logger } from "pino";
import type { WhoIs } from "./accounts/who.ts";
import type { FactsOf } from "./catalog/facts.ts";
import type { Config } from "./config.ts";
import type { Database } from "./db/connect.ts";
import type { Revisions } from "./db/revisions.ts";
import type { Gate } from "./http/limits.ts";
import type { Metrics } from "./http/metrics.ts";
import type { Read } from "./read.ts";
import type { Write } from "./write.ts";

/** What every capability is given to work with. */
export type Services = Readonly<{
  config: Config;
  database: Database;
  revisions: Revisions;
  factsOf: FactsOf;
  gate: Gate;
  read: Read;
  write: Write;
  whoIs: WhoIs;
  metrics: Metrics;
  log: Logger;
  /** Aborts when the process is to end: what would take longer than an answer stops then. */
  leaving: AbortSignal;
}>;
