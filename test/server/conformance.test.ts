import { afterAll, beforeAll, expect, test } from "vitest";
import { LAYERS } from "../../server/catalog.ts";
import { CONFORMANCE } from "../../server/ogc/conformance.ts";
import { type RunningApp, startApp } from "../setup/app.ts";
import { sharedDatabase } from "../setup/database.ts";

/** The abstract test suites of the standards, as far as nothing else here tries what they ask: definitions, and one proof of each class. */

type Json = Record<string, unknown>;
type Link = { href: string; rel: string; type: string };
type Parameter = { name: string; schema: Json; required: boolean; style?: string; explode?: boolean };
type Operation = { parameters: (Parameter & { $ref?: string })[]; responses: Json };
type Page = { features: { id: string; properties: Json }[]; numberMatched: number; links: Link[] };

let app: RunningApp;
let document: {
  paths: Record<string, { get: Operation }>;
  components: { parameters: Record<string, Parameter> };
};

beforeAll(async () => {
  app = await startApp(await sharedDatabase());
  document = await (await ask("/api?f=json")).json();
});
afterAll(() => app.stop());

const ask = (path: string, init?: RequestInit) =>
  fetch(path.startsWith("http") ? path : `${app.url}/ogc${path}`, init);
const read = async <T = Page>(path: string) => (await (await ask(path)).json()) as T;
const typeOf = async (path: string, accept?: string) => {
  const answer = await ask(path, accept ? { headers: { Accept: accept } } : {});
  await answer.body?.cancel();
  return [answer.status, answer.headers.get("Content-Type")?.split(";")[0]];
};

const ITEMS = "/collections/parcels/items";
/** How many a filter selects, of a layer with dates, texts, numbers and lists. */
async function selected(filter: string, layer = "workshops", more: Record<string, string> = {}) {
  const query = new URLSearchParams({ limit: "1", count: "exact", filter, ...more });
  return (await read(`/collections/${layer}/items?${query}`)).numberMatched;
}
const whole = async (layer: string) => (await read(`/collections/${layer}/items?limit=1`)).numberMatched;

/** A filter that holds of some features, and its contrary of the others. */
async function parts(filter: string, layer = "workshops", more: Record<string, string> = {}) {
  const [some, others] = await Promise.all([
    selected(filter, layer, more),
    selected(`not (${filter})`, layer, more),
  ]);
  expect(some, filter).toBeGreaterThan(0);
  expect(some + others, filter).toBe(await whole(layer));
}

const AREA = "bbox(104, 30.5, 104.3, 30.8)";

const PROOFS: Readonly<Record<string, () => Promise<void>>> = {
  "ogcapi-common-1/core": async () => expect(await typeOf("/conformance")).toEqual([200, "application/json"]),
  "ogcapi-common-1/landing-page": async () => {
    const rels = (await read<{ links: Link[] }>("")).links.map(({ rel }) => rel);
    expect(rels).toEqual(
      expect.arrayContaining(["self", "service-desc", "service-doc", "conformance", "data"]),
    );
  },
  "ogcapi-common-1/html": async () => expect(await typeOf("", "text/html")).toEqual([200, "text/html"]),
  "ogcapi-common-1/json": async () => expect(await typeOf("", "*/*")).toEqual([200, "application/json"]),
  "ogcapi-common-1/oas30": async () =>
    expect(await typeOf("/api")).toEqual([200, "application/vnd.oai.openapi+json"]),
  "ogcapi-common-2/collections": async () => {
    const { collections } = await read<{ collections: { id: string; links: Link[] }[] }>("/collections");
    for (const { id, links } of collections)
      expect(links.find(({ rel }) => rel === "self")?.href).toMatch(new RegExp(`/collections/${id}$`));
  },
  "ogcapi-features-1/core": async () => {
    const began = Date.now();
    const { timeStamp } = await read<{ timeStamp: string }>(`${ITEMS}?limit=1`);
    expect(Math.abs(Date.parse(timeStamp) - began)).toBeLessThan(60_000);
  },
  "ogcapi-features-1/geojson": async () => expect(await typeOf(ITEMS)).toEqual([200, "application/geo+json"]),
  "ogcapi-features-1/html": async () => expect(await typeOf(`${ITEMS}?f=html`)).toEqual([200, "text/html"]),
  "ogcapi-features-1/oas30": async () => {
    const { links } = await read<{ links: Link[] }>("");
    const described = links.find(({ rel }) => rel === "service-desc")!;
    expect(await typeOf(described.href)).toEqual([200, described.type.split(";")[0]]);
  },
  "ogcapi-features-2/crs": async () => {
    const { storageCrs, crs } = await read<{ storageCrs: string; crs: string[] }>("/collections/parcels");
    expect(crs).toContain(storageCrs);
    const answer = await ask(`${ITEMS}?limit=1`);
    expect(answer.headers.get("Content-Crs")).toBe("<http://www.opengis.net/def/crs/OGC/1.3/CRS84>");
  },
  "ogcapi-features-3/queryables": async () =>
    expect(await typeOf("/collections/parcels/queryables")).toEqual([200, "application/schema+json"]),
  "ogcapi-features-3/queryables-query-parameters": async () => {
    const { properties } = await read<{ properties: Json }>("/collections/parcels/queryables");
    const named = document.paths[ITEMS]!.get.parameters.map(({ name }) => name);
    expect(named).toEqual(expect.arrayContaining(Object.keys(properties).filter((name) => name !== "geom")));
  },
  "ogcapi-features-3/filter": () => parts("area_m2 > 20000", "parcels", { "filter-lang": "cql2-text" }),
  "ogcapi-features-3/features-filter": () =>
    parts(`s_intersects(geom, ${AREA})`, "parcels", {
      "filter-crs": "http://www.opengis.net/def/crs/OGC/1.3/CRS84",
    }),
  "cql2/cql2-text": () => parts("left_m2 > 1000"),
  "cql2/cql2-json": async () => {
    const json = JSON.stringify({ op: ">", args: [{ property: "left_m2" }, 1000] });
    expect(await selected(json, "workshops", { "filter-lang": "cql2-json" })).toBe(
      await selected("left_m2 > 1000"),
    );
  },
  "cql2/basic-cql2": () => parts("state = 'open' and not (left_m2 <= 1000 or left_m2 is null)"),
  "cql2/advanced-comparison-operators": () =>
    parts("name like '%厂%' and left_m2 between 1 and 1e6 and state in ('open', 'closed')"),
  "cql2/case-insensitive-comparison": async () =>
    expect(await selected("casei(state) = casei('OPEN')")).toBe(await selected("state = 'open'")),
  "cql2/basic-spatial-functions": () => parts(`s_intersects(geom, ${AREA})`),
  "cql2/basic-spatial-functions-plus": () =>
    parts("s_intersects(geom, polygon((103 30, 104.1 30, 104.1 31.5, 103 31.5, 103 30)))"),
  "cql2/spatial-functions": async () => {
    const [within, disjoint] = [`s_within(geom, ${AREA})`, `s_disjoint(geom, ${AREA})`];
    await parts(within);
    await parts(`${disjoint} or ${within} or s_touches(geom, ${AREA})`);
    for (const name of ["s_contains", "s_crosses", "s_overlaps", "s_equals"])
      expect(await selected(`${name}(geom, ${AREA})`), name).toBe(0);
  },
  "cql2/temporal-functions": () => parts("t_after(signed, date('2024-06-30'))", "land-transfers"),
  "cql2/array-functions": async () => {
    const one = await selected("a_contains(leading_industries, ('电子信息'))", "parks");
    expect(one).toBe(await selected("a_overlaps(leading_industries, ('电子信息', 'x'))", "parks"));
  },
  "cql2/property-property": () => parts("idle_area_m2 = left_m2 or idle_area_m2 <> left_m2"),
  "cql2/arithmetic": () => parts("left_m2 * 2 - left_m2 + 1 > 1001 ^ 1 + 10 % 3 - 1 - 0 div 1"),
  "ogcapi-tiles-1/core": async () =>
    expect((await ask("/collections/parcels/tiles/WebMercatorQuad/12/0/0")).status).toBe(204),
  "ogcapi-tiles-1/tileset": async () => {
    const { tileMatrixSetURI } = await read<Json>("/collections/parcels/tiles/WebMercatorQuad");
    expect(tileMatrixSetURI).toMatch(/WebMercatorQuad$/);
  },
  "ogcapi-tiles-1/tilesets-list": async () =>
    expect(await read("/collections/parcels/tiles")).toHaveProperty("tilesets"),
  "ogcapi-tiles-1/geodata-tilesets": async () => {
    const { links } = await read<{ links: Link[] }>("/collections/parcels");
    expect(links.map(({ rel }) => rel)).toContain("http://www.opengis.net/def/rel/ogc/1.0/tilesets-vector");
  },
  "ogcapi-tiles-1/mvt": async () =>
    expect(await typeOf("/collections/districts/tiles/WebMercatorQuad/8/105/201")).toEqual([
      200,
      "application/vnd.mapbox-vector-tile",
    ]),
  "ogcapi-tiles-1/geojson": async () => {
    const answer = await ask("/collections/districts/tiles/WebMercatorQuad/8/105/201?f=json");
    expect(answer.headers.get("Content-Type")).toMatch(/^application\/geo\+json/);
    type Outline = { type: string; coordinates: number[][][] };
    const { features } = (await answer.json()) as { features: { id: string; geometry: Outline }[] };
    expect(features.map(({ id }) => id)).toContain("510114");
    const [west, south, east, north] = [102.65625, 29.53523, 104.0625, 30.751278];
    for (const { geometry } of features)
      for (const [x, y] of geometry.coordinates.flat(geometry.type === "Polygon" ? 1 : 2) as unknown as [
        number,
        number,
      ][]) {
        // A tile reaches over its edge by the sixty-fourth part of it.
        expect(Math.abs(x - (west + east) / 2)).toBeLessThanOrEqual(((east - west) / 2) * (1 + 1 / 31));
        expect(Math.abs(y - (south + north) / 2)).toBeLessThanOrEqual(((north - south) / 2) * (1 + 1 / 31));
      }
  },
  "ogcapi-tiles-1/oas30": async () =>
    expect(Object.keys(document.paths)).toContain(
      "/collections/parcels/tiles/WebMercatorQuad/{tileMatrix}/{tileRow}/{tileCol}",
    ),
};

const shortOf = (uri: string) => uri.replace("http://www.opengis.net/spec/", "").replace("/1.0/conf", "");

test("every class that is declared has its proof, and every proof its class", () => {
  expect(CONFORMANCE.map(shortOf)).toEqual(Object.keys(PROOFS));
});
test.each(Object.entries(PROOFS))("%s", async (_, proof) => proof());

const ONE_VALUE = { style: "form", explode: false, required: false };

test.each([
  ["bbox", { ...ONE_VALUE, schema: { type: "array", minItems: 4, maxItems: 6, items: { type: "number" } } }],
  ["limit", { ...ONE_VALUE, schema: { type: "integer", minimum: 1, maximum: 10_000, default: 1_000 } }],
  ["datetime", { ...ONE_VALUE, schema: { type: "string" } }],
  ["crs", { ...ONE_VALUE, schema: { type: "string", format: "uri" } }],
  ["bbox-crs", { ...ONE_VALUE, schema: { type: "string", format: "uri" } }],
  ["filter", { required: false, schema: { type: "string" } }],
  ["filter-lang", { schema: { type: "string", enum: expect.arrayContaining(["cql2-text", "cql2-json"]) } }],
  ["filter-crs", { schema: { type: "string", format: "uri" } }],
])("%s is defined for the items of every layer as the standards have it", (name, definition) => {
  for (const { id } of LAYERS) {
    const { parameters } = document.paths[`/collections/${id}/items`]!.get;
    const resolved = parameters.map((one) =>
      one.$ref ? document.components.parameters[one.$ref.split("/").at(-1)!]! : one,
    );
    expect(resolved.filter((one) => one.name === name)).toEqual([expect.objectContaining({ name })]);
    expect(resolved.find((one) => one.name === name)).toMatchObject(definition);
  }
});

test("what a parameter of every operation is not is a 400 that is a problem", async () => {
  for (const path of Object.keys(document.paths).filter((one) => !one.includes("{"))) {
    const [status, type] = await typeOf(`${path}?unknown-to-all=1`);
    expect([status, type], path).toEqual([400, "application/problem+json"]);
  }
});

test("links of pages and features name themselves, another form, and their collection", async () => {
  const page = await read(`${ITEMS}?limit=2`);
  const feature = await read<{ links: Link[] }>(`${ITEMS}/${page.features[0]!.id}`);
  for (const { links } of [page, feature]) {
    expect(links.map(({ rel }) => rel)).toEqual(expect.arrayContaining(["self", "alternate", "collection"]));
    for (const { href, type } of links) expect(await typeOf(href)).toEqual([200, type.split(";")[0]]);
  }
});
