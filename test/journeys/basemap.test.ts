import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, expect, test } from "vitest";
import { launchBrowser, openMap } from "./support/browser.ts";
import { startMutu } from "./support/mutu.ts";

/** A bureau puts its own ground under the map: tiles come from there, and from nowhere else. */

const PIXEL = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==",
  "base64",
);

let ground: Server;
let asked: string[] = [];

beforeAll(async () => {
  ground = createServer((request, response) => {
    asked.push(request.url ?? "");
    response.writeHead(200, { "content-type": "image/png", "access-control-allow-origin": "*" }).end(PIXEL);
  });
  await new Promise<void>((listening) => ground.listen(0, "127.0.0.1", listening));
});

afterAll(() => {
  ground.close();
});

test("a raster ground is asked for its tiles and the page allows no other stranger", async () => {
  const origin = `http://127.0.0.1:${(ground.address() as AddressInfo).port}`;
  const [mutu, browser] = await Promise.all([
    startMutu({ MUTU_BASEMAP: `${origin}/tiles?z={z}&row={y}&column={x}` }),
    launchBrowser(),
  ]);
  asked = [];
  const map = await openMap(browser, mutu);
  await expect.poll(() => asked.length, { timeout: 20_000 }).toBeGreaterThan(0);
  expect(asked.every((path) => /^\/tiles\?z=\d+&row=\d+&column=\d+$/.test(path))).toBe(true);
  expect(map.complaints.filter((complaint) => !complaint.includes(origin))).toEqual([]);
  expect(map.complaints.every((complaint) => complaint.startsWith("asked another origin"))).toBe(true);
  await browser.close();
  await mutu.stop();
});

test("a style's tiles come from wherever its sources say", async () => {
  const hosts = [createServer(), createServer()];
  const [style, tiles] = await Promise.all(
    hosts.map(async (host) => {
      await new Promise<void>((listening) => host.listen(0, "127.0.0.1", listening));
      return `http://127.0.0.1:${(host.address() as AddressInfo).port}`;
    }),
  );
  const drawn: string[] = [];
  const open = { "content-type": "application/json", "access-control-allow-origin": "*" };
  hosts[0]!.on("request", (_request, response) => {
    const sources = { water: { type: "vector", url: `${tiles}/water.json` } };
    const layers = [{ id: "water", type: "fill", source: "water", "source-layer": "water" }];
    response.writeHead(200, open).end(JSON.stringify({ version: 8, sources, layers }));
  });
  hosts[1]!.on("request", (request, response) => {
    if (request.url?.endsWith(".pbf")) {
      drawn.push(request.url);
      response.writeHead(204, open).end();
    } else
      response
        .writeHead(200, open)
        .end(JSON.stringify({ tilejson: "3.0.0", tiles: [`${tiles}/{z}/{x}/{y}.pbf`] }));
  });
  const [mutu, browser] = await Promise.all([
    startMutu({ MUTU_BASEMAP: `${style}/style.json` }),
    launchBrowser(),
  ]);
  const map = await openMap(browser, mutu);
  await expect.poll(() => drawn.length, { timeout: 20_000 }).toBeGreaterThan(0);
  expect(map.complaints.filter((complaint) => !complaint.startsWith("asked another origin"))).toEqual([]);
  await browser.close();
  await mutu.stop();
  for (const host of hosts) host.close();
});
