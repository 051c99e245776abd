import { once } from "node:events";
import { setTimeout as pause } from "node:timers/promises";
import { VectorTile } from "@mapbox/vector-tile";
import type { Knex } from "knex";
import { PbfReader } from "pbf";
import { LAYERS } from "../server/catalog.ts";
import { squareOf, type TileAddress, tileAt } from "../server/tiles/grid.ts";
import { type Asked, askAll, perSecond, quantileOf, together, unzipped } from "./asking.ts";
import { measureEach } from "./beside-copy.ts";
import { fromMemory } from "./from-memory.ts";
import { SECONDS, tilesThroughSql } from "./leanest-sql.ts";
import type { Table } from "./main.ts";
import { startMapServer } from "./mapserver.ts";
import { startServer } from "./served.ts";

/**
 * Tiles of parcels: made anew, beside the same SQL through pgbench and beside MapServer; and from the cache, beside Node's bare http.
 * BENCH_SCALES says of how many cities: 12 have a hundred thousand parcels, 113 a million.
 */

export const ZOOMS = [8, 11, 13, 15];
/** Tiles of a zoom. */
const SAMPLE = 60;
/** Each is asked as long as pgbench asks, after some time in which engines find out what they run most. */
const [WARM_SECONDS, MOST_GOES] = [2, 80];
const CACHED_ANSWERS = 16_000;

const scales = () => (process.env.BENCH_SCALES ?? "1").split(",").map(Number);
const parcels = LAYERS.find(({ id }) => id === "parcels")!;

/** Tiles with parcels in them, evenly taken from all there are. */
export async function sampleOf(knex: Knex, z: number): Promise<TileAddress[]> {
  const { rows } = await knex.raw<{ rows: { x: number; y: number }[] }>(
    `select distinct round(ST_X(at)::numeric, 3)::float8 as x, round(ST_Y(at)::numeric, 3)::float8 as y
       from parcel, lateral (select ST_Centroid(ST_Envelope(geom)) as at) as middle`,
  );
  const all = new Map<string, TileAddress>();
  for (const { x, y } of rows) {
    const address = tileAt(x, y, z);
    all.set(`${address.x} ${address.y}`, address);
  }
  const tiles = [...all.values()].sort((a, b) => a.x - b.x || a.y - b.y);
  const step = Math.max(1, tiles.length / SAMPLE);
  return Array.from({ length: Math.min(SAMPLE, tiles.length) }, (_, i) => tiles[Math.floor(i * step)]!);
}

/** Where a server's tile is. */
export const pathOf = ({ z, x, y }: TileAddress) =>
  `/ogc/collections/parcels/tiles/WebMercatorQuad/${z}/${y}/${x}`;

/** All that was made is out of date; the server has heard of it once its tags differ. */
async function outdate(knex: Knex, base: string): Promise<void> {
  const empty = base + pathOf({ z: 16, x: 0, y: 0 });
  const tag = async () => (await fetch(empty)).headers.get("etag");
  const before = await tag();
  await knex("table_revision").where({ table_name: "parcel" }).increment("revision");
  while ((await tag()) === before) await pause(5);
}

/** Goes until there are enough; those at the beginning are for plans, for what is compiled and for what lies on the disk. */
async function often(go: () => Promise<Asked>): Promise<Asked> {
  const goes: Asked[] = [];
  let warm = 0;
  while (warm < WARM_SECONDS) warm += (await go()).seconds;
  for (let asked = 0; asked < SECONDS && goes.length < MOST_GOES; ) {
    const next = await go();
    asked += next.seconds;
    goes.push(next);
  }
  return together(goes);
}

async function uncached(knex: Knex, base: string, addresses: readonly string[]): Promise<Asked> {
  return often(async () => {
    await outdate(knex, base);
    return askAll(addresses);
  });
}

function contentsOf({ bodies }: Asked): { features: number; mean: number; largest: number } {
  let features = 0;
  for (const bytes of bodies.values())
    for (const layer of Object.values(new VectorTile(new PbfReader(unzipped(bytes))).layers))
      features += layer.length;
  const sizes = [...bodies.values()].map(({ length }) => length / 1000);
  const mean = sizes.reduce((sum, size) => sum + size, 0) / sizes.length;
  return { features: features / bodies.size, mean, largest: Math.max(...sizes) };
}

const figure = (value: number, digits = 1) => value.toFixed(digits);
const ratio = (ours: number, theirs: number) => `${(ours / theirs).toFixed(2)}×`;
const many = (value: number) => Math.round(value).toLocaleString("en");
const told = (asked: Asked) => {
  const { features, mean, largest } = contentsOf(asked);
  return `${many(features)} · ${figure(mean)} · ${figure(largest)}`;
};
const timed = (asked: Asked) =>
  `${figure(quantileOf(asked.times, 0.5))} · ${figure(quantileOf(asked.times, 0.95))} · ${many(perSecond(asked))}`;

type Bench = { knex: Knex; url: string; base: string; scale: number };

async function besideMapServer(url: string, tiles: readonly TileAddress[]): Promise<Asked | null> {
  const mapServer = await startMapServer(url, parcels);
  if (!mapServer) return null;
  try {
    const addresses = tiles.map((tile) => mapServer.addressOf(tile));
    return await often(() => askAll(addresses));
  } finally {
    mapServer.stop();
  }
}

async function measureZoom({ knex, url, base, scale }: Bench, z: number): Promise<string[]> {
  const tiles = await sampleOf(knex, z);
  const addresses = tiles.map((tile) => base + pathOf(tile));
  const made = await uncached(knex, base, addresses);
  const sql = await tilesThroughSql(url, parcels, tiles);
  const theirs = await besideMapServer(url, tiles);
  const rounds = Math.ceil(CACHED_ANSWERS / addresses.length);
  const all = Array.from({ length: rounds }, () => addresses).flat();
  await askAll(all.slice(0, CACHED_ANSWERS / 4));
  const kept = await askAll(all);
  const bare = await fromMemory(made.bodies, rounds);
  const row = [
    `${scale}`,
    `${z} (${many(squareOf(tiles[0]!).size / 1000)} km)`,
    `${tiles.length}`,
    told(made),
    timed(made),
    many(sql),
    ratio(perSecond(made), sql),
    theirs ? told(theirs) : "not installed",
    theirs ? timed(theirs) : "",
    theirs ? ratio(perSecond(made), perSecond(theirs)) : "",
    many(perSecond(kept)),
    many(perSecond(bare)),
    ratio(perSecond(kept), perSecond(bare)),
  ];
  console.error(row.join("  "));
  return row;
}

async function measure(knex: Knex, url: string, scale: number): Promise<string[][]> {
  const { server, address } = await startServer({ DATABASE_URL: url });
  const rows: string[][] = [];
  try {
    for (const z of ZOOMS) rows.push(await measureZoom({ knex, url, base: address, scale }, z));
  } finally {
    server.kill("SIGTERM");
    await once(server, "exit");
  }
  return rows;
}

export async function tiles(): Promise<Table> {
  const rows = await measureEach(scales(), ({ knex }, url, scale) => measure(knex, url, scale));
  return {
    title: "Tiles of parcels, beside pgbench, MapServer and Node's bare http",
    columns: [
      "cities",
      "zoom",
      "tiles",
      "features · KB · largest KB, gzip",
      "uncached: p50 ms · p95 ms · tiles/s",
      "pgbench, tiles/s",
      "ratio",
      "MapServer: features · KB · largest KB, plain",
      "p50 ms · p95 ms · tiles/s",
      "ratio",
      "cached, tiles/s",
      "bare http, tiles/s",
      "ratio",
    ],
    rows: rows.flat(),
  };
}
