import { randomBytes } from "node:crypto";
import { mkdir, open, readdir, readFile, rename, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import type { Ask } from "../asking.ts";
import { notFound } from "../http/problem.ts";
import type { Received } from "./receiving.ts";

/**
 * Where attached files lie: in the database, or in a folder under the fingerprint of their content. In a folder a file is whole
 * and on the disk before its row is stored, so that a row never names what is not there.
 */
export type Shelf = {
  /** What the row keeps of it: the bytes, or null where the folder has them. */
  keep(file: Received): Promise<Buffer | null>;
  /** What a row without bytes stands for. */
  read(sha256: string): Promise<Buffer>;
  /** Takes away what a process that was killed left behind. */
  sweep(ask: Ask): Promise<void>;
};

export const createShelf = (folder: string | null): Shelf =>
  folder === null ? inDatabase : inFolder(folder);

/** The row stands, so this is for whoever keeps the server. */
const missing = (why: string) =>
  notFound(`The content of this file is not there: ${why}.`, {
    zh: "附件内容缺失，请联系系统管理员检查附件文件夹（MUTU_FILES）。",
  });

const inDatabase: Shelf = {
  keep: async ({ bytes }) => bytes,
  read: async () => {
    throw missing("MUTU_FILES does not say in which folder it lies");
  },
  sweep: async () => {},
};

const ARRIVING = /^\.arriving-/;
const FINGERPRINT = /^[0-9a-f]{64}$/;
/** What is younger may be another server's, which is just about to name it in a row. */
const LEFT_BEHIND_MS = 10 * 60_000;

function inFolder(folder: string): Shelf {
  async function flush(path: string, bytes?: Buffer) {
    const file = await open(path, bytes ? "wx" : "r", 0o600);
    try {
      if (bytes) await file.writeFile(bytes);
      await file.sync();
    } finally {
      await file.close();
    }
  }

  async function isLeftBehind(path: string): Promise<boolean> {
    const found = await stat(path).catch(() => null);
    return found !== null && Date.now() - found.mtimeMs > LEFT_BEHIND_MS;
  }

  return {
    async keep({ bytes, sha256 }) {
      await mkdir(folder, { recursive: true, mode: 0o700 });
      const arriving = join(folder, `.arriving-${randomBytes(12).toString("hex")}`);
      try {
        await flush(arriving, bytes);
        await rename(arriving, join(folder, sha256));
      } catch (error) {
        await rm(arriving, { force: true });
        throw error;
      }
      await flush(folder);
      return null;
    },
    read: (sha256) =>
      readFile(join(folder, sha256)).catch(() => {
        throw missing("the folder that MUTU_FILES names does not have it");
      }),
    async sweep(ask) {
      const names = await readdir(folder).catch(() => []);
      const wholes = names.filter((name) => FINGERPRINT.test(name));
      const rows = await ask<{ sha256: string }>(
        "select distinct sha256 from case_file where sha256 = any(?::text[])",
        [wholes],
      );
      const named = new Set(rows.map(({ sha256 }) => sha256));
      for (const name of names) {
        const left = ARRIVING.test(name) || (FINGERPRINT.test(name) && !named.has(name));
        if (left && (await isLeftBehind(join(folder, name)))) await rm(join(folder, name), { force: true });
      }
    },
  };
}
