import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import type { Table } from "./main.ts";

/** How long a newcomer waits for the map, and how much the browser fetches before it shows, each beside its limit. */

const root = join(import.meta.dirname, "..");
const LATER_STARTS = 3;

/** From the command to the line with the address. */
async function secondsToAddress(server: ChildProcess, since: number): Promise<number> {
  let said = "";
  for await (const piece of server.stdout ?? []) {
    said += piece;
    if (said.includes("亩图 Mutu  http")) return (performance.now() - since) / 1000;
  }
  throw new Error(`The server ended before it was ready. It said:\n${said}`);
}

async function startOnce(data: string): Promise<number> {
  const since = performance.now();
  const server = spawn(process.execPath, ["--import", "tsx", "server/main.ts"], {
    cwd: root,
    env: { ...process.env, PORT: "0", MUTU_DATA: data, LOG_LEVEL: "silent" },
    stdio: ["ignore", "pipe", "ignore"],
  });
  const seconds = await secondsToAddress(server, since);
  server.kill("SIGTERM");
  await once(server, "exit");
  return seconds;
}

/** What the page asks for before the map stands: itself, all that it names (scripts, preloads, styles, icon), and MapLibre's worker. */
function firstLoadBytes(): number {
  const client = join(root, "dist/client");
  const page = readFileSync(join(client, "index.html"), "utf8");
  const named = [...page.matchAll(/(?:src|href)="\/(assets\/[^"]+)"/g)].map(([, path]) => path ?? "");
  const worker = readdirSync(join(client, "assets")).filter((name) => name.startsWith("maplibre-gl-worker-"));
  const files = ["index.html", ...named, ...worker.map((name) => `assets/${name}`)];
  return files.reduce((sum, path) => sum + gzipSync(readFileSync(join(client, path))).length, 0);
}

export async function start(): Promise<Table> {
  const data = mkdtempSync(join(tmpdir(), "mutu-bench-"));
  rmSync(join(root, "dist"), { recursive: true, force: true });
  try {
    const first = await startOnce(data);
    const later: number[] = [];
    for (let i = 0; i < LATER_STARTS; i++) later.push(await startOnce(data));
    const median = later.sort((a, b) => a - b)[Math.floor(LATER_STARTS / 2)] ?? 0;
    const installed = Number(
      execFileSync("du", ["-sk", "node_modules"], { cwd: root, encoding: "utf8" }).split("\t")[0],
    );
    const bytes = firstLoadBytes();
    return {
      title: "Start",
      columns: ["what", "measured", "limit", "ratio"],
      rows: [
        [
          "first start, with the client's build and the dataset",
          `${first.toFixed(1)} s`,
          "60 s",
          (first / 60).toFixed(2),
        ],
        ["later start (median of three)", `${median.toFixed(1)} s`, "10 s", (median / 10).toFixed(2)],
        [
          "first load of the client, gzip",
          `${(bytes / 1000).toFixed(0)} KB`,
          "550 KB",
          (bytes / 550_000).toFixed(2),
        ],
        ["node_modules", `${(installed / 1024).toFixed(0)} MiB`, "–", "–"],
      ],
    };
  } finally {
    rmSync(data, { recursive: true, force: true });
  }
}
