import { execFile } from "node:child_process";
import { mkdtemp, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { relation } from "../server/catalog/relation.ts";
import { LAYERS } from "../server/catalog.ts";
import { measureEach, secondsSince } from "./beside-copy.ts";
import type { Table } from "./main.ts";
import { startServer } from "./served.ts";

/**
 * All parcels as files, from a server and from ogr2ogr, which reads the same columns from the same database: bytes a second, the first
 * byte, and how much the server's memory grows. BENCH_SCALES says of how many cities, 1 being the demonstration's.
 */

const run = promisify(execFile);

export const FORMATS = [
  { f: "geojson", driver: "GeoJSON", options: ["-lco", "COORDINATE_PRECISION=7"] },
  { f: "csv", driver: "CSV", options: ["-lco", "GEOMETRY=AS_WKT"] },
  { f: "fgb", driver: "FlatGeobuf", options: ["-lco", "SPATIAL_INDEX=NO"] },
  { f: "gpkg", driver: "GPKG", options: ["-lco", "SPATIAL_INDEX=NO"] },
  { f: "geojsonseq" },
  { f: "shp" },
  { f: "xlsx" },
] as const;
type Measured = (typeof FORMATS)[number];

const scales = () => (process.env.BENCH_SCALES ?? "1").split(",").map(Number);

/** What the published layer reads, for a program that reads tables. */
function query(): string {
  const layer = LAYERS.find(({ id }) => id === "parcels")!;
  const columns = layer.columns.map(({ sql, name, type }) =>
    type === "number" ? `(${sql})::float8 as ${name}` : `${sql} as ${name}`,
  );
  return `select ${layer.geom}, ${columns.join(", ")} from ${relation(layer, layer.columns)} order by ${layer.key}`;
}

/** In MiB; what the system counts, for memory outside the heap counts, too. */
async function memoryOf(pid: number): Promise<number> {
  const { stdout } = await run("ps", ["-o", "rss=", "-p", String(pid)]);
  return Number(stdout) / 1024;
}

export async function ours(address: string, pid: number, { f }: Measured) {
  const before = await memoryOf(pid);
  let most = before;
  const look = setInterval(async () => {
    most = Math.max(most, await memoryOf(pid));
  }, 500);
  const began = performance.now();
  // As it is on the disk, which is how the other program writes it: a client that says nothing is sent texts compressed.
  const headers = { "accept-encoding": "identity" };
  const answer = await fetch(`${address}/ogc/collections/parcels/items?f=${f}`, { headers });
  let first = 0;
  let bytes = 0;
  for await (const part of answer.body ?? []) {
    first ||= secondsSince(began);
    bytes += part.length;
  }
  clearInterval(look);
  return { first, bytes, seconds: secondsSince(began), growth: most - before };
}

async function theirs(
  url: string,
  folder: string,
  { f, driver, options }: Extract<Measured, { driver: string }>,
) {
  const file = join(folder, `parcels.${f}`);
  const { hostname, port, username, password, pathname } = new URL(url);
  const source = `PG:host=${hostname} port=${port} user=${username} password=${password} dbname=${pathname.slice(1)}`;
  const began = performance.now();
  await run("ogr2ogr", ["-f", driver, ...options, "-nln", "parcels", "-sql", query(), file, source]);
  const seconds = secondsSince(began);
  const { size } = await stat(file);
  await rm(file);
  return { bytes: size, seconds };
}

const rate = ({ bytes, seconds }: { bytes: number; seconds: number }) => bytes / seconds / 1e6;
const figure = (value: number) => value.toFixed(1);

async function measure(url: string, scale: number, folder: string): Promise<string[][]> {
  const { server, address } = await startServer({ DATABASE_URL: url, MUTU_DATA: folder });
  const rows: string[][] = [];
  try {
    await fetch(`${address}/ogc/collections/parcels`);
    // Once for all: what compiles and what is read from the disk for the first time belongs to none of them.
    await (await fetch(`${address}/ogc/collections/parcels/items?f=geojsonseq&limit=5000`)).arrayBuffer();
    for (const format of FORMATS) {
      const own = await ours(address, server.pid!, format);
      const other = "driver" in format ? await theirs(url, folder, format) : undefined;
      rows.push([
        `${scale}`,
        format.f,
        figure(own.bytes / 1e6),
        figure(own.first * 1000),
        figure(own.seconds),
        figure(rate(own)),
        other ? figure(other.seconds) : "",
        other ? figure(rate(other)) : "",
        other ? `${(rate(own) / rate(other)).toFixed(2)}×` : "",
        figure(own.growth),
      ]);
      console.error(rows.at(-1)?.join("  "));
    }
  } finally {
    server.kill();
  }
  return rows;
}

export async function exports(): Promise<Table> {
  const folder = await mkdtemp(join(tmpdir(), "mutu-bench-"));
  const rows = await measureEach(scales(), (_database, url, scale) => measure(url, scale, folder)).finally(
    () => rm(folder, { recursive: true, force: true }),
  );
  return {
    title: "All parcels as files, beside ogr2ogr from the same database",
    columns: [
      "cities",
      "format",
      "MB",
      "first byte, ms",
      "s",
      "MB/s",
      "ogr2ogr, s",
      "ogr2ogr, MB/s",
      "ratio",
      "memory growth, MiB",
    ],
    rows: rows.flat(),
  };
}
