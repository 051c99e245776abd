import { once } from "node:events";
import { mkdir, writeFile } from "node:fs/promises";
import { createServer, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import express from "express";
import { afterEach, expect, test, vi } from "vitest";
import { client } from "../../server/http/static.ts";
import { createGround } from "../../server/map/ground.ts";
import { startApp } from "../setup/app.ts";
import { sharedDatabase } from "../setup/database.ts";
import { captureLog } from "../setup/log.ts";
import { removeFolder, temporaryFolder } from "../setup/prepared.ts";

const ends: (() => void)[] = [];
afterEach(() => {
  vi.useRealTimers();
  for (const end of ends.splice(0)) end();
});

async function serve(listener: RequestListener): Promise<string> {
  const server = createServer(listener).listen(0, "127.0.0.1");
  await once(server, "listening");
  ends.push(() => {
    server.closeAllConnections();
    server.close();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

const json =
  (documents: Record<string, unknown>): RequestListener =>
  (request, response) => {
    const document = documents[request.url ?? ""];
    response.writeHead(document ? 200 : 404, { "content-type": "application/json" });
    response.end(JSON.stringify(document ?? {}));
  };

const policyOf = async (url: string) => (await fetch(url)).headers.get("Content-Security-Policy") ?? "";

test("the page may ask every host that the style of the base map names, and those behind its sources", async () => {
  const sources = await serve(
    json({
      "/streets.json": { tiles: ["https://{s}.tiles.example/{z}/{x}/{y}.pbf", "more/{z}/{x}/{y}.pbf"] },
    }),
  );
  const styles = await serve(
    json({
      "/style.json?key=secret": {
        version: 8,
        glyphs: "https://glyphs.example/{fontstack}/{range}.pbf",
        sprite: [{ id: "signs", url: "https://signs.example/sprite" }],
        sources: {
          streets: { type: "vector", url: `${sources}/streets.json` },
          photos: { type: "raster", tiles: ["https://photos.example:8443/{z}/{x}/{y}.jpg"] },
          lines: { type: "geojson", data: "https://lines.example/all.json" },
          inline: { type: "geojson", data: { type: "FeatureCollection", features: [] } },
          gone: { type: "raster", url: `${sources}/gone.json` },
          near: { type: "raster", tiles: ["tiles/{z}/{x}/{y}.png"] },
          picture: { type: "image", url: "data:image/png;base64,AAAA" },
        },
        layers: [],
      },
    }),
  );
  const { log, failures } = captureLog();
  const app = await startApp(
    await sharedDatabase(),
    { MUTU_BASEMAP: `${styles}/style.json?key=secret` },
    log,
  );
  const policy = await policyOf(app.url);
  const connect = /connect-src ([^;]*)/.exec(policy)?.[1]?.split(" ");
  expect(connect?.sort()).toEqual(
    [
      "'self'",
      styles,
      sources,
      "https://*.tiles.example",
      "https://glyphs.example",
      "https://signs.example",
      "https://photos.example:8443",
      "https://lines.example",
    ].sort(),
  );
  expect(failures().map(({ msg }) => msg)).toEqual([
    expect.stringContaining(`from ${new URL(sources).host} could not be read (HTTP 404)`),
  ]);
  await app.stop();
});

test.each([
  ["is missing", json({}), "HTTP 404"],
  [
    "is no style",
    json({ "/style.json?key=secret": { type: "FeatureCollection" } }),
    "not what MapLibre expects",
  ],
  ["never comes", () => {}, "timeout"],
] as const)(
  "a style that %s costs the page nothing but the map's ground",
  async (_what, listener, reason) => {
    const host = await serve(listener);
    const { log, failures } = captureLog();
    const app = await startApp(
      await sharedDatabase(),
      { MUTU_BASEMAP: `${host}/style.json?key=secret` },
      log,
    );
    expect(await policyOf(app.url)).toContain(`connect-src 'self' ${host};`);
    const [line] = failures();
    expect(line?.msg).toContain(reason);
    expect(JSON.stringify(line)).not.toContain("secret");
    await app.stop();
  },
);

test("a style that failed is read again a little later", async () => {
  vi.useFakeTimers({ toFake: ["Date"] });
  let answer = json({});
  const host = await serve((request, response) => answer(request, response));
  const ground = createGround(`${host}/style.json`, captureLog().log);
  expect(await ground()).toEqual([host]);
  answer = json({ "/style.json": { sources: {}, glyphs: "https://glyphs.example/{range}.pbf" } });
  vi.setSystemTime(Date.now() + 61_000);
  await vi.waitFor(async () => expect(await ground()).toEqual([host, "https://glyphs.example"]));
});

test("browsers keep the files of the client, but not the policy of the map's worker", async () => {
  const folder = await temporaryFolder();
  await mkdir(join(folder, "assets"));
  for (const name of ["index-a1.js", "maplibre-gl-worker-b2.js"])
    await writeFile(join(folder, "assets", name), "");
  const url = await serve(express().use(client(folder)));
  const keeping = async (name: string) => (await fetch(`${url}/assets/${name}`)).headers.get("Cache-Control");
  expect(await keeping("index-a1.js")).toContain("immutable");
  expect(await keeping("maplibre-gl-worker-b2.js")).toBe("no-cache");
  await removeFolder(folder);
});
