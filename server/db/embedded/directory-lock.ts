import { spawnSync } from "node:child_process";
import { openSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { Refusal } from "../../refusal.ts";

/**
 * Two engines on one folder destroy it. The lock is one that the operating system gives back when its holder ends, in
 * whatever way: no file left by a crash can be mistaken for a holder, and no reused process number either.
 */
export async function lockDirectory(directory: string): Promise<void> {
  const lock = join(directory, "lock");
  const card = join(directory, "holder.json");
  // An engine whose server was killed takes a moment to write everything down and leave.
  for (let patience = 50; !tryLock(lock); patience--) {
    const holder = readCard(card);
    if (patience === 0 || (holder && isAlive(holder.pid))) throw inUse(directory, holder);
    await pause(200);
  }
  writeFileSync(card, JSON.stringify({ pid: process.ppid, since: new Date().toISOString() }));
}

/** The flags that open a file for one process only: on Windows as libuv names it, elsewhere as BSD and macOS do. */
const EXCLUSIVE_ON_WINDOWS = 0x1000_0002;
const EXCLUSIVE_ON_BSD = 0x0226;

/** The file is never closed: the lock lasts as long as the process. */
function tryLock(path: string): boolean {
  if (process.platform === "linux") return flock(openSync(path, "a"));
  try {
    if (process.platform === "win32") {
      writeFileSync(path, "", { flag: "a" });
      openSync(path, EXCLUSIVE_ON_WINDOWS);
    } else {
      openSync(path, EXCLUSIVE_ON_BSD, 0o600);
    }
    return true;
  } catch (error) {
    if (["EAGAIN", "EBUSY", "EPERM"].includes((error as NodeJS.ErrnoException).code ?? "")) return false;
    throw error;
  }
}

/** Node cannot call flock(2), but its lock sits on the open file, which a child can lock for us. */
function flock(file: number): boolean {
  const { status, error, stderr } = spawnSync("flock", ["-x", "-n", "3"], {
    stdio: ["ignore", "ignore", "pipe", file],
    encoding: "utf8",
  });
  if (error)
    throw new Refusal(
      "The embedded database needs the program flock (package util-linux) to lock its folder.",
    );
  if (status !== 0 && stderr.trim()) throw new Refusal(`The data folder cannot be locked: ${stderr.trim()}`);
  return status === 0;
}

type Holder = { pid: number; since: string };

function readCard(path: string): Holder | null {
  try {
    return JSON.parse(readFileSync(path, "utf8"));
  } catch {
    return null;
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}

function inUse(directory: string, holder: Holder | null): Refusal {
  const who = holder ? ` (process ${holder.pid}, since ${holder.since})` : "";
  return new Refusal(
    `The embedded database in ${directory} is in use by another Mutu${who}. ` +
      "Stop that one first, or give this one a folder of its own with MUTU_DATA.",
  );
}
