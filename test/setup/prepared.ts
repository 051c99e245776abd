import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { cp, mkdir, mkdtemp, readdir, rename, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";

const root = join(import.meta.dirname, "../..");
const cache = join(root, "node_modules/.cache/mutu-test");
const A_DAY = 24 * 60 * 60 * 1000;

/** What a prepared database depends on: the same sources make the same bytes. */
const SOURCES = [
  "server/db",
  "server/ratings",
  "server/screening",
  "server/data-revision.ts",
  "seeds",
  "domain",
  "data",
  "package-lock.json",
  "test/setup/cluster.ts",
  "test/setup/fill.ts",
];

/** A new folder of our own under the system's temporary folder; the name stays short because a socket path may have only 107 bytes. */
export const temporaryFolder = () => mkdtemp(join(tmpdir(), "mutu-"));

export const removeFolder = (folder: string) =>
  rm(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });

function filesOf(source: string): string[] {
  const path = join(root, source);
  if (!statSync(path).isDirectory()) return [path];
  const entries = readdirSync(path, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
}

function fingerprint(kind: string): string {
  const hash = createHash("sha256").update(kind);
  for (const file of SOURCES.flatMap(filesOf).sort())
    hash.update(relative(root, file)).update(readFileSync(file));
  return hash.digest("hex").slice(0, 16);
}

async function forgetOld() {
  for (const name of await readdir(cache)) {
    const { mtimeMs } = await stat(join(cache, name));
    if (Date.now() - mtimeMs > A_DAY) await removeFolder(join(cache, name));
  }
}

/**
 * A folder that took long to fill, filled only once for the same sources. `fill` gets an empty temporary folder; what it
 * leaves there is kept, and appears in one step, so that runs beside each other never see half of it.
 */
export async function prepared(kind: string, fill: (folder: string) => Promise<void>): Promise<string> {
  const kept = join(cache, `${kind}-${fingerprint(kind)}`);
  if (existsSync(kept)) return kept;
  const working = await temporaryFolder();
  const arriving = `${kept}.${process.pid}`;
  try {
    await mkdir(cache, { recursive: true });
    await forgetOld();
    await fill(working);
    await cp(working, arriving, { recursive: true });
    if (!existsSync(kept)) await rename(arriving, kept);
    return kept;
  } finally {
    await removeFolder(working);
    await removeFolder(arriving);
  }
}
