import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { fileURLToPath, pathToFileURL } from "node:url";
import { Refusal } from "../refusal.ts";
import type { Address, Report } from "./embedded-process.ts";

/** The embedded database as the server sees it: a process of its own, which is started again when it ends. */
export type Embedded = {
  /** Where to connect; waits while the process starts. */
  address(): Promise<Address>;
  isCurrent(address: Address): boolean;
  limitStatements(seconds: number): void;
  close(): Promise<void>;
};

const PROGRAM = fileURLToPath(new URL("./embedded-process.ts", import.meta.url));
const LOADER = pathToFileURL(createRequire(import.meta.url).resolve("tsx")).href;
const HEARTBEAT_MS = 1000;
const LONGEST_FAREWELL_MS = 5000;
const LONGEST_PAUSE_MS = 30_000;

type Running = { child: ChildProcess; address: Address };

/** Whether nothing was ever kept there: creating a database takes its process some seconds. */
export const isYetToBeCreated = (dataDirectory: string): boolean =>
  !existsSync(join(dataDirectory, "embedded", "cluster"));

export async function startEmbedded(
  dataDirectory: string,
  report: (line: string) => void,
): Promise<Embedded> {
  let limit = Number.POSITIVE_INFINITY;
  let closing = false;
  let current: Running | null = null;
  let starting = launch(dataDirectory).then(attend);
  await starting;

  function attend(running: Running): Running {
    current = running;
    const watchdog = watch(running.child);
    running.child.once("exit", (code, signal) => {
      clearInterval(watchdog);
      current = null;
      if (closing) return;
      report(`The embedded database ended (${signal ?? `code ${code}`}) and is started again.`);
      starting = relaunch();
      starting.catch(() => {});
    });
    return running;
  }

  /** Counts its own ticks and not the clock: after the machine has slept, nobody is to blame for the time that passed. */
  function watch(child: ChildProcess) {
    let silentFor = 0;
    child.on("message", () => {
      silentFor = 0;
    });
    return setInterval(() => {
      silentFor += 1;
      if (silentFor <= limit) return;
      report(`A statement ran for more than ${limit} s and was stopped.`);
      child.kill("SIGKILL");
    }, HEARTBEAT_MS).unref();
  }

  async function relaunch(): Promise<Running> {
    for (let wait = 250; !closing; wait = Math.min(2 * wait, LONGEST_PAUSE_MS)) {
      try {
        return attend(await launch(dataDirectory));
      } catch (error) {
        report(`The embedded database does not start: ${(error as Error).message}`);
        await pause(wait);
      }
    }
    throw new Error("The embedded database is closed.");
  }

  return {
    address: async () => (await starting).address,
    isCurrent: (address) => current?.address === address,
    limitStatements(seconds) {
      limit = seconds;
    },
    async close() {
      closing = true;
      const running = await starting.catch(() => null);
      if (running) await dismiss(running.child);
    },
  };
}

async function launch(dataDirectory: string): Promise<Running> {
  const child = fork(PROGRAM, [dataDirectory], {
    execArgv: ["--import", LOADER],
    stdio: ["ignore", "ignore", "inherit", "ipc"],
  });
  const address = await new Promise<Address>((resolve, reject) => {
    child.once("exit", (code, signal) =>
      reject(new Error(`it ended at its start (${signal ?? `code ${code}`})`)),
    );
    child.on("message", (report: Report) => {
      if (report.state === "ready") resolve(report.address);
      if (report.state === "refused") reject(new Refusal(report.message));
    });
  });
  return { child, address };
}

/** Closing the channel asks the process to write everything down and leave. */
async function dismiss(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, "exit");
  const impatience = setTimeout(() => child.kill("SIGKILL"), LONGEST_FAREWELL_MS);
  if (child.connected) child.disconnect();
  await gone;
  clearTimeout(impatience);
}
