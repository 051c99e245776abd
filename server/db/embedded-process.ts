import { randomBytes } from "node:crypto";
import { chmodSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PGlite } from "@electric-sql/pglite";
import { pg_trgm } from "@electric-sql/pglite/contrib/pg_trgm";
import { postgis } from "@electric-sql/pglite-postgis";
import { Refusal } from "../refusal.ts";
import { openBridge } from "./embedded/bridge.ts";
import { lockDirectory } from "./embedded/directory-lock.ts";
import { durableStart, writeThrough } from "./embedded/durability.ts";
import { listSymbolsOnce } from "./embedded/symbols.ts";

/**
 * The process of the embedded database. It lives and ends with the server that forked it: when the channel to the
 * server closes, however that came about, it writes everything down and leaves.
 */
export type Address = { host: string; port: number; password?: string };
export type Report =
  | { state: "ready"; address: Address }
  | { state: "refused"; message: string }
  | { state: "alive" };

const HEARTBEAT_MS = 1000;
const SOCKET_PORT = 5432;
/** What fits into the address of a Unix socket on every system. */
const LONGEST_SOCKET_PATH = 100;

/** A server that is gone hears nothing any more; the closed channel is what tells us so. */
const tell = (report: Report) => process.connected && process.send?.(report, undefined, undefined, () => {});

// A Ctrl+C reaches every process of the terminal; the server decides when this one goes.
process.on("SIGINT", () => {});
process.on("SIGTERM", () => {});

try {
  await run(process.argv[2]!);
} catch (error) {
  if (!(error instanceof Refusal)) throw error;
  tell({ state: "refused", message: error.message });
  process.disconnect();
}

async function run(dataDirectory: string): Promise<void> {
  const directory = join(dataDirectory, "embedded");
  makePrivate(directory);
  await lockDirectory(directory);
  listSymbolsOnce();
  const engine = await PGlite.create({
    dataDir: join(directory, "cluster"),
    extensions: { postgis, pg_trgm },
    startParams: durableStart,
  });
  writeThrough(engine);
  const { address, close } = await listen(engine, directory);
  process.on("disconnect", async () => {
    close();
    await engine.close();
    process.exit(0);
  });
  if (!process.connected) process.emit("disconnect");
  tell({ state: "ready", address });
  // A statement keeps this process from anything else. So a heart that does not beat is how the server knows of it.
  setInterval(() => tell({ state: "alive" }), HEARTBEAT_MS);
}

function makePrivate(directory: string): void {
  try {
    mkdirSync(directory, { recursive: true, mode: 0o700 });
    chmodSync(directory, 0o700);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new Refusal(
      `The data folder ${directory} cannot be written (${code}). Set MUTU_DATA to one that can.`,
    );
  }
}

/** A socket that only this user can reach; on Windows, which has none, a loopback port behind a random password. */
async function listen(engine: PGlite, directory: string): Promise<{ address: Address; close(): void }> {
  if (process.platform === "win32") {
    const password = randomBytes(24).toString("base64url");
    const server = await openBridge(engine, { host: "127.0.0.1", port: 0 }, password);
    const { port } = server.address() as AddressInfo;
    return { address: { host: "127.0.0.1", port, password }, close: () => server.close() };
  }
  const name = `.s.PGSQL.${SOCKET_PORT}`;
  const fits = Buffer.byteLength(join(directory, name)) <= LONGEST_SOCKET_PATH;
  const host = fits ? directory : mkdtempSync(join(tmpdir(), "mutu-"));
  rmSync(join(host, name), { force: true });
  const server = await openBridge(engine, { path: join(host, name) }, null);
  const close = () => {
    server.close();
    if (!fits) rmSync(host, { recursive: true, force: true });
  };
  return { address: { host, port: SOCKET_PORT }, close };
}
