import { createHash } from "node:crypto";
import { mkdtemp, open, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gunzipSync, gzipSync } from "node:zlib";
import { PMTiles, type Source, zxyToTileId } from "pmtiles";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { LayerFacts } from "../../server/catalog/facts.ts";
import { createFacts } from "../../server/catalog/facts.ts";
import { LAYERS } from "../../server/catalog.ts";
import { followRevisions } from "../../server/db/revisions.ts";
import { buildArchive } from "../../server/tiles/archive/build.ts";
import { tileNumber } from "../../server/tiles/archive/directory.ts";
import { ArchiveWriter } from "../../server/tiles/archive/writer.ts";
import { tileMaker } from "../../server/tiles/make.ts";
import { sharedDatabase } from "../setup/database.ts";

/** Archives of tiles, read with the reader of those who invented the format. */

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "mutu-"));
});
afterAll(() => rm(folder, { recursive: true }));

/** As a browser reads it by ranges; it tells how often it was asked. */
async function reading(path: string) {
  const file = await open(path);
  let asked = 0;
  const source: Source = {
    getKey: () => path,
    async getBytes(offset, length) {
      asked++;
      const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, offset);
      return { data: new Uint8Array(buffer.subarray(0, bytesRead)).buffer };
    },
  };
  return { archive: new PMTiles(source), asked: () => asked, close: () => file.close() };
}

test("tiles are numbered as the format says", () => {
  for (const [z, x, y] of [
    [0, 0, 0],
    [1, 0, 0],
    [1, 0, 1],
    [1, 1, 1],
    [1, 1, 0],
    [8, 201, 104],
    [16, 51_743, 26_885],
  ] as const)
    expect(tileNumber({ z, x, y })).toBe(zxyToTileId(z, x, y));
});

const hashed = (text: string) => createHash("sha256").update(text).digest("hex");

test("an archive too large for one directory is found through others, and what is alike is kept once", async () => {
  const out = join(folder, "many.pmtiles");
  const writer = await ArchiveWriter.begin(out);
  const z = 8;
  const all = Array.from({ length: 4 ** z }, (_, i) => ({ z, x: i % 2 ** z, y: Math.floor(i / 2 ** z) }))
    .filter(({ x, y }) => (x * 7 + y * 13) % 5 < 4)
    .sort((a, b) => tileNumber(a) - tileNumber(b));
  const bytesOf = ({ x, y }: { x: number; y: number }) =>
    gzipSync(x % 9 === 0 ? "sea" : hashed(`${x} ${y}`).slice(0, 5 + ((x * 31 + y * 17) % 55)));
  const tiles = all.map((address) => ({ address, bytes: bytesOf(address) }));
  for (const { address, bytes } of tiles) await writer.add(address, bytes);
  await writer.finish({ bounds: [103, 30, 105, 31], zooms: [z, z], metadata: { name: "many" } });
  const { archive, close } = await reading(out);
  const header = await archive.getHeader();
  expect(header.numAddressedTiles).toBe(all.length);
  expect(header.numTileContents).toBe(new Set(tiles.map(({ bytes }) => bytes.toString("hex"))).size);
  expect(header.leafDirectoryLength).toBeGreaterThan(0);
  for (const { address, bytes } of tiles.filter((_, i) => i % 97 === 0)) {
    const tile = await archive.getZxy(z, address.x, address.y);
    expect(Buffer.from(tile!.data).toString()).toBe(gunzipSync(bytes).toString());
  }
  expect(await archive.getZxy(z, 2, 0)).toBeUndefined();
  await close();
  expect(await readdir(folder)).toEqual(["many.pmtiles"]);
});

test("the archive of a layer holds what the server answers, and says what it is", async () => {
  const database = await sharedDatabase();
  const revisions = await followRevisions(database);
  const factsOf = createFacts(database.knex, revisions);
  const layers: { layer: (typeof LAYERS)[number]; facts: LayerFacts }[] = [];
  for (const name of ["parks", "idle-candidates"]) {
    const layer = LAYERS.find(({ id }) => id === name)!;
    const zoom = { min: layer.zoom.min, max: 10 };
    layers.push({ layer: { ...layer, zoom }, facts: await factsOf(layer) });
  }
  await revisions.close();
  const { signal } = new AbortController();
  const make = tileMaker(database);
  const out = join(folder, "city.pmtiles");
  const about = { name: "亩图 Mutu", synthetic: true };
  const { tiles } = await buildArchive({ out, layers, about, make, signal, progress: () => {} });
  const { archive, asked, close } = await reading(out);
  const header = await archive.getHeader();
  expect(header.numAddressedTiles).toBe(tiles);
  expect([header.minZoom, header.maxZoom, header.tileType]).toEqual([5, 10, 1]);
  expect(await archive.getMetadata()).toMatchObject({
    ...about,
    vector_layers: [{ id: "parks" }, { id: "idle-candidates" }, { id: "idle-candidates-labels" }],
  });
  let compared = 0;
  for (let x = 800; x < 812; x++)
    for (let y = 416; y < 424; y++) {
      const tile = await archive.getZxy(10, x, y);
      const parts = [];
      for (const { layer } of layers) parts.push(await make(layer, { z: 10, x, y }, signal));
      const expected = Buffer.concat(parts);
      expect(Buffer.from(tile ? new Uint8Array(tile.data) : []).equals(expected)).toBe(true);
      if (expected.length > 0) compared++;
    }
  expect(compared).toBeGreaterThan(4);
  // The header with the root, the metadata, and each tile once: no directory is fetched beside.
  expect(asked()).toBe(2 + compared);
  await close();
});
