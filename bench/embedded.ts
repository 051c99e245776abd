import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Knex } from "knex";
import type { TileAddress } from "../server/tiles/grid.ts";
import { type Asked, askAll, perSecond, quantileOf, together } from "./asking.ts";
import { measureEach, middle } from "./beside-copy.ts";
import { FORMATS, ours } from "./exports.ts";
import { featuresPerSecond, firstPage, walk } from "./features.ts";
import type { Table } from "./main.ts";
import { startServer } from "./served.ts";
import { pathOf, sampleOf, ZOOMS } from "./tiles.ts";

/**
 * The embedded database beside PostgreSQL with the same city, each under a server of its own: tiles made anew, pages of features, files.
 * A server keeps what it has made, so each go has a new one; the two take turns.
 */

const GOES = 3;
/** Tiles of zooms between those that are measured: for plans, and for what is compiled on the way. */
const WARMING = [9, 12, 14];
const PAGES = 9;

type Sample = ReadonlyMap<number, readonly TileAddress[]>;
type Go = { tiles: Map<number, Asked>; features: number; files: Map<string, number> };

async function samplesOf(knex: Knex, zooms: readonly number[]): Promise<Sample> {
  const samples = new Map<number, TileAddress[]>();
  for (const z of zooms) samples.set(z, await sampleOf(knex, z));
  return samples;
}

async function go(environment: Record<string, string>, warming: Sample, measured: Sample): Promise<Go> {
  const { server, address } = await startServer(environment);
  const addressesOf = (tiles: readonly TileAddress[]) => tiles.map((tile) => address + pathOf(tile));
  try {
    for (const tiles of warming.values()) await askAll(addressesOf(tiles));
    const tiles = new Map<number, Asked>();
    for (const [z, sample] of measured) tiles.set(z, await askAll(addressesOf(sample)));
    await walk(firstPage(address), 2);
    const features = featuresPerSecond(await walk(firstPage(address), PAGES));
    await (await fetch(`${address}/ogc/collections/parcels/items?f=geojsonseq&limit=5000`)).arrayBuffer();
    const files = new Map<string, number>();
    for (const format of FORMATS) {
      const { bytes, seconds } = await ours(address, server.pid!, format);
      files.set(format.f, bytes / seconds / 1e6);
    }
    return { tiles, features, files };
  } finally {
    server.kill("SIGTERM");
    await once(server, "exit");
  }
}

const figure = (value: number) => value.toFixed(1);
const many = (value: number) => Math.round(value).toLocaleString("en");
const row = (what: string, embedded: number, postgres: number, told = figure) => [
  what,
  told(embedded),
  told(postgres),
  `${(embedded / postgres).toFixed(2)}×`,
];

function rowsOf(embedded: readonly Go[], postgres: readonly Go[]): string[][] {
  const rows: string[][] = [];
  for (const z of ZOOMS) {
    const asked = (goes: readonly Go[]) => together(goes.flatMap(({ tiles }) => tiles.get(z) ?? []));
    const [inside, outside] = [asked(embedded), asked(postgres)];
    rows.push(row(`tiles at z${z}, uncached, a second`, perSecond(inside), perSecond(outside), many));
    const halfway = (all: Asked) => quantileOf(all.times, 0.5);
    rows.push(row(`a tile at z${z}, p50, ms`, halfway(inside), halfway(outside)));
  }
  const halfway = (goes: readonly Go[], of: (go: Go) => number) => middle(goes.map(of));
  const features = (go: Go) => go.features;
  rows.push(
    row("pages of 1,000, features a second", halfway(embedded, features), halfway(postgres, features), many),
  );
  for (const { f } of FORMATS) {
    const speed = (go: Go) => go.files.get(f) ?? 0;
    rows.push(row(`file as ${f}, MB a second`, halfway(embedded, speed), halfway(postgres, speed)));
  }
  return rows;
}

async function measure(knex: Knex, url: string, folder: string): Promise<string[][]> {
  const inside = { DATABASE_URL: "", MUTU_DATA: join(folder, "embedded") };
  // Made and filled here: that is what `bench -- start` measures.
  const first = await startServer(inside);
  first.server.kill("SIGTERM");
  await once(first.server, "exit");
  const warming = await samplesOf(knex, WARMING);
  const measured = await samplesOf(knex, ZOOMS);
  const goes: { embedded: Go[]; postgres: Go[] } = { embedded: [], postgres: [] };
  for (let number = 1; number <= GOES; number++) {
    await rm(join(folder, "embedded", "exports"), { recursive: true, force: true });
    goes.embedded.push(await go(inside, warming, measured));
    const outside = { DATABASE_URL: url, MUTU_DATA: join(folder, `postgres-${number}`) };
    goes.postgres.push(await go(outside, warming, measured));
    console.error(`${number} of ${GOES} goes`);
  }
  return rowsOf(goes.embedded, goes.postgres);
}

export async function embedded(): Promise<Table> {
  const folder = await mkdtemp(join(tmpdir(), "mutu-bench-"));
  const [rows = []] = await measureEach([1], ({ knex }, url) => measure(knex, url, folder)).finally(() =>
    rm(folder, { recursive: true, force: true }),
  );
  return {
    title: "The embedded database beside PostgreSQL, ten thousand parcels",
    columns: ["what", "embedded", "PostgreSQL", "embedded / PostgreSQL"],
    rows,
  };
}
