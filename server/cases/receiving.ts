import { createHash } from "node:crypto";
import type { Request } from "express";
import { clientGone } from "../http/gone.ts";
import { createGate } from "../http/limits.ts";
import { invalidBody, tooLarge } from "../http/problem.ts";

/** The bytes of a file as they arrive, up to a limit. */

const MOST_BYTES = 20 * 1024 * 1024;
/** Each is in memory until it is stored; who comes later is not read before it has its turn. */
const MOST_AT_ONCE = 8;
/** Whoever sends nothing for so long holds up the others. */
const STALLED_MS = 20_000;

export type Received = { bytes: Buffer; sha256: string };

const arriving = createGate(MOST_AT_ONCE);

const large = () => tooLarge("A file may have 20 MB at most.", { zh: "文件不能超过 20 MB。" });

export async function receiveFile(request: Request, signal: AbortSignal): Promise<Received> {
  if (Number(request.get("Content-Length") ?? 0) > MOST_BYTES) throw large();
  return arriving(async () => {
    request.setTimeout(STALLED_MS);
    try {
      return await gather(request);
    } catch (error) {
      throw request.destroyed && !request.complete ? clientGone() : error;
    } finally {
      request.setTimeout(0);
    }
  }, signal);
}

async function gather(request: Request): Promise<Received> {
  const [parts, digest] = [[] as Buffer[], createHash("sha256")];
  let length = 0;
  // Who sends too much is still to be answered, so the connection stays.
  for await (const part of request.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
    length += part.length;
    if (length > MOST_BYTES) throw large();
    parts.push(part);
    digest.update(part);
  }
  if (length === 0)
    throw invalidBody("The body is empty: send the bytes of the file.", {
      zh: "文件为空，请选择文件后上传。",
    });
  return { bytes: Buffer.concat(parts), sha256: digest.digest("hex") };
}
