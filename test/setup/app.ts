import { once } from "node:events";
import type { AddressInfo } from "node:net";
import type { Express } from "express";
import { type Logger, pino } from "pino";
import { createApp } from "../../server/app.ts";
import { readConfig } from "../../server/config.ts";
import type { Database } from "../../server/db/connect.ts";
import { followRevisions } from "../../server/db/revisions.ts";
import { createHttpServer } from "../../server/http/server.ts";

export type RunningApp = { url: string; app: Express; stop(): Promise<void> };

/** The application on a free port, as `server/main.ts` puts it together; stopping it leaves the database open. */
export async function startApp(
  database: Database,
  environment: Readonly<Record<string, string>> = {},
  log: Logger = pino({ level: "silent" }),
): Promise<RunningApp> {
  const revisions = await followRevisions(database);
  const leaving = new AbortController();
  const config = readConfig(environment);
  const app = createApp({ config, database, revisions, log, leaving: leaving.signal });
  const server = createHttpServer(app).listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  return {
    app,
    url: `http://127.0.0.1:${port}`,
    async stop() {
      leaving.abort(new Error("The test is over"));
      server.closeAllConnections();
      server.close();
      await once(server, "close");
      await revisions.close();
    },
  };
}
