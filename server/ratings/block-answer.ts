import { promisify } from "node:util";
import { gunzip } from "node:zlib";
import type { Request, Response } from "express";
import type { Revisions } from "../db/revisions.ts";
import { unchanged } from "../http/caching.ts";
import type { ChosenRun } from "./chosen-runs.ts";
import { COLUMN_TABLES } from "./tables.ts";

/** The answer that a block is: under a tag that is known before the block is made. */

/** Raised when the same data comes out in another form. */
const FORMAT = 1;

const unzip = promisify(gunzip);

export async function sendBlock(
  request: Request,
  response: Response,
  run: ChosenRun,
  revisions: Revisions,
  make: (version: string) => Promise<Buffer>,
): Promise<void> {
  const version = `${run.id}-${revisions.of({ reads: COLUMN_TABLES })}-${FORMAT}`;
  const zipped = request.acceptsEncodings("gzip") !== false;
  response.vary("Accept-Encoding");
  // Compressed and plain blocks are different bytes, so a strong tag must tell them apart.
  if (unchanged(request, response, `"${version}${zipped ? "-gzip" : ""}"`)) return;
  const block = await make(version);
  response.type("application/octet-stream");
  if (zipped) response.set("Content-Encoding", "gzip");
  response.send(zipped ? block : await unzip(block));
}
