import { createHash } from "node:crypto";
import type { Request } from "express";
import { clientGone } from "../http/gone.ts";
import { busy, invalidBody, tooLarge } from "../http/problem.ts";

/** The bytes of a file as they arrive, up to a limit. */

const MOST_BYTES = 20 * 1024 * 1024;
/** Each is in memory until it is stored. */
const MOST_AT_ONCE = 8;

export type Received = { bytes: Buffer; sha256: string };

let arriving = 0;

const large = () => tooLarge("A file may have 20 MB at most.", { zh: "文件不能超过 20 MB。" });

export async function receiveFile(request: Request): Promise<Received> {
  if (Number(request.get("Content-Length") ?? 0) > MOST_BYTES) throw large();
  if (arriving >= MOST_AT_ONCE) throw busy("Too many files are arriving. Try again in a moment.");
  arriving++;
  try {
    return await gather(request);
  } catch (error) {
    throw request.destroyed && !request.complete ? clientGone() : error;
  } finally {
    arriving--;
  }
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
