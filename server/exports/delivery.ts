import { setTimeout as pause } from "node:timers/promises";
import type { Request, Response } from "express";
import { streamed } from "../http/streamed.ts";
import { contents, type Growing } from "./growing.ts";

/** A file on its way to a client: from its beginning while it is still being written, or parts of it when it is whole. */

/** By then the answer begins, whether there is something of the file or not. */
const PATIENCE_MS = 150;

const NOTHING = Buffer.alloc(0);

export async function deliver(
  file: Growing,
  grows: boolean,
  request: Request,
  response: Response,
  signal: AbortSignal,
): Promise<void> {
  const wanted = request.get("Range");
  // Of a file that is still growing nobody knows where a part of it lies.
  if (wanted !== undefined || request.method === "HEAD") await whole(file, signal);
  const range = wanted === undefined ? undefined : rangeOf(file, request, response);
  if (range === "beyond") return void response.status(416).set("Content-Range", `bytes */${file.size}`).end();
  if (range) return sendPart(file, range, response, signal);
  await streamed(response, begun(file, grows, signal), signal, () => {
    if (file.state === "whole") response.set("Content-Length", String(file.size));
    response.flushHeaders();
  });
}

async function whole(file: Growing, signal: AbortSignal) {
  while (file.state !== "whole") await file.news(signal);
}

/** The first part comes when there is one, or empty when that takes long. */
async function* begun(file: Growing, grows: boolean, signal: AbortSignal): AsyncGenerator<Buffer> {
  const over = new AbortController();
  const either = AbortSignal.any([signal, over.signal]);
  const first = grows ? file.size > 0 : file.state === "whole";
  if (!first) {
    const waited = pause(PATIENCE_MS, undefined, { signal: either });
    const ready = grows ? file.news(either) : whole(file, either);
    try {
      await Promise.race([waited, ready]);
    } finally {
      over.abort();
      for (const loser of [waited, ready]) loser.catch(() => {});
    }
    yield NOTHING;
  }
  if (!grows) await whole(file, signal);
  yield* contents(file, signal);
}

type Part = { start: number; end: number };

function rangeOf({ size }: Growing, request: Request, response: Response): Part | "beyond" | undefined {
  const condition = request.get("If-Range");
  if (condition !== undefined && condition !== response.get("ETag")) return undefined;
  const ranges = request.range(size);
  if (ranges === -1) return "beyond";
  if (ranges === undefined || ranges === -2 || ranges.type !== "bytes" || ranges.length !== 1)
    return undefined;
  return ranges[0];
}

async function sendPart(file: Growing, { start, end }: Part, response: Response, signal: AbortSignal) {
  response.status(206).set({
    // Compressed on the way, it would be a part of something else.
    "Cache-Control": "no-cache, no-transform",
    "Content-Range": `bytes ${start}-${end}/${file.size}`,
    "Content-Length": String(end - start + 1),
  });
  await streamed(response, contents(file, signal, start, end + 1), signal);
}
