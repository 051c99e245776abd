import { execFile, execFileSync, spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { cp, readFile, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { join } from "node:path";
import { promisify } from "node:util";
import { prepared, removeFolder, temporaryFolder } from "./prepared.ts";
import { postgres } from "./programs.ts";

const run = promisify(execFile);
const USER = "mutu";

/** Nothing here must outlive the run, so nothing waits for a disk. */
const SETTINGS = {
  listen_addresses: "127.0.0.1",
  unix_socket_directories: "",
  fsync: "off",
  synchronous_commit: "off",
  full_page_writes: "off",
  max_connections: "200",
};

export type Cluster = { url(database: string): string; stop(): Promise<void> };

/** PostgreSQL refuses to run as root; root hands it to the account that Debian's package makes. */
function asAccount(): { cwd: string; uid?: number; gid?: number } {
  if (process.getuid?.() !== 0) return { cwd: "/" };
  const idOf = (option: string) => Number(execFileSync("id", [option, "postgres"], { encoding: "utf8" }));
  return { cwd: "/", uid: idOf("-u"), gid: idOf("-g") };
}

function program(name: string): string {
  const folder = postgres();
  if (!folder)
    throw new Error("No PostgreSQL 15 or newer with PostGIS is installed: `npm test` says how to get it.");
  return join(folder, name);
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, "127.0.0.1");
  await once(probe, "listening");
  const address = probe.address();
  probe.close();
  if (address === null || typeof address === "string") throw new Error("No free port");
  return address.port;
}

/** Stops the server when our end of the pipe closes, however this process ends. */
function keeper(folder: string): () => Promise<void> {
  const script = 'cat >/dev/null; "$1" -D "$2" -m fast stop';
  const waiting = spawn("sh", ["-c", script, "keeper", program("pg_ctl"), join(folder, "data")], {
    ...asAccount(),
    detached: true,
    stdio: ["pipe", "ignore", "ignore"],
  });
  return async () => {
    waiting.stdin.end();
    if (waiting.exitCode === null) await once(waiting, "exit");
  };
}

async function giveToAccount(folder: string) {
  const { uid, gid } = asAccount();
  if (uid !== undefined) await run("chown", ["-R", `${uid}:${gid}`, folder]);
}

async function start(folder: string): Promise<Cluster> {
  const port = await freePort();
  const password = await readFile(join(folder, "password"), "utf8");
  const settings = Object.entries({ ...SETTINGS, port }).map(([name, value]) => `-c ${name}='${value}'`);
  const stop = keeper(folder);
  const options = [
    "-D",
    join(folder, "data"),
    "-l",
    join(folder, "log"),
    "-o",
    settings.join(" "),
    "-w",
    "start",
  ];
  const starting = spawn(program("pg_ctl"), options, { ...asAccount(), stdio: "ignore" });
  const [code] = await once(starting, "exit");
  if (code !== 0) {
    await stop();
    throw new Error(`PostgreSQL did not start:\n${await readFile(join(folder, "log"), "utf8")}`);
  }
  return { url: (database) => `postgres://${USER}:${password}@127.0.0.1:${port}/${database}`, stop };
}

async function initialise(folder: string) {
  await writeFile(join(folder, "password"), randomBytes(18).toString("hex"), { mode: 0o600 });
  await giveToAccount(folder);
  // Another order of texts than the embedded database has: 阿 before 中, both before a, a before B, hyphens overlooked. Nothing may depend on it.
  const locale = [
    "-E",
    "UTF8",
    "--locale=C.UTF-8",
    "--locale-provider=icu",
    "--icu-locale=zh-CN-u-ka-shifted",
  ];
  const access = ["-U", USER, "-A", "scram-sha-256", "--pwfile", join(folder, "password")];
  await run(program("initdb"), ["--no-sync", ...locale, ...access, "-D", join(folder, "data")], asAccount());
}

/** A private PostgreSQL on a free port of this machine only, holding what `fill` put into it; kept under `purpose` for the next time. */
export async function startCluster(
  purpose: string,
  fill: (cluster: Cluster) => Promise<void>,
): Promise<Cluster> {
  const version = execFileSync(program("postgres"), ["--version"], { encoding: "utf8" });
  const kept = await prepared(`${purpose}-${/\d+/.exec(version)?.[0]}`, async (folder) => {
    await initialise(folder);
    const cluster = await start(folder);
    await fill(cluster).finally(cluster.stop);
  });
  const folder = await temporaryFolder();
  await cp(kept, folder, { recursive: true });
  await giveToAccount(folder);
  const cluster = await start(folder);
  return { url: cluster.url, stop: () => cluster.stop().finally(() => removeFolder(folder)) };
}
