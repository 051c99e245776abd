import { execFile, execFileSync } from "node:child_process";
import { mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { FORMAT_NAMES, type FormatName } from "../../domain/open-data.ts";
import type { Column } from "../../server/catalog/layer.ts";
import { LAYERS } from "../../server/catalog.ts";
import { FORMATS } from "../../server/exports/formats.ts";
import { fieldNames } from "../../server/exports/shapefile/dbase.ts";
import { type RunningApp, startApp } from "../setup/app.ts";
import { sharedDatabase } from "../setup/database.ts";
import { databaseKind } from "../setup/place.ts";

const INSPECT = "ogrinfo";

const run = promisify(execFile);

let app: RunningApp;
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "mutu-exports-"));
  app = await startApp(await sharedDatabase(), { MUTU_DATA: folder });
});
afterAll(async () => {
  await app.stop();
  await rm(folder, { recursive: true, force: true });
});

const layerNamed = (id: string) => LAYERS.find((layer) => layer.id === id)!;
const items = (id: string, query: string) => `${app.url}/ogc/collections/${id}/items?${query}`;
const ask = (id: string, query: string, init?: RequestInit) => fetch(items(id, query), init);

type Feature = {
  id?: string;
  geometry: { type: string; coordinates: unknown } | null;
  properties: Record<string, unknown>;
};

async function features(id: string, query: string): Promise<Feature[]> {
  const page = await (await ask(id, `f=json&${query}`)).json();
  return page.features;
}

/** The file of a format, as GDAL opens it. */
async function fileOf(format: FormatName, id: string, query: string): Promise<string> {
  const response = await ask(id, `f=${format}&${query}`);
  expect(response.status, await problemIn(response)).toBe(200);
  expect(response.headers.get("content-type")).toBe(FORMATS[format].type);
  const { extension } = FORMATS[format];
  expect(response.headers.get("content-disposition")).toMatch(
    new RegExp(`filename="?mutu-${id}-r\\d+(-synthetic)?\\.${extension}`),
  );
  const path = join(folder, `${id}-${Math.random().toString(36).slice(2)}.${extension}`);
  await writeFile(path, Buffer.from(await response.arrayBuffer()));
  return format === "shp" ? `/vsizip/${path}/${id}.shp` : path;
}

const problemIn = async (response: Response) => (response.ok ? "" : response.clone().text());

const PRECISE = ["-lco", "COORDINATE_PRECISION=7"];

/** What GDAL reads in a file. */
async function readBack(path: string, id: string, more: readonly string[] = []): Promise<Feature[]> {
  // Beside the features, some have a table of styles, or a sheet about them.
  const layer = /\.(gpkg|xlsx)$/.test(path) ? [id] : [];
  const to = ["-f", "GeoJSON", ...PRECISE, ...more, "/vsistdout/", path, ...layer];
  const { stdout } = await run("ogr2ogr", to, { maxBuffer: 1e8 });
  return JSON.parse(stdout).features;
}

const installed = () => {
  try {
    execFileSync(INSPECT, ["--version"], { stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
};

/** The same value, however a format has to put it. */
function plain(value: unknown, { type }: Column): unknown {
  if (value === null || value === undefined || value === "") return null;
  if (type === "number" || type === "integer") return Number(value);
  if (type === "boolean") return [true, 1, "1", "T", "true", "TRUE"].includes(value as string);
  if (type === "date") return String(value).replaceAll("/", "-").slice(0, 10);
  return Array.isArray(value) ? value.join("; ") || null : String(value);
}

/** Rings begin where a format likes, and run in its direction: their points are the same. */
function points(geometry: Feature["geometry"]): string[] {
  const all: number[] = [
    JSON.stringify(geometry?.coordinates ?? [])
      .match(/-?[\d.]+/g)
      ?.map(Number) ?? [],
  ].flat();
  return Array.from({ length: all.length / 2 }, (_, i) =>
    [all[2 * i]!, all[2 * i + 1]!].map((value) => value.toFixed(6)).join(),
  ).sort();
}

const headingOf = ({ title, unit, name }: Column) =>
  `${title.zh} ${title.en}${unit ? ` (${unit})` : ""}\n${name}`;

/** The name of a column in a format. */
function namesIn(format: FormatName, columns: readonly Column[]): (properties: string[]) => string[] {
  if (format === "shp") return () => fieldNames(columns);
  if (format === "xlsx")
    return (found) =>
      columns.map((column) => found.find((name) => name.startsWith(headingOf(column))) ?? column.name);
  return () => columns.map(({ name }) => name);
}

// What GDAL is given does not depend on the database: below, files of both are held against their pages.
describe.runIf(installed() && databaseKind === "postgres")("through GDAL", () => {
  const cases = ["parcels", "enterprises", "parks", "idle-candidates"].map((id, i) => ({
    id,
    formats: i < 2 ? FORMAT_NAMES : (["fgb", "gpkg", "shp"] as const),
  }));

  test.each(cases)("$id comes back from every format as it is on the page", async ({ id, formats }) => {
    const { columns } = layerNamed(id);
    const query = "limit=60";
    const expected = await features(id, query);
    expect(expected.length).toBeGreaterThan(5);
    for (const format of formats) {
      const path = await fileOf(format, id, query);
      const read = await readBack(path, id);
      expect(read.length, format).toBe(expected.length);
      const found = new Set(read.flatMap(({ properties }) => Object.keys(properties)));
      const names = namesIn(format, columns)([...found]);
      for (const [row, feature] of read.entries()) {
        const original = expected[row]!;
        if (format !== "xlsx") expect(points(feature.geometry), format).toEqual(points(original.geometry));
        for (const [i, column] of columns.entries())
          expect(plain(feature.properties[names[i]!], column), `${format} ${column.name}`).toEqual(
            plain(original.properties[column.name], column),
          );
      }
    }
  });

  test("files in other systems say which, and mean the same places", async () => {
    const query = "limit=3&properties=parcel_code";
    const expected = (await features("parcels", query)).map(({ geometry }) => points(geometry));
    const [srid, crs] = [4544, "http://www.opengis.net/def/crs/EPSG/0/4544"];
    for (const format of ["geojson", "csv", "fgb", "gpkg", "shp"] as const) {
      const path = await fileOf(format, "parcels", `${query}&crs=${crs}`);
      const { stdout } = await run(INSPECT, ["-ro", "-so", "-al", path]);
      expect(stdout, format).toMatch(new RegExp(`CGCS2000.*(105E|105)|${srid}`));
      const back = await readBack(path, "parcels", ["-t_srs", "EPSG:4326"]);
      const near = (all: string[]) =>
        all.map((pair) => pair.split(",").map((value) => Number(value).toFixed(5)));
      expect(
        back.map(({ geometry }) => near(points(geometry))),
        format,
      ).toEqual(expected.map(near));
    }
    expect((await ask("parcels", `f=geojsonseq&crs=${crs}`)).status).toBe(400);
  });

  test("a whole layer: the database in a GeoPackage is sound, and an indexed FlatGeobuf is read in parts", async () => {
    const { numberMatched } = await (await ask("parcels", "limit=1")).json();
    const box = ["104.2", "30.54", "104.24", "30.58"];
    const inBox = (await features("parcels", `bbox=${box}&limit=10000&properties=`)).length;
    const gpkg = await fileOf("gpkg", "parcels", "");
    const check = await run(INSPECT, [gpkg, "-sql", "pragma integrity_check"]);
    expect(check.stdout).toMatch(/integrity_check \(String\) = ok/);
    const { stdout } = await run(INSPECT, ["-so", gpkg, "parcels"]);
    expect(stdout).toContain(`Feature Count: ${numberMatched}`);
    expect(stdout).toMatch(/Licence: MIT[\s\S]*synthetic/);
    const styles = await run(INSPECT, [gpkg, "-sql", "select styleQML, useAsDefault from layer_styles"]);
    expect(styles.stdout).toMatch(/categorizedSymbol" attr="grade"/);

    const remote = `/vsicurl/${items("parcels", "f=fgb&index=true")}`;
    const part = await run(INSPECT, ["-ro", "-so", "-al", "-spat", ...box, remote]);
    expect(part.stdout).toContain(`Feature Count: ${inBox}`);
    // Nobody has asked for these before: their length is not known at once.
    for (const first of ["f=fgb&properties=grade", "f=gpkg&properties=grade"]) {
      const unmade = await run(INSPECT, ["-ro", "-so", "-al", `/vsicurl/${items("parcels", first)}`]);
      expect(unmade.stdout, first).toContain(`Feature Count: ${numberMatched}`);
    }
  });
});

test("what is asked for again is not sent again, and parts of a file are parts of the same", async () => {
  const query = "f=fgb&limit=50";
  const whole = await ask("enterprises", query);
  const etag = whole.headers.get("etag")!;
  const bytes = Buffer.from(await whole.arrayBuffer());
  expect((await ask("enterprises", query, { headers: { "If-None-Match": etag } })).status).toBe(304);
  expect((await ask("enterprises", "f=fgb&limit=51", { headers: { "If-None-Match": etag } })).status).toBe(
    200,
  );
  const part = await ask("enterprises", query, { headers: { Range: "bytes=10-99", "If-Range": etag } });
  expect([part.status, part.headers.get("content-range")]).toEqual([206, `bytes 10-99/${bytes.length}`]);
  expect(Buffer.from(await part.arrayBuffer())).toEqual(bytes.subarray(10, 100));
  const beyond = await ask("enterprises", query, { headers: { Range: `bytes=${bytes.length}-` } });
  expect(beyond.status).toBe(416);
  const head = await ask("enterprises", query, { method: "HEAD" });
  expect(head.headers.get("content-length")).toBe(String(bytes.length));
});

test("a file has what is asked for, in its order", async () => {
  const query = "properties=name,staff&sortby=-staff&skipGeometry=true&above_scale=true&limit=40";
  const expected = await features("enterprises", query);
  const text = await (await ask("enterprises", `f=csv&bom=true&${query}`)).text();
  const lines = Buffer.from(text).toString().replace("\ufeff", "").trim().split("\r\n");
  expect(lines[0]).toBe("name,staff");
  expect(lines.slice(1)).toEqual(
    expected.map(({ properties }) => `${properties.name},${properties.staff ?? ""}`),
  );
  const whole = await (await ask("enterprises", `f=geojson&${query}`)).json();
  expect(whole.features).toEqual(expected);
  expect(whole).toMatchObject({ name: "enterprises", licence: "MIT", synthetic: expect.any(String) });
  const parcels = (await (await ask("parcels", "f=geojson&limit=40")).json()).features;
  expect(parcels).toEqual(await features("parcels", "limit=40"));
  const gbk = await (await ask("parcels", "f=shp&encoding=gbk&limit=5&properties=holder")).arrayBuffer();
  expect(Buffer.from(gbk).includes("parcels.cpg")).toBe(true);
  for (const wrong of ["f=csv&encoding=gbk", "f=shp&bom=true", "f=gpkg&index=true", "f=tar"])
    expect((await ask("parcels", wrong)).status, wrong).toBe(400);
});

test("every layer comes in every format, even where nothing is selected", async () => {
  for (const [i, { id, code }] of LAYERS.entries())
    await Promise.all(
      FORMAT_NAMES.map(async (format) => {
        const answer = await ask(id, `f=${format}&${i % 2 === 0 ? "limit=2" : `${code}=nothing-like-this`}`);
        expect(answer.status, `${id} ${format} ${await problemIn(answer)}`).toBe(200);
        await answer.arrayBuffer();
      }),
    );
});

test("readers of the same file share one making, and nothing is left of one that was given up", async () => {
  const query = "f=geojsonseq&sortby=park_code&properties=park_code&skipGeometry=true";
  const texts = await Promise.all([1, 2, 3].map(async () => (await ask("parcels", query)).text()));
  expect(new Set(texts).size).toBe(1);
  const { numberMatched } = await (await ask("parcels", "limit=1")).json();
  const codes = new Set(texts[0]!.split("\n").map((line) => /"id":"(\w+)"/.exec(line)?.[1]));
  codes.delete(undefined);
  expect(codes.size).toBe(numberMatched);
  const kept = async () => {
    const [own = ""] = await readdir(join(folder, "exports"));
    return (await readdir(join(folder, "exports", own))).length;
  };
  const before = await kept();
  const client = new AbortController();
  const answer = ask("parcels", "f=shp&sortby=-park_code", { signal: client.signal }).then((begun) =>
    begun.text(),
  );
  await pause(60);
  client.abort();
  await expect(answer).rejects.toThrow();
  for (let i = 0; i < 60 && (await kept()) > before; i++) await pause(50);
  // Where it was faster than we were, it is whole.
  expect((await kept()) - before).toBeLessThanOrEqual(1);
});
