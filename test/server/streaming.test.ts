import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { get } from "node:http";
import type { AddressInfo } from "node:net";
import { Writable } from "node:stream";
import { setTimeout as pause } from "node:timers/promises";
import { createGunzip } from "node:zlib";
import compression from "compression";
import express, { type Response } from "express";
import { expect, test } from "vitest";
import { writeFeatures } from "../../server/features/answer.ts";
import { clientGone, gone } from "../../server/http/gone.ts";
import { streamed } from "../../server/http/streamed.ts";

const BATCHES = 80;

/** Text that compression can't shrink, so that the stream is full again and again. */
async function* batches() {
  for (let i = 1; i <= BATCHES; i++)
    yield {
      text: Buffer.from(JSON.stringify(randomBytes(100_000).toString("base64"))),
      count: 1,
      next: null,
    };
}

test("a slow client gets a long compressed answer whole, and waiting for it leaves nothing behind", async () => {
  const warnings: string[] = [];
  const warned = ({ name }: Error) => void warnings.push(name);
  process.on("warning", warned);
  const server = express()
    .use(compression())
    .get("/", (_request, response) =>
      writeFeatures(
        response.type("application/geo+json"),
        batches(),
        { numberMatched: BATCHES, links: [] },
        gone(response),
      ),
    )
    .listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  const [response] = await once(
    get({ port, host: "127.0.0.1", headers: { "Accept-Encoding": "gzip" } }),
    "response",
  );
  expect(response.headers["content-encoding"]).toBe("gzip");
  let text = "";
  for await (const part of response.pipe(createGunzip())) {
    text += part;
    if (text.length % 7 === 0) await pause(1);
  }
  server.close();
  process.off("warning", warned);
  const { features, numberReturned } = JSON.parse(text);
  expect([features.length, numberReturned]).toEqual([BATCHES, BATCHES]);
  expect(warnings).toEqual([]);
});

test("what a client leaves with its first part is closed", async () => {
  let closed = false;
  async function* parts() {
    try {
      for (;;) yield "part";
    } finally {
      closed = true;
    }
  }
  const never = new Writable({ highWaterMark: 1, write() {} });
  const client = new AbortController();
  setTimeout(() => client.abort(clientGone()), 20);
  const answer = streamed(never as unknown as Response, parts(), client.signal);
  await expect(answer).rejects.toThrow("The client has gone");
  expect(closed).toBe(true);
});
