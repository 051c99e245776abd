import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { readConfig } from "../../../server/config.ts";
import { openDatabase } from "../../../server/db/connect.ts";
import type { Contents } from "../../setup/fill.ts";
import { freshPlace, type Place } from "../../setup/place.ts";
import { type Writer, writerOn } from "../../setup/writer.ts";

export type Mutu = {
  url: string;
  /** An administrator; null where the database was empty. */
  writer: Writer | null;
  stop(): Promise<void>;
};

const root = join(import.meta.dirname, "../../..");
/** The last line of a start is the name and the address, and nothing else. */
const ADDRESS = /^亩图 Mutu\s+(http:\/\/\S+)$/m;
const READY_WITHIN_MS = 150_000;

/** Resolves with the address once the server prints it; until then everything it said is kept for the error. */
function printedAddress(server: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = "";
    const give = (up: string) => reject(new Error(`${up} It said:\n${said}`));
    const patience = setTimeout(() => give("The server did not get ready in time."), READY_WITHIN_MS);
    const listen = (piece: Buffer) => {
      said += piece;
      const url = ADDRESS.exec(said)?.[1];
      if (!url) return;
      clearTimeout(patience);
      resolve(url.replace(/\/$/, ""));
    };
    server.stdout?.on("data", listen);
    server.stderr?.on("data", listen);
    server.once("exit", (code) => {
      clearTimeout(patience);
      give(`The server ended with ${code}.`);
    });
  });
}

async function writerAt({ environment }: Place): Promise<Writer> {
  const { knex, close } = await openDatabase(readConfig(environment));
  return writerOn(knex).finally(close);
}

/** The real program, started as a user starts it, on a database of its own. */
export async function startMutu(
  environment: Record<string, string> = {},
  contents: Contents = "demonstration",
): Promise<Mutu> {
  const place = await freshPlace(contents);
  const writer = contents === "nothing" ? null : await writerAt(place);
  const server = spawn(process.execPath, ["--import", "tsx", "server/main.ts"], {
    cwd: root,
    env: { ...process.env, NODE_ENV: "production", PORT: "0", ...place.environment, ...environment },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const stop = async () => {
    if (server.exitCode === null && server.signalCode === null) {
      const ended = once(server, "exit");
      server.kill("SIGTERM");
      await ended;
    }
    await place.remove();
  };
  try {
    return { url: await printedAddress(server), writer, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}
