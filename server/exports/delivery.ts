import { setTimeout as pause } from "node:timers/promises";
import type { Request, Response } from "express";
import { beyondEnd } from "../http/problem.ts";
import { streamed } from "../http/streamed.ts";
import { contents, type Growing } from "./growing.ts";

/** A file on its way to a client: from its beginning while it is still being written, or parts of it when it is whole. */

/** By then the answer begins, whether there is something of the file or not. */
const PATIENCE_MS = 150;

const NOTHING = Buffer.alloc(0);

/** Whether it is sent while it grows, and whether programs read it where it is, in the parts that they need. */
type Manner = Readonly<{ grows: boolean; inParts: boolean }>;

export async function deliver(
  file: Growing,
  { grows, inParts }: Manner,
  request: Request,
  response: Response,
  signal: AbortSignal,
): Promise<void> {
  if (request.method === "HEAD") return told(file, inParts, response, signal);
  const wanted = request.get("Range");
  // Of a file that is still growing nobody knows where a part of it lies.
  if (wanted !== undefined) await whole(file, signal);
  const range = wanted === undefined ? undefined : rangeOf(file, request, response);
  if (range === "beyond") throw noSuchPart(file);
  if (range) return sendPart(file, range, response, signal);
  await streamed(response, begun(file, grows, signal), signal, () => {
    if (file.state === "whole") response.set("Content-Length", String(file.size));
    response.flushHeaders();
  });
}

async function whole(file: Growing, signal: AbortSignal) {
  while (file.state !== "whole") await file.news(signal);
}

/** What is worth waiting for, but not long. */
async function soon(ready: (signal: AbortSignal) => Promise<void>, signal: AbortSignal): Promise<void> {
  const over = new AbortController();
  const either = AbortSignal.any([signal, over.signal]);
  const both = [pause(PATIENCE_MS, undefined, { signal: either }), ready(either)];
  try {
    await Promise.race(both);
  } finally {
    over.abort();
    for (const loser of both) loser.catch(() => {});
  }
}

/**
 * How long it is, where that is known soon: nobody makes a file to tell its length. But of what is read in parts, such as a FlatGeobuf
 * or a GeoPackage, GDAL asks for it first, and gives up without; the parts that it takes next need the whole file anyway.
 */
async function told(file: Growing, inParts: boolean, response: Response, signal: AbortSignal): Promise<void> {
  if (inParts) await whole(file, signal);
  else await soon((either) => whole(file, either), signal);
  if (file.state === "whole") response.set("Content-Length", String(file.size));
  response.end();
}

/** The first part comes when there is one, or empty when that takes long. */
async function* begun(file: Growing, grows: boolean, signal: AbortSignal): AsyncGenerator<Buffer> {
  const first = grows ? file.size > 0 : file.state === "whole";
  if (!first) {
    await soon((either) => (grows ? file.news(either) : whole(file, either)), signal);
    yield NOTHING;
  }
  if (!grows) await whole(file, signal);
  yield* contents(file, signal);
}

const noSuchPart = ({ size }: Growing) =>
  beyondEnd(`The file ends at byte ${size}.`, { headers: { "Content-Range": `bytes */${size}` } });

type Part = { start: number; end: number };

function rangeOf({ size }: Growing, request: Request, response: Response): Part | "beyond" | undefined {
  const condition = request.get("If-Range");
  // A weak tag says that the meaning is the same, and of bytes nothing.
  if (condition !== undefined && (condition.startsWith("W/") || condition !== response.get("ETag")))
    return undefined;
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
