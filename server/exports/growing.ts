import { EventEmitter, once } from "node:events";
import { type FileHandle, open, statfs } from "node:fs/promises";
import { dirname } from "node:path";
import { busy } from "../http/problem.ts";
import type { Chunk } from "./format.ts";

/** A file that may be read while it is still being written. */
export type Growing = {
  readonly path: string;
  readonly size: number;
  readonly state: "growing" | "whole" | "failed";
  /** Comes back when there is more of it, or it is whole; throws when it failed. */
  news(signal: AbortSignal): Promise<void>;
};

export type Grower = Growing & {
  write(chunks: AsyncGenerator<Chunk>): Promise<void>;
  patch(position: number, bytes: Uint8Array): void;
  /** Puts an end to it, good or bad. */
  end(error?: unknown): void;
};

/** Enough for the disk to be worth asking, and little enough to be seen at once. */
const PIECE = 256 * 1024;
/** So much of the disk is left to the database, which stops without it. */
const LEFT_FREE = 1024 ** 3;
const LOOK_EVERY = 64 * 1024 ** 2;

export function growing(path: string): Grower {
  const changed = new EventEmitter().setMaxListeners(0);
  const patches: [number, Uint8Array][] = [];
  let size = 0;
  let state: Growing["state"] = "growing";
  let failure: unknown;

  async function append(file: FileHandle, chunks: Uint8Array[], length: number) {
    if (Math.floor((size + length) / LOOK_EVERY) !== Math.floor(size / LOOK_EVERY))
      await requireSpace(dirname(path));
    const { bytesWritten } = await file.writev(chunks, size);
    // What a full disk has no room for is left out without a word.
    if (bytesWritten < length) throw noRoom();
    size += length;
    changed.emit("news");
  }

  return {
    path,
    get size() {
      return size;
    },
    get state() {
      return state;
    },
    async news(signal) {
      if (state === "growing") await once(changed, "news", { signal });
      if (state === "failed") throw failure;
    },
    async write(chunks) {
      await requireSpace(dirname(path));
      const file = await open(path, "wx", 0o600);
      try {
        let waiting: Uint8Array[] = [];
        let length = 0;
        for await (const chunk of chunks) {
          const bytes = typeof chunk === "string" ? Buffer.from(chunk) : chunk;
          waiting.push(bytes);
          length += bytes.length;
          // What comes first is sent at once.
          if (length < PIECE && size > 0) continue;
          await append(file, waiting, length);
          waiting = [];
          length = 0;
        }
        if (length > 0) await append(file, waiting, length);
        for (const [position, bytes] of patches) await file.write(bytes, 0, bytes.length, position);
      } finally {
        await file.close();
      }
    },
    patch(position, bytes) {
      patches.push([position, bytes]);
    },
    end(error) {
      if (state !== "growing") return;
      state = error === undefined ? "whole" : "failed";
      failure = error;
      changed.emit("news");
    },
  };
}

async function requireSpace(folder: string) {
  const { bavail, bsize } = await statfs(folder);
  if (bavail * bsize < LEFT_FREE) throw noRoom();
}

const noRoom = () =>
  busy("The disk has no room for the file. Ask for less, or later.", {
    zh: "磁盘空间不足，无法生成文件。请缩小范围，或稍后再试。",
  });

/** What is there already, and then whatever is added, until the file is whole; or a part of a whole file. */
export async function* contents(
  file: Growing,
  signal: AbortSignal,
  from = 0,
  to = Infinity,
): AsyncGenerator<Buffer> {
  const handle = await whenThere(file, signal);
  try {
    let at = from;
    for (;;) {
      const { state } = file;
      while (at < Math.min(file.size, to)) {
        const length = Math.min(PIECE, file.size - at, to - at);
        const { bytesRead, buffer } = await handle.read(Buffer.allocUnsafe(length), 0, length, at);
        at += bytesRead;
        yield buffer.subarray(0, bytesRead);
      }
      if (state === "whole") return;
      await file.news(signal);
    }
  } finally {
    await handle.close();
  }
}

async function whenThere(file: Growing, signal: AbortSignal): Promise<FileHandle> {
  while (file.size === 0 && file.state !== "whole") await file.news(signal);
  return open(file.path, "r");
}
