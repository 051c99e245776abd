import { mkdirSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { rm } from "node:fs/promises";
import { join } from "node:path";
import { type Grower, type Growing, growing } from "./growing.ts";

/**
 * Files that were asked for, in a folder of this process. Whoever asks for one that is being written, or was lately, reads
 * the same file; one that nobody waits for any more is given up. So a slow reader holds a file and not the database, and
 * a download that broke goes on where it ended.
 */
export type Work = (file: Grower, scratch: () => string, signal: AbortSignal) => Promise<void>;

type Entry = { file: Grower; readers: number; controller: AbortController; asked: number };

/** Whole files are kept up to so many bytes; what was not asked for longest goes first. */
const KEPT = 2 * 1024 ** 3;

export function createShelf(folder: string, leaving: AbortSignal, kept = KEPT) {
  const entries = new Map<string, Entry>();
  let own: string | undefined;
  let made = 0;
  let clock = 0;

  leaving.addEventListener("abort", () => {
    if (own) rmSync(own, { recursive: true, force: true });
  });

  const place = () => {
    own ??= folderOfOurs(folder);
    return join(own, String(++made));
  };
  const remove = (path: string) => rm(path, { force: true });

  function begin(name: string, work: Work): Entry {
    const entry: Entry = { file: growing(place()), readers: 0, controller: new AbortController(), asked: 0 };
    entries.set(name, entry);
    void make(entry, work).then((error) => {
      entry.file.end(error);
      if (error !== undefined && entries.get(name) === entry) entries.delete(name);
      if (entry.readers === 0) settle(name, entry);
    });
    return entry;
  }

  /** What went wrong, if anything did. */
  async function make({ file, controller }: Entry, work: Work): Promise<unknown> {
    const scratches: string[] = [];
    const scratch = () => {
      const path = place();
      scratches.push(path);
      return path;
    };
    try {
      await work(file, scratch, AbortSignal.any([controller.signal, leaving]));
      return undefined;
    } catch (error) {
      return error ?? new Error("The file was given up");
    } finally {
      await Promise.all(scratches.map(remove));
    }
  }

  /** After its last reader has gone. What was given up may have become whole all the same, and nobody finds it any more. */
  function settle(name: string, entry: Entry) {
    const { file, controller } = entry;
    if (file.state === "growing") {
      entries.delete(name);
      controller.abort(new Error("Nobody waits for the file"));
    } else if (entries.get(name) === entry) tidy();
    else void remove(file.path);
  }

  function tidy() {
    const whole = [...entries].filter(([, { file }]) => file.state === "whole");
    let bytes = whole.reduce((sum, [, { file }]) => sum + file.size, 0);
    const idle = whole.filter(([, { readers }]) => readers === 0);
    for (const [name, { file }] of idle.sort(([, a], [, b]) => a.asked - b.asked)) {
      if (bytes <= kept) return;
      bytes -= file.size;
      entries.delete(name);
      void remove(file.path);
    }
  }

  /** The file of this name, made by `work` where it isn't there, for as long as `use` takes. */
  return async function lend<T>(name: string, work: Work, use: (file: Growing) => Promise<T>): Promise<T> {
    const entry = entries.get(name) ?? begin(name, work);
    entry.readers++;
    entry.asked = ++clock;
    return use(entry.file).finally(() => {
      entry.readers--;
      if (entry.readers === 0) settle(name, entry);
    });
  };
}

const isAlive = (pid: number) => {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
};

/** A folder of this process alone; those that others left behind when they were killed go. */
function folderOfOurs(folder: string): string {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  for (const name of readdirSync(folder)) {
    const pid = Number(/^of-(\d+)-/.exec(name)?.[1]);
    if (pid && !isAlive(pid)) rmSync(join(folder, name), { recursive: true, force: true });
  }
  return mkdtempSync(join(folder, `of-${process.pid}-`));
}
