import { VectorTile } from "@mapbox/vector-tile";
import { PbfReader } from "pbf";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { LETTERS } from "../../domain/rating/columns.ts";
import type { Layer } from "../../server/catalog/layer.ts";
import { LAYERS } from "../../server/catalog.ts";
import { prepared } from "../../server/db/abortable.ts";
import { encodeTile, type PlacedRow } from "../../server/tiles/encode.ts";
import { type TileAddress, tileAt } from "../../server/tiles/grid.ts";
import { cellsOf, labelsOf, partsOf } from "../../server/tiles/parts.ts";
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

type Seen = { id: number | undefined; properties: Record<string, unknown>; box: number[]; area: number };

const areaOf = (ring: { x: number; y: number }[]) =>
  ring.reduce((sum, { x, y }, i) => sum + (x * ring.at(i - 1)!.y - y * ring.at(i - 1)!.x) / 2, 0);

/** Features by their number; sums, which have none, by the parcel that stands for them. */
function decode(bytes: Uint8Array, layer: string): Map<string, Seen> {
  const decoded = new VectorTile(new PbfReader(bytes)).layers[layer];
  const seen = new Map<string, Seen>();
  for (let i = 0; i < (decoded?.length ?? 0); i++) {
    const feature = decoded!.feature(i);
    const rings = feature.loadGeometry();
    const points = rings.flat();
    const xs = points.map(({ x }) => x);
    const ys = points.map(({ y }) => y);
    const box = [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)];
    const area = Math.abs(rings.reduce((sum, ring) => sum + areaOf(ring), 0));
    const { id, properties } = feature;
    seen.set(String(id ?? properties.parcel_code), { id, properties, box, area });
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
  const { signal } = new AbortController();
  const rowsOf = async <R extends object>(query: TileQuery) =>
    prepared<R>(await sharedDatabase(), query, signal);

  async function oursOf(layer: Layer, address: TileAddress): Promise<Buffer> {
    const parts: Record<string, PlacedRow[]> = {};
    for (const query of placedFeatures(layer, address)) parts[query.part] = await rowsOf<PlacedRow>(query);
    return encodeTile(parts);
  }

  const cases = LAYERS.flatMap((layer) =>
    [layer.zoom.min, 9, 12, layer.zoom.max]
      .filter((z, i, all) => z >= layer.zoom.min && z <= layer.zoom.max && all.indexOf(z) === i)
      .map((z) => [layer.id, z, layer] as const),
  );

  /** Slivers that the grid squeezes below a sixteenth of a pixel may be left out by one and kept by the other. */
  const visible = (tile: Map<string, Seen>, geometry: string) =>
    [...tile].filter(([, { area }]) => geometry === "point" || area >= 4).map(([name]) => name);

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
      const own = await oursOf(layer, address);
      for (const { name, geometry } of partsOf(layer, z)) {
        const [ours, theirs] = [decode(own, name), decode(native!.tile, name)];
        if (dx === 0 && dy === 0 && name === id) expect(theirs.size).toBeGreaterThan(0);
        const either = new Set([...visible(ours, geometry), ...visible(theirs, geometry)]);
        for (const feature of either) {
          const [one, other] = [ours.get(feature), theirs.get(feature)];
          expect(one?.properties).toEqual(other?.properties);
          // Where an edge is cut at the buffer, rounding before or after the cut moves the end by a fraction of a pixel.
          for (const [i, side] of one!.box.entries())
            expect(Math.abs(side - other!.box[i]!)).toBeLessThanOrEqual(4);
        }
      }
    }
  });
});

const layerNamed = (name: string) => LAYERS.find(({ id }) => id === name)!;

/** What tiles around a place hold of a layer in them; each thing once, however many tiles it reaches into. */
async function around(place: [number, number], z: number, layer: string, part: string) {
  const middle = tileAt(...place, z);
  const found: Map<string, Seen>[] = [];
  for (const dy of [-1, 0, 1])
    for (const dx of [-1, 0, 1]) {
      const response = await ask(`${layer}/tiles/WebMercatorQuad/${z}/${middle.y + dy}/${middle.x + dx}`);
      if (response.status === 200) found.push(decode(new Uint8Array(await response.arrayBuffer()), part));
    }
  return found;
}

test.each([8, 9, 10])("tiles of zoom %i show all parcels, one by one or summed", async (z) => {
  const parcels = layerNamed("parcels");
  const { features, numberMatched } = await (await ask("parcels/items?limit=10000")).json();
  const place = await somewhere("parcels");
  const codes = (tile: Map<string, Seen>) =>
    [...tile.values()].map(({ properties }) => properties.parcel_code);
  const single = new Set((await around(place, z, "parcels", "parcels")).flatMap(codes));
  const sums = (await around(place, z, "parcels", cellsOf(parcels))).flatMap((tile) => [...tile.values()]);
  const total = (name: string) =>
    sums.reduce((sum, { properties }) => sum + Number(properties[name] ?? 0), 0);
  expect(single.size + total("parcels")).toBe(numberMatched);
  const summed = features.filter(({ id }: Feature) => !single.has(id));
  expect(summed.length).toBe(total("parcels"));
  const land = (grade: string) =>
    summed
      .filter(({ properties }: Feature) => properties.grade === grade)
      .reduce((sum: number, { properties }: Feature) => sum + properties.area_m2, 0);
  for (const grade of LETTERS)
    expect(Math.abs(total(`area_${grade.toLowerCase()}_m2`) - land(grade))).toBeLessThan(sums.length);
});
type Feature = { id: string; properties: { grade: string | null; area_m2: number } };

test("every candidate and every group has one point for its label", async () => {
  for (const id of ["idle-candidates", "scattered-groups"]) {
    const layer = layerNamed(id);
    const place = await somewhere(id);
    const z = layer.labelsFromZoom!;
    const [shapes, labels] = [await around(place, z, id, id), await around(place, z, id, labelsOf(layer))];
    const labelled = labels.flatMap((tile) => [...tile.keys()]);
    expect(labelled.length).toBe(new Set(labelled).size);
    const { features } = await (await ask(`${id}/items?limit=1&bbox=-180,-90,180,90`)).json();
    const code = features[0].id;
    const all = new Set(
      shapes.flatMap((tile) => [...tile.values()].map(({ properties }) => properties[layer.code])),
    );
    expect(all).toContain(code);
    expect(
      labels.flatMap((tile) => [...tile.values()].map(({ properties }) => properties[layer.code])),
    ).toContain(code);
  }
});
