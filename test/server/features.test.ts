import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { LAYERS } from "../../server/catalog.ts";
import { itemsQuery } from "../../server/features/query.ts";
import { type RunningApp, startApp } from "../setup/app.ts";
import { sharedDatabase } from "../setup/database.ts";

type Link = { rel: string; href: string; type: string };
type Feature = {
  id: string;
  geometry: { type: string; coordinates: unknown } | null;
  properties: Record<string, unknown>;
};
type Page = {
  numberMatched: number;
  numberReturned: number;
  timeStamp: string;
  features: Feature[];
  links: Link[];
};

let app: RunningApp;

beforeAll(async () => {
  app = await startApp(await sharedDatabase());
});
afterAll(() => app.stop());

const ask = (path: string, init?: RequestInit) =>
  fetch(path.startsWith("http") ? path : `${app.url}/ogc${path}`, init);
async function read<T>(path: string): Promise<T> {
  const response = await ask(path);
  const body = await response.json();
  expect(response.status, JSON.stringify(body)).toBe(200);
  return body as T;
}
const linkTo = (links: Link[], rel: string) => links.find((link) => link.rel === rel)?.href;
const ids = LAYERS.map(({ id }) => id);

/** All pages from this one on. */
async function follow(path: string): Promise<Page[]> {
  const pages: Page[] = [];
  for (let next: string | undefined = path; next; next = linkTo(pages.at(-1)!.links, "next"))
    pages.push(await read<Page>(next));
  return pages;
}

test("every link of the landing page and of the collections leads somewhere, in the type it names", async () => {
  const landing = await read<{ links: Link[] }>("");
  const { collections } = await read<{ collections: { id: string; links: Link[] }[] }>("/collections");
  expect(collections.map(({ id }) => id)).toEqual(ids);
  for (const { href, type, rel } of [landing, ...collections].flatMap(({ links }) => links)) {
    // Files of whole layers are tested by themselves.
    if (rel === "enclosure") continue;
    const response = await ask(href);
    expect(response.status, href).toBe(200);
    expect(response.headers.get("Content-Type")?.split(";")[0]).toBe(type.split(";")[0]);
    await response.arrayBuffer();
  }
});

test("the API document describes every path once, and refers to nothing it lacks", async () => {
  const api = await read<{
    openapi: string;
    paths: Record<string, { get: { operationId: string } }>;
    components: unknown;
  }>("/api");
  expect(api.openapi).toMatch(/^3\.0/);
  for (const id of ids)
    for (const path of [
      "",
      "/queryables",
      "/schema",
      "/items",
      "/items/{featureId}",
      "/tiles",
      "/tiles/WebMercatorQuad",
    ])
      expect(Object.keys(api.paths)).toContain(`/collections/${id}${path}`);
  const operations = Object.values(api.paths).map(({ get }) => get.operationId);
  expect(new Set(operations).size).toBe(operations.length);
  for (const [, reference] of JSON.stringify(api).matchAll(/"\$ref":"#\/([^"]+)"/g)) {
    const found = reference!
      .split("/")
      .reduce<unknown>((at, key) => (at as Record<string, unknown> | undefined)?.[key], api);
    expect(found, reference).toBeDefined();
  }
});

describe.each(ids)("%s", (id) => {
  const path = `/collections/${id}`;

  test("paging yields every feature once, as many as numberMatched says", async () => {
    const { numberMatched } = await read<Page>(`${path}/items?limit=1`);
    const limit = Math.max(1, Math.ceil(numberMatched / 3));
    const pages = await follow(`${path}/items?limit=${limit}`);
    const found = pages.flatMap(({ features }) => features.map((feature) => feature.id));
    expect(found).toHaveLength(numberMatched);
    expect(new Set(found).size).toBe(numberMatched);
    for (const page of pages) {
      expect(page.numberMatched).toBe(numberMatched);
      expect(page.numberReturned).toBe(page.features.length);
      expect(page.features.length).toBeLessThanOrEqual(limit);
    }
  });

  test("a feature has all declared properties, and is found again by its id and by its values", async () => {
    const layer = LAYERS.find((candidate) => candidate.id === id)!;
    const { features } = await read<Page>(`${path}/items?limit=3`);
    for (const feature of features) {
      expect(Object.keys(feature.properties)).toEqual(layer.columns.map(({ name }) => name));
      expect(feature.id).toBe(feature.properties[layer.code]);
      const again = await read<Feature & { links: Link[] }>(
        `${path}/items/${encodeURIComponent(feature.id)}`,
      );
      expect(again).toMatchObject(feature);
      expect(linkTo(again.links, "collection")).toBe(`${app.url}/ogc${path}`);
      for (const { name, type } of layer.columns) {
        const value = feature.properties[name];
        if (type === "strings" || value === null) continue;
        const same = await read<Page>(`${path}/items?limit=1&${name}=${encodeURIComponent(String(value))}`);
        expect(same.numberReturned, `${name}=${value}`).toBe(1);
        expect(same.features[0]?.properties[name]).toEqual(value);
      }
    }
  });

  test("what is not there is a 404, what is not understood a 400", async () => {
    expect((await ask(`${path}/items/nothing-like-this`)).status).toBe(404);
    const wrong = [
      "colour=red",
      "limit=0",
      "limit=-1",
      "limit=1.5",
      "limit=many",
      "next=zzz",
      "bbox=1,2,3",
      "bbox=a,b,c,d",
      "f=xml",
    ];
    for (const query of [
      ...wrong,
      "bbox=104,31,105,30",
      "datetime=yesterday",
      "datetime=../..",
      "crs=x",
      "bbox-crs=x",
      "limit=1&limit=2",
    ])
      expect((await ask(`${path}/items?${query}`)).status, query).toBe(400);
    expect((await ask("/collections/nothing/items")).status).toBe(404);
  });
});

test("what a layer's items may be asked is worked out once", () => {
  for (const layer of LAYERS) expect(itemsQuery(layer)).toBe(itemsQuery(layer));
});

test("a limit above the largest is taken as the largest", async () => {
  const page = await read<Page>("/collections/parcels/items?limit=1000000");
  expect(page.numberReturned).toBe(Math.min(10_000, page.numberMatched));
});

test("a box selects what meets it: of whole districts, their neighbours too", async () => {
  const { features } = await read<Page>("/collections/districts/items?bbox=104.0,30.6,104.1,30.7");
  expect(features.length).toBeGreaterThan(0);
  expect(features.length).toBeLessThan(20);
  const withHeights = await read<Page>("/collections/districts/items?bbox=104.0,30.6,0,104.1,30.7,100");
  expect(withHeights.numberMatched).toBe(features.length);
  expect((await read<Page>("/collections/districts/items?bbox=-200,-100,200,100")).numberMatched).toBe(20);
});

test("a box over the antimeridian leaves out what lies between its west and its east", async () => {
  expect((await read<Page>("/collections/districts/items?bbox=170,-90,-170,90")).numberMatched).toBe(0);
  expect((await read<Page>("/collections/districts/items?bbox=100,-90,-170,90")).numberMatched).toBe(20);
});

test("datetime selects transfers by their day; layers without dates give all", async () => {
  const all = await read<Page>("/collections/land-transfers/items?limit=10000");
  const day = String(all.features[0]?.properties.signed);
  const selected = async (interval: string) =>
    (await read<Page>(`/collections/land-transfers/items?limit=1&datetime=${interval}`)).numberMatched;
  const days = all.features.map(({ properties }) => String(properties.signed));
  expect(await selected(day)).toBe(days.filter((signed) => signed === day).length);
  expect(await selected(`${day}T00:00:00Z/..`)).toBe(days.filter((signed) => signed >= day).length);
  expect(await selected(`../${day}`)).toBe(days.filter((signed) => signed <= day).length);
  expect((await read<Page>("/collections/districts/items?datetime=1900-01-01")).numberMatched).toBe(20);
});

test("filters, boxes and pages combine", async () => {
  const {
    features: [feature],
  } = await read<Page>("/collections/parcels/items?limit=1");
  const code = String(feature?.properties.district_code);
  const pages = await follow(`/collections/parcels/items?limit=400&district_code=${code}&bbox=103,30,105,32`);
  const found = pages.flatMap(({ features }) => features);
  expect(found).toHaveLength(pages[0]!.numberMatched);
  for (const { properties } of found) expect(properties.district_code).toBe(code);
});

test("parks without a place have no geometry, and no box finds them", async () => {
  const { features, numberMatched } = await read<Page>("/collections/parks/items?limit=10000");
  const placed = features.filter(({ geometry }) => geometry !== null);
  expect(placed.length).toBeLessThan(numberMatched);
  expect((await read<Page>("/collections/parks/items?bbox=-180,-90,180,90")).numberMatched).toBe(
    placed.length,
  );
});

test("an unchanged page is not sent again", async () => {
  const first = await ask("/collections/parcels/items?limit=5");
  const tag = first.headers.get("ETag")!;
  const again = await ask("/collections/parcels/items?limit=5", { headers: { "If-None-Match": tag } });
  expect(again.status).toBe(304);
  expect(
    (await ask("/collections/parcels/items?limit=5", { headers: { "If-None-Match": '"other"' } })).status,
  ).toBe(200);
});
