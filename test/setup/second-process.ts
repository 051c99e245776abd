import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";

/** The application in a process of its own, beside the test's: so that it can be killed, or know only what the database tells it. */

const module = (path: string) => JSON.stringify(new URL(`../../${path}`, import.meta.url).href);

const PROGRAM = `
  const { openDatabase } = await import(${module("server/db/connect.ts")});
  const { readConfig } = await import(${module("server/config.ts")});
  const { startApp } = await import(${module("test/setup/app.ts")});
  const app = await startApp(await openDatabase(readConfig()), { MUTU_FILES: process.env.MUTU_FILES ?? "" });
  console.log(app.url);`;

export type SecondProcess = Readonly<{ url: string; server: ChildProcess; kill(): Promise<void> }>;

export async function startProcess(environment: Readonly<Record<string, string>>): Promise<SecondProcess> {
  const server = spawn(process.execPath, ["--import", "tsx", "--input-type=module", "-e", PROGRAM], {
    env: { ...process.env, ...environment },
    stdio: ["ignore", "pipe", "inherit"],
  });
  const [url] = await once(createInterface(server.stdout), "line");
  return {
    url,
    server,
    async kill() {
      if (server.exitCode !== null || server.signalCode !== null) return;
      const gone = once(server, "exit");
      server.kill("SIGKILL");
      await gone;
    },
  };
}
