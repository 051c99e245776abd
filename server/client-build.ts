import { spawn } from "node:child_process";
import { once } from "node:events";
import { readdir, rename, rm, stat, utimes } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { Refusal } from "./refusal.ts";

const ROOT = dirname(import.meta.dirname);
const BUILT = join(ROOT, "dist/client");
const SOURCES = ["client", "domain", "package-lock.json", "vite.config.ts"].map((name) => join(ROOT, name));

/** Builds the client where it is missing or older than its sources, in a process of its own. */
export async function buildClient(progress: (line: string) => void): Promise<void> {
  const startedAt = new Date();
  if (!(await isStale())) return;
  progress("Building the map for the browser");
  // Built aside and moved into place, so that a build cut short is never taken for a finished one.
  const aside = `${BUILT}-${process.pid}`;
  try {
    await runVite(aside);
    await utimes(join(aside, "index.html"), startedAt, startedAt);
    await rm(BUILT, { recursive: true, force: true });
    await rename(aside, BUILT);
  } finally {
    await rm(aside, { recursive: true, force: true });
  }
  progress("The map for the browser is built");
}

async function isStale(): Promise<boolean> {
  const built = await modifiedAt(join(BUILT, "index.html"));
  const changes = await Promise.all(SOURCES.map(newestChange));
  return built < Math.max(...changes);
}

async function newestChange(path: string): Promise<number> {
  const below = await readdir(path, { withFileTypes: true, recursive: true }).catch(() => []);
  const times = below.map((entry) => modifiedAt(join(entry.parentPath, entry.name)));
  return Math.max(await modifiedAt(path), ...(await Promise.all(times)));
}

const modifiedAt = async (path: string): Promise<number> =>
  (await stat(path).catch(() => null))?.mtimeMs ?? 0;

async function runVite(outDir: string): Promise<void> {
  const vite = join(dirname(createRequire(import.meta.url).resolve("vite/package.json")), "bin/vite.js");
  const build = spawn(process.execPath, [vite, "build", "--outDir", outDir, "--logLevel", "warn"], {
    cwd: ROOT,
    stdio: ["ignore", "pipe", "pipe"],
    env: { ...process.env, NODE_ENV: "production" },
  });
  const stop = () => build.kill();
  process.once("exit", stop);
  let output = "";
  const keep = (text: Buffer) => {
    output = (output + text).slice(-4000);
  };
  build.stdout.on("data", keep);
  build.stderr.on("data", keep);
  const [code] = await once(build, "close");
  process.off("exit", stop);
  if (code !== 0) throw new Refusal(`The map for the browser could not be built:\n${output.trim()}`);
}
