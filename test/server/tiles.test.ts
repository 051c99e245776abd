import { VectorTile } from "@mapbox/vector-tile";
import { PbfReader } from "pbf";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { LAYERS } from "../../server/catalog.ts";
import { encodeTile, type PlacedRow } from "../../server/tiles/encode.ts";
import { tileAt } from "../../server/tiles/grid.ts";
import { encodedTile, placedFeatures, type TileQuery } from "../../server/tiles/query.ts";
import { type RunningApp, startApp } from "../setup/app.ts";
import { sharedDatabase } from "../setup/database.ts";
import { databaseKind } from "../setup/place.ts";

let app: RunningApp;

beforeAll(async () => {
  app = await startApp(await sharedDatabase());
});
afterAll(() => app.stop());

const ask = (path: string, headers: Record<string, string> = {}) =>
  fetch(`${app.url}/ogc/collections/${path}`, { headers });
type TileJson = {
  tiles: string[];
  minzoom: number;
  maxzoom: number;
  vector_layers: { fields: Record<string, string> }[];
};
const tileJsonOf = async (id: string): Promise<TileJson> =>
  (await ask(`${id}/tiles/WebMercatorQuad?f=tilejson`)).json();

/** A place where the layer has something: a corner of the first outline, or the first point. */
async function somewhere(layer: string): Promise<[number, number]> {
  const page = await (await ask(`${layer}/items?limit=1&bbox=-180,-90,180,90`)).json();
  const [longitude, latitude] = page.features[0].geometry.coordinates.flat(3);
  return [longitude, latitude];
}

type Seen = { id: number; properties: Record<string, unknown>; box: number[]; area: number };

const areaOf = (ring: { x: number; y: number }[]) =>
  ring.reduce((sum, { x, y }, i) => sum + (x * ring.at(i - 1)!.y - y * ring.at(i - 1)!.x) / 2, 0);

function decode(bytes: Uint8Array, layer: string): Map<number, Seen> {
  const decoded = new VectorTile(new PbfReader(bytes)).layers[layer];
  const seen = new Map<number, Seen>();
  for (let i = 0; i < (decoded?.length ?? 0); i++) {
    const feature = decoded!.feature(i);
    const rings = feature.loadGeometry();
    const points = rings.flat();
    const xs = points.map(({ x }) => x);
    const ys = points.map(({ y }) => y);
    const box = [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)];
    const area = Math.abs(rings.reduce((sum, ring) => sum + areaOf(ring), 0));
    seen.set(feature.id!, { id: feature.id!, properties: feature.properties, box, area });
  }
  return seen;
}

describe.each(LAYERS.map((layer) => [layer.id, layer] as const))("%s", (id, layer) => {
  test("TileJSON leads to a tile that holds what it promises", async () => {
    const { tiles, minzoom, maxzoom, vector_layers } = await tileJsonOf(id);
    expect([minzoom, maxzoom]).toEqual([layer.zoom.min, layer.zoom.max]);
    const z = Math.min(maxzoom, Math.max(minzoom, 11));
    const { y, x } = tileAt(...(await somewhere("parcels")), z);
    const address = tiles[0]!.replace("{z}", `${z}`).replace("{y}", `${y}`).replace("{x}", `${x}`);
    const response = await fetch(address);
    expect(response.status).toBe(200);
    expect(response.headers.get("Content-Type")).toBe("application/vnd.mapbox-vector-tile");
    expect(response.headers.get("Cache-Control")).toBe("public, max-age=31536000, immutable");
    const seen = [...decode(new Uint8Array(await response.arrayBuffer()), id).values()];
    expect(seen.length).toBeGreaterThan(0);
    for (const { properties } of seen) {
      expect(properties[layer.code]).toBeTruthy();
      for (const name of Object.keys(properties)) expect(vector_layers[0]!.fields).toHaveProperty(name);
    }
  });

  test("tile numbers outside the layer are 404, what are no numbers 400", async () => {
    const { min, max } = layer.zoom;
    const statusOf = async (tile: string) => (await ask(`${id}/tiles/WebMercatorQuad/${tile}`)).status;
    expect(await statusOf(`${min - 1}/0/0`)).toBe(404);
    expect(await statusOf(`${max + 1}/0/0`)).toBe(404);
    expect(await statusOf(`${min}/${2 ** min}/0`)).toBe(404);
    expect(await statusOf(`${min}/0/${2 ** min}`)).toBe(404);
    for (const tile of ["a/0/0", `${min}/-1/0`, `${min}/0/1.5`, `${min}/0/1e3`])
      expect(await statusOf(tile), tile).toBe(400);
    expect(await statusOf(`${min}/0/0?colour=red`)).toBe(400);
  });
});

test("where nothing is, the tile is a 204", async () => {
  const response = await ask("parcels/tiles/WebMercatorQuad/12/0/0");
  expect(response.status).toBe(204);
  expect(await response.text()).toBe("");
});

test("what a client has is not sent again, compressed or not", async () => {
  const parcels = LAYERS.find(({ id }) => id === "parcels")!;
  const { y, x } = tileAt(...(await somewhere("parcels")), 11);
  const path = `${parcels.id}/tiles/WebMercatorQuad/11/${y}/${x}`;
  const tags = new Map<string, Uint8Array>();
  for (const encoding of ["gzip", "identity"]) {
    const response = await ask(path, { "Accept-Encoding": encoding });
    expect(response.headers.get("Cache-Control")).toBe("no-cache");
    expect(response.headers.get("Vary")).toContain("Accept-Encoding");
    expect(response.headers.get("Content-Encoding")).toBe(encoding === "gzip" ? "gzip" : null);
    const tag = response.headers.get("ETag")!;
    expect(tag).toMatch(/^"/);
    tags.set(tag, new Uint8Array(await response.arrayBuffer()));
    expect((await ask(path, { "Accept-Encoding": encoding, "If-None-Match": `"old", ${tag}` })).status).toBe(
      304,
    );
  }
  const [zipped, plain] = tags.values();
  expect(tags.size).toBe(2);
  expect(zipped).toEqual(plain);
  expect((await ask(`${path}?rev=1-of-old`)).headers.get("Cache-Control")).toBe("no-cache");
});

test("many clients that want the same tile get it from one query", async () => {
  const other = await startApp(await sharedDatabase());
  const { y, x } = tileAt(...(await somewhere("parcels")), 10);
  const address = `${other.url}/ogc/collections/parcels/tiles/WebMercatorQuad/10/${y}/${x}`;
  const sizes = await Promise.all(
    Array.from({ length: 20 }, async () => (await (await fetch(address)).arrayBuffer()).byteLength),
  );
  const metrics = await (await fetch(`${other.url}/metrics`)).text();
  await other.stop();
  expect(new Set(sizes).size).toBe(1);
  expect(metrics).toContain('mutu_events_total{event="tile_made"} 1');
});

/** On PostgreSQL both ways exist; on the embedded database the second is what every other test here runs on. */
describe.runIf(databaseKind === "postgres")("both encoders give the same tiles", () => {
  async function rowsOf<R>({ sql, values }: TileQuery): Promise<R[]> {
    const { knex } = await sharedDatabase();
    return (await knex.raw<{ rows: R[] }>(sql, values)).rows;
  }

  const cases = LAYERS.flatMap((layer) =>
    [layer.zoom.min, 9, 12, layer.zoom.max]
      .filter((z, i, all) => z >= layer.zoom.min && z <= layer.zoom.max && all.indexOf(z) === i)
      .map((z) => [layer.id, z, layer] as const),
  );

  /** Slivers that the grid squeezes below a sixteenth of a pixel may be left out by one and kept by the other. */
  const visible = (tile: Map<number, Seen>, geometry: string) =>
    [...tile.values()].filter(({ area }) => geometry === "point" || area >= 4).map(({ id }) => id);

  test.each(cases)("%s at zoom %i", async (id, z, layer) => {
    const middle = tileAt(...(await somewhere(id)), z);
    for (const [dx, dy] of [
      [0, 0],
      [1, 0],
      [0, 1],
      [-1, -1],
    ] as const) {
      const address = { z, x: middle.x + dx, y: middle.y + dy };
      const [native] = await rowsOf<{ tile: Buffer }>(encodedTile(layer, address));
      const ours = decode(encodeTile(id, await rowsOf<PlacedRow>(placedFeatures(layer, address))), id);
      const theirs = decode(native!.tile, id);
      if (dx === 0 && dy === 0) expect(theirs.size).toBeGreaterThan(0);
      const either = new Set([...visible(ours, layer.geometry), ...visible(theirs, layer.geometry)]);
      for (const feature of either) {
        const [one, other] = [ours.get(feature), theirs.get(feature)];
        expect(one?.properties).toEqual(other?.properties);
        // Where an edge is cut at the buffer, rounding before or after the cut moves the end by a fraction of a pixel.
        for (const [i, side] of one!.box.entries())
          expect(Math.abs(side - other!.box[i]!)).toBeLessThanOrEqual(4);
      }
    }
  });
});

test("a tile over the whole city shows every parcel there is, as far as a screen can", async () => {
  const parcels = LAYERS.find(({ id }) => id === "parcels")!;
  const { numberMatched } = await (await ask("parcels/items?limit=1")).json();
  const seen = new Set<number>();
  const [longitude, latitude] = await somewhere("parcels");
  const middle = tileAt(longitude, latitude, 9);
  for (const dy of [-1, 0, 1])
    for (const dx of [-1, 0, 1]) {
      const response = await ask(`parcels/tiles/WebMercatorQuad/9/${middle.y + dy}/${middle.x + dx}`);
      if (response.status === 200)
        for (const id of decode(new Uint8Array(await response.arrayBuffer()), parcels.id).keys())
          seen.add(id);
    }
  expect(seen.size / numberMatched).toBeGreaterThan(0.98);
});
