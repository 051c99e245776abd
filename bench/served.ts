import { type ChildProcess, spawn } from "node:child_process";
import { join } from "node:path";

const root = join(import.meta.dirname, "..");

/** The program as a user starts it, on the database that the environment names. */
export async function startServer(
  environment: Record<string, string>,
): Promise<{ server: ChildProcess; address: string }> {
  const server = spawn(process.execPath, ["--import", "tsx", "server/main.ts"], {
    cwd: root,
    env: { ...process.env, PORT: "0", LOG_LEVEL: "silent", ...environment },
    stdio: ["ignore", "pipe", "ignore"],
  });
  let said = "";
  for await (const piece of server.stdout ?? []) {
    said += piece;
    const address = /亩图 Mutu\s+(http:\/\/\S+)/.exec(said)?.[1];
    if (address) return { server, address };
  }
  throw new Error(`The server ended before it was ready. It said:\n${said}`);
}
