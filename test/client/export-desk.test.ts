import { execFileSync } from "node:child_process";
import fc from "fast-check";
import { expect, test } from "vitest";
import { withQuery } from "../../client/data/addresses.ts";
import { boundsOf, boxText, isBox, polygonText } from "../../client/data/area.ts";
import { type Column, columnsOf } from "../../client/data/columns.ts";
import {
  allOf,
  type Condition,
  conditionsText,
  conditionText,
  OPERATORS,
  operatorsOf,
  takesValue,
} from "../../client/data/cql2.ts";
import { FIRST_OPTIONS, FORMATS, FORMATS_OFFERED } from "../../client/data/formats.ts";
import { bytesText, SAMPLES, sizeOf } from "../../client/data/size.ts";
import { curl } from "../../client/data/snippets/curl.ts";
import { ogr2ogr } from "../../client/data/snippets/ogr2ogr.ts";
import { python } from "../../client/data/snippets/python.ts";
import { qgis } from "../../client/data/snippets/qgis.ts";
import { r } from "../../client/data/snippets/r.ts";
import { addressOf, type Request } from "../../client/data/snippets/request.ts";
import { word } from "../../client/data/snippets/shell.ts";
import { DEFAULT_TAKING, type TakingView } from "../../client/data/state.ts";
import { DEGREES } from "../../client/data/systems.ts";
import { countPath, filePath, queryOf, rowsPath, samplePath, takingOf } from "../../client/data/taking.ts";
import type { Work } from "../../client/data/work.ts";
import { FORMAT_NAMES } from "../../domain/open-data.ts";
import { LAYERS } from "../../server/catalog.ts";
import { condition as compiled } from "../../server/cql2/compile.ts";
import { readText } from "../../server/cql2/text.ts";
import { queryablesSchema } from "../../server/features/describe.ts";
import { itemsQuery } from "../../server/features/query.ts";
import { selectionOf } from "../../server/features/selection.ts";
import { CRS84, CRSS } from "../../server/ogc/crs.ts";

/** What the export desk writes: requests that the server understands, and code that means the same request. */

const layerOf = (id: string) => LAYERS.find((layer) => layer.id === id)!;
// What came over the wire is JSON.
const columnsIn = (id: string): Column[] =>
  columnsOf(JSON.parse(JSON.stringify(queryablesSchema("", layerOf(id)))));

const work = (more: Partial<Work> = {}): Work => ({
  ...{ layer: "parcels", conditions: [], join: "AND", written: null, from: "", until: "" },
  ...{ columns: null, geometry: true, options: FIRST_OPTIONS, crs: DEGREES, seen: null },
  ...more,
});
const taking = (view: Partial<TakingView>, more: Partial<Work> = {}, hasTime = false) => {
  const whole = { ...DEFAULT_TAKING, ...view };
  return takingOf({ view: whole, work: work(more), columns: columnsIn(whole.layer), hasTime });
};
/** What the server makes of an address; it throws what it refuses. */
function understood(id: string, path: string) {
  const query = Object.fromEntries(new URL(path, "http://here").searchParams);
  const parsed = itemsQuery(layerOf(id)).parse(query);
  return { query, ...selectionOf(layerOf(id), parsed as Parameters<typeof selectionOf>[1]) };
}

const nasty = fc.oneof(
  fc.string({ maxLength: 20 }),
  fc.constantFrom(
    "it's",
    `"'$(rm)'"`,
    "a&b=c%20d",
    "新都区 '一号'",
    "100%_\\",
    "`ls`;\n#",
    "-x",
    "@file",
    "",
  ),
);

test("every condition that the form can make is one that the server reads, and values stay what they were", () => {
  for (const { id } of LAYERS)
    for (const column of columnsIn(id))
      for (const operator of operatorsOf(column)) {
        const value =
          { number: "1.5", day: "2025-06-30" }[column.type as string] ?? column.values?.[0] ?? "x";
        const text = conditionText({ column: column.name, operator, value }, column.type)!;
        expect(() => compiled(readText(text), { layer: layerOf(id), crs: CRS84 }), text).not.toThrow();
      }
  fc.assert(
    fc.property(nasty, (value) => {
      const text = conditionText({ column: "name", operator: "is", value }, "text");
      // A backslash before a quote would escape it.
      fc.pre(!/\\('|$)/.test(value.trim()));
      const wanted = { op: "=", args: [{ property: "name" }, value.trim()] };
      expect(text === null ? null : readText(text)).toEqual(value.trim() === "" ? null : wanted);
    }),
  );
  expect(conditionText({ column: "area_m2", operator: "atLeast", value: "many" }, "number")).toBeNull();
  expect(OPERATORS.truth.some(takesValue)).toBe(false);
});

test("conditions are joined, and what is written by hand is kept as it is beside an area", () => {
  const conditions: (Condition & { id: number })[] = [
    { id: 1, column: "grade", operator: "is", value: "D" },
    { id: 2, column: "area_m2", operator: "atLeast", value: "" },
    { id: 3, column: "address", operator: "contains", value: "100%" },
  ];
  const columns = columnsIn("parcels");
  expect(conditionsText(conditions, columns, "OR")).toBe(
    "grade = 'D' OR CASEI(address) LIKE CASEI('%100\\%%')",
  );
  expect(allOf(["", "a = 1"])).toBe("a = 1");
  const { selection } = taking(
    { area: "districts", districts: ["510114", "510117"] },
    { written: "grade = 'D' OR area_m2 > 5" },
  );
  expect(selection).toEqual([
    ["filter", "(grade = 'D' OR area_m2 > 5) AND (district_code IN ('510114', '510117'))"],
  ]);
});

const SQUARE = [104.1, 30.9, 104.2, 30.9, 104.2, 30.8, 104.1, 30.8];

test("a rectangle is a box, anything else a polygon; on a turned map neither is mistaken for the other", () => {
  expect(isBox(SQUARE)).toBe(true);
  expect(boxText(boundsOf(SQUARE))).toBe("104.1,30.8,104.2,30.9");
  const turned = [104.1, 30.9, 104.2, 30.91, 104.19, 30.8, 104.09, 30.79];
  expect(isBox(turned)).toBe(false);
  expect(isBox([104.1, 30.9, 104.2, 30.8, 104.2, 30.9, 104.1, 30.8])).toBe(false);
  expect(isBox(SQUARE.slice(0, 6))).toBe(false);
  expect(polygonText(SQUARE.slice(0, 6))).toBe("POLYGON((104.1 30.9, 104.2 30.9, 104.2 30.8, 104.1 30.9))");
  expect(taking({ area: "drawn", within: SQUARE }).selection).toEqual([["bbox", "104.1,30.8,104.2,30.9"]]);
  const drawn = filePath(taking({ area: "drawn", within: turned }));
  expect(understood("parcels", drawn).where).toMatch(/ST_Intersects/);
  expect(taking({ area: "drawn" }).selection).toEqual([]);
});

test("every request of the desk is one that the server understands, in every format and system", () => {
  for (const format of FORMAT_NAMES)
    for (const { uri } of CRSS) {
      const columns = new Set(["parcel_code", "grade"]);
      const chosen = taking({ format, area: "seen" }, { crs: uri, columns, seen: [104, 30, 105, 31] });
      const { query } = understood("parcels", filePath(chosen));
      expect(query.crs ?? DEGREES).toBe(format === "geojsonseq" ? DEGREES : uri);
      expect(query).toMatchObject({ f: format, properties: "parcel_code,grade", bbox: "104,30,105,31" });
      for (const path of [
        rowsPath(chosen),
        countPath(chosen, false),
        countPath(chosen, true),
        samplePath(chosen, 50),
      ])
        expect(understood("parcels", path).where).toMatch(/ST_Intersects/);
    }
  const days = taking({ layer: "land-transfers" }, { layer: "land-transfers", from: "2025-01-01" }, true);
  expect(understood("land-transfers", filePath(days)).query.datetime).toBe("2025-01-01/..");
  expect([...FORMATS_OFFERED].sort()).toEqual([...FORMAT_NAMES].sort());
});

test("a size is told from two beginnings, and exactly where a beginning is all", () => {
  const [few, many] = SAMPLES;
  expect(sizeOf(700, null, few - 1)).toEqual({ bytes: 700, exact: true });
  expect(sizeOf(700, 2_900, many)).toEqual({ bytes: 2_900, exact: true });
  const each = 10;
  const size = sizeOf(200 + each * few, 200 + each * many, 10_000);
  expect(size).toEqual({ bytes: 200 + each * 10_000, exact: false });
  expect([999, 1_234, 98_765_432, 5e9].map((n) => Object.values(bytesText(n)).join(" "))).toEqual([
    ...["999 B", "1.2 KB", "98.8 MB", "5.0 GB"],
  ]);
});

const request = (more: Partial<Request> = {}): Request => ({
  items: "https://mutu.example/ogc/collections/parcels/items",
  query: [
    ["f", "csv"],
    ["bom", "true"],
    ["filter", "address LIKE '新都%' AND grade = 'D'"],
  ],
  layer: "parcels",
  format: { ...FORMATS.csv, name: "csv" },
  geometry: true,
  signedIn: false,
  ...more,
});

/** The words that a shell makes of a command, its own name among them. */
const wordsOf = (command: string): string[] =>
  execFileSync("sh", ["-c", `show() { for word; do printf '%s\\0' "$word"; done; }\nshow ${command}`], {
    encoding: "utf8",
    env: { TOKEN: "secret" },
  })
    .split("\0")
    .slice(0, -1);

test("a shell takes every text for one word, whatever is in it", () => {
  const texts = fc.sample(nasty, { numRuns: 60, seed: 6 }).map((text) => text.replaceAll("\0", ""));
  expect(wordsOf(texts.map(word).join(" "))).toEqual(texts);
});

test("curl asks for the very request, each parameter as it was", () => {
  const words = wordsOf(curl(request({ signedIn: true })));
  expect(words.slice(0, 5)).toEqual([
    ...["curl", "-fGOJ", request().items, "-H", "Authorization: Bearer secret"],
  ]);
  expect(words.filter((_, i) => words[i - 1] === "--data-urlencode")).toEqual(
    request().query.map(([name, value]) => `${name}=${value}`),
  );
  expect(curl(request())).not.toContain("Authorization");
});

test("an address survives being pasted, and says the same", () => {
  const address = addressOf(request());
  expect(address).toMatch(/^[\w:/.?&=,%-]+$/);
  expect([...new URL(address).searchParams]).toEqual(request().query);
  fc.assert(
    fc.property(nasty, (value) => {
      const written = withQuery("http://here/", [["filter", value]]);
      expect(new URL(written).searchParams.get("filter")).toBe(value);
    }),
  );
});

test("GDAL, QGIS, Python and R are told the same selection, with a token only where one is needed", () => {
  const words = wordsOf(ogr2ogr(request()));
  expect(words.slice(0, 8)).toEqual([
    ...["ogr2ogr", "-f", "CSV", "-lco", "GEOMETRY=AS_WKT", "-nln", "parcels", "parcels.csv"],
  ]);
  const remote = new URL(words[8]!.replace("/vsicurl/", ""));
  expect([...remote.searchParams]).toEqual([
    ["f", "fgb"],
    ["index", "true"],
    ["filter", "address LIKE '新都%' AND grade = 'D'"],
  ]);
  const bare: Partial<Request> = { geometry: false, query: [...request().query, ["skipGeometry", "true"]] };
  const without = wordsOf(ogr2ogr(request(bare)));
  expect(without).toContain("NONE");
  expect(without.at(-1)).toBe(words.at(-1));
  const addresses = qgis({ ...request(), service: "https://mutu.example/ogc", tiles: "…" });
  expect(addresses.remote).toBe(remote.href.replaceAll("'", "%27"));
  expect(python(request())).toContain(`    "filter": "address LIKE '新都%' AND grade = 'D'",`);
  expect(python(request())).toContain('layer = pandas.read_csv(file, encoding="utf-8-sig")');
  expect(r(request())).toContain(`address <- ${JSON.stringify(addressOf(request()))}`);
  const zipped = { ...FORMATS.shp, name: "shp" };
  expect(r(request({ format: zipped }))).toContain('st_read(paste0("/vsizip/", file))');
  expect(python(request({ format: zipped }))).toContain('file = "parcels.shp.zip"');
  for (const snippet of [curl, ogr2ogr, python, r]) {
    expect(snippet(request())).not.toContain("TOKEN");
    expect(snippet(request({ signedIn: true }))).toContain("TOKEN");
  }
  expect(queryOf(taking({ format: "csv" }))).toEqual([
    ["f", "csv"],
    ["bom", "true"],
  ]);
});
