import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { LAYERS } from "../../server/catalog.ts";
import { CONFORMANCE } from "../../server/ogc/conformance.ts";
import { CRSS } from "../../server/ogc/crs.ts";
import { type RunningApp, startApp } from "../setup/app.ts";
import { sharedDatabase } from "../setup/database.ts";

type Link = { rel: string; href: string; type: string };
type Position = [number, number];
type Feature = {
  id: string;
  geometry: { type: string; coordinates: unknown } | null;
  properties: Record<string, unknown>;
};
type Page = { numberMatched?: number; numberReturned: number; features: Feature[]; links: Link[] };

let app: RunningApp;

beforeAll(async () => {
  app = await startApp(await sharedDatabase());
});
afterAll(() => app.stop());

const ask = (path: string, headers: Record<string, string> = {}) =>
  fetch(path.startsWith("http") ? path : `${app.url}/ogc${path}`, { headers });
async function read<T = Page>(path: string): Promise<T> {
  const response = await ask(path);
  const body = await response.json();
  expect(response.status, `${path} ${JSON.stringify(body).slice(0, 300)}`).toBe(200);
  return body as T;
}
const items = (layer: string, query: Record<string, string>) =>
  `/collections/${layer}/items?${new URLSearchParams(query)}`;

/** The links of a header, by their relation. */
const linksOf = (response: Response) =>
  [...(response.headers.get("Link") ?? "").matchAll(/<([^>]*)>; rel="([^"]*)"; type="([^"]*)"/g)].map(
    ([, href, rel, type]) => ({ href, rel, type }),
  );

test("conformance declares CRS, filters and CQL2, and nothing twice", async () => {
  const { conformsTo } = await read<{ conformsTo: string[] }>("/conformance");
  expect(conformsTo).toEqual(CONFORMANCE);
  expect(new Set(conformsTo).size).toBe(conformsTo.length);
  for (const name of [
    "ogcapi-features-2/1.0/conf/crs",
    "ogcapi-features-3/1.0/conf/features-filter",
    "cql2/1.0/conf/basic-cql2",
  ])
    expect(conformsTo).toContain(`http://www.opengis.net/spec/${name}`);
});

describe("systems of coordinates", () => {
  const point = (feature: Feature) => feature.geometry!.coordinates as Position;
  const uris = CRSS.map(({ uri }) => uri);

  test("each layer lists them, the one it is stored in among them", async () => {
    for (const { id } of LAYERS) {
      const { crs, storageCrs } = await read<{ crs: string[]; storageCrs: string }>(`/collections/${id}`);
      expect(crs).toEqual(uris);
      expect(crs).toContain(storageCrs);
    }
  });

  test.each(CRSS)("$title", async ({ uri, srid, axes }) => {
    const first = (await read(items("enterprises", { limit: "1" }))).features[0]!;
    const [longitude, latitude] = point(first);
    const response = await ask(items("enterprises", { limit: "1", crs: uri }));
    expect(response.headers.get("Content-Crs")).toBe(`<${uri}>`);
    const found = ((await response.json()) as Page).features[0]!;
    expect(found).not.toHaveProperty("geometry.crs");
    const [x, y] = axes === "xy" ? point(found) : (point(found).toReversed() as Position);
    const expected: Record<number, Position> = {
      4326: [longitude, latitude],
      4490: [longitude, latitude],
      3857: [
        (longitude * 20_037_508.342789) / 180,
        (Math.log(Math.tan(((90 + latitude) * Math.PI) / 360)) * 20_037_508.342789) / Math.PI,
      ],
    };
    const [east, north] = expected[srid] ?? [x, y];
    expect(x).toBeCloseTo(east, srid === 3857 ? 0 : 5);
    expect(y).toBeCloseTo(north, srid === 3857 ? 0 : 5);
    if (srid > 4500) {
      // On the meridian of 105° an easting is the false one; a degree of latitude has some 110.8 km here.
      expect(Math.abs((x % 1_000_000) - 500_000 - (longitude - 105) * 95_900)).toBeLessThan(1_500);
      expect(Math.abs(y / latitude - 110_750)).toBeLessThan(150);
      expect(Math.floor(x / 1_000_000)).toBe(srid === 4523 ? 35 : 0);
    }

    const one = await ask(`/collections/enterprises/items/${first.id}?crs=${encodeURIComponent(uri)}`);
    expect(one.headers.get("Content-Crs")).toBe(`<${uri}>`);
    expect(await one.json()).toMatchObject({ geometry: found.geometry });

    const margin = srid === 4326 || srid === 4490 ? 1e-6 : 0.5;
    const [a, b] = axes === "xy" ? [x, y] : [y, x];
    const bbox = [a - margin, b - margin, a + margin, b + margin].join();
    const there = await read(items("enterprises", { bbox, "bbox-crs": uri, limit: "50" }));
    expect(there.features.map(({ id }) => id)).toContain(first.id);
    expect(there.numberReturned).toBeLessThan(50);
    const filter = `S_INTERSECTS(geom, BBOX(${bbox}))`;
    const same = await read(items("enterprises", { filter, "filter-crs": uri, limit: "50" }));
    expect(same.features).toEqual(there.features);
    const world = await read(items("districts", { bbox: "-1e12,-1e12,1e12,1e12", "bbox-crs": uri }));
    expect(world.numberMatched).toBe(20);
  });

  test("one that is not there is refused wherever it is named", async () => {
    for (const name of ["crs", "bbox-crs", "filter-crs"])
      for (const value of ["http://www.opengis.net/def/crs/EPSG/0/4547", "EPSG:4326", "", "4326"])
        expect((await ask(items("parks", { [name]: value, bbox: "1,2,3,4" }))).status).toBe(400);
  });
});

test("properties are chosen, in the order of the layer, and geometries left out", async () => {
  const { features } = await read(
    items("parcels", { limit: "3", properties: "area_m2,parcel_code", skipGeometry: "true" }),
  );
  for (const { id, geometry, properties } of features) {
    expect(Object.entries(properties)).toEqual([
      ["parcel_code", id],
      ["area_m2", expect.any(Number)],
    ]);
    expect(geometry).toBe(null);
  }
  expect((await read(items("parcels", { limit: "1", properties: "" }))).features[0]!.properties).toEqual({});
  for (const properties of ["colour", "area_m2,,", "area_m2;", "*"])
    expect((await ask(items("parcels", { properties }))).status).toBe(400);
});

test("pages go on in the order asked for, with what is not known last", async () => {
  const sortby = "nearest_park,-owners,group_code";
  const whole = await read(items("scattered-groups", { sortby, limit: "10000" }));
  const found: Feature[] = [];
  const size = Math.ceil(whole.numberReturned / 4);
  for (let at: string | undefined = items("scattered-groups", { sortby, limit: String(size) }); at; ) {
    const page: Page = await read(at);
    found.push(...page.features);
    at = page.links.find(({ rel }) => rel === "next")?.href;
  }
  expect(found.map(({ id }) => id)).toEqual(whole.features.map(({ id }) => id));
  const sorted = [...found].sort(({ properties: a }, { properties: b }) => {
    const [first, second] = [a.nearest_park, b.nearest_park] as (string | null)[];
    if (first !== second)
      return first === null
        ? 1
        : second === null
          ? -1
          : Buffer.compare(Buffer.from(first!), Buffer.from(second!));
    if (a.owners !== b.owners) return Number(b.owners) - Number(a.owners);
    return String(a.group_code) < String(b.group_code) ? -1 : 1;
  });
  expect(found.map(({ id }) => id)).toEqual(sorted.map(({ id }) => id));

  const parks = await read(items("parks", { sortby: "-measured_area_m2", limit: "10000" }));
  const areas = parks.features.map(({ properties }) => properties.measured_area_m2 as number | null);
  expect(areas).toContain(null);
  expect(areas).toEqual([...areas].sort((a, b) => (b ?? -1) - (a ?? -1)));

  const [next] = (await read(items("parks", { sortby, limit: "1" }).replace("parks", "scattered-groups")))
    .links;
  const cursor = new URL(next!.href).searchParams.get("next")!;
  expect((await ask(items("scattered-groups", { next: cursor }))).status).toBe(400);
  for (const wrong of ["colour", "name,name", "-", "leading_industries", "name,level,grade,note,synthetic"])
    expect((await ask(items("parks", { sortby: wrong }))).status, wrong).toBe(400);
});

test("a selection is counted where it is small, or when asked", async () => {
  const filter = "revenue_wan > 0 OR revenue_wan <= 0 OR revenue_wan IS NULL";
  const { numberMatched } = await read(items("enterprises", { limit: "1" }));
  const counted = await read(items("enterprises", { limit: "1", filter, count: "exact" }));
  expect(counted.numberMatched).toBe(numberMatched);
  const fewer = await read(items("districts", { limit: "1", filter: "emerging" }));
  expect(fewer.numberMatched).toBe(7);
  expect((await ask(items("parks", { count: "all" }))).status).toBe(400);
});

test("headers say the links that bodies say, also of pages that are read in parts", async () => {
  for (const limit of ["2", "1500"]) {
    const response = await ask(items("parcels", { limit }));
    const { links, features } = (await response.json()) as Page;
    expect(linksOf(response)).toEqual(links.map(({ href, rel, type }) => ({ href, rel, type })));
    const next = links.find(({ rel }) => rel === "next")!;
    expect(next.type).toBe("application/geo+json");
    const [following] = (await read(`${next.href.replace(/limit=\d+/, "limit=1")}`)).features;
    expect(features.map(({ id }) => id)).not.toContain(following!.id);
  }
  for (const path of ["", "/collections", "/collections/parcels", "/conformance"]) {
    const response = await ask(path);
    const { links } = (await response.json()) as { links: Link[] };
    expect(linksOf(response).map(({ href }) => href)).toEqual(links.map(({ href }) => href));
  }
});

test("what holds several values is asked by one of them", async () => {
  const { features } = await read(items("parks", { limit: "10000" }));
  const industry = features.flatMap(
    ({ properties }) => (properties.leading_industries as string[] | null) ?? [],
  )[0]!;
  const found = await read(items("parks", { leading_industries: industry, limit: "10000" }));
  const expected = features.filter(({ properties }) =>
    (properties.leading_industries as string[] | null)?.includes(industry),
  );
  expect(found.features.map(({ id }) => id)).toEqual(expected.map(({ id }) => id));
});

describe("pages for people", () => {
  const browser = { Accept: "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8" };

  test("there is one of everything, in both languages, that the browser's policy lets be", async () => {
    const { features } = await read(items("parks", { limit: "1" }));
    const parts = [
      "",
      "/queryables",
      "/schema",
      "/items",
      `/items/${features[0]!.id}`,
      "/tiles",
      "/tiles/WebMercatorQuad",
    ];
    const paths = [
      "",
      "/conformance",
      "/api",
      "/api.html",
      "/collections",
      ...parts.map((part) => `/collections/parks${part}`),
    ];
    for (const path of paths) {
      const pages = await Promise.all(
        ["zh-CN,zh;q=0.9,en;q=0.5", "en-GB,en"].map(async (language) => {
          const response = await ask(path, { ...browser, "Accept-Language": language });
          expect(response.status, path).toBe(200);
          expect(response.headers.get("Content-Type"), path).toBe("text/html; charset=utf-8");
          expect(response.headers.get("Vary"), path).toMatch(/Accept-Language/);
          return response.text();
        }),
      );
      expect(pages[0]).toContain('<html lang="zh-CN">');
      expect(pages[1]).toContain('<html lang="en">');
      for (const page of pages) {
        expect(page, path).not.toMatch(/<script|style="|undefined|\[object|NaN/);
        expect(page.match(/<h1>/g)).toHaveLength(1);
      }
      expect((await (await ask(`${path}?f=html&lang=en`)).text()).includes('lang="en"')).toBe(true);
      if (path !== "/api.html")
        expect((await ask(path, { Accept: "application/json" })).headers.get("Content-Type")).toMatch(/json/);
    }
  });

  test("every link on them leads somewhere, and their look is there", async () => {
    const seen = new Set<string>();
    const look = async (path: string) => {
      const page = await (await ask(path, browser)).text();
      for (const [, href] of page.matchAll(/(?:href|action)="([^"]+)"/g))
        seen.add(new URL(href!.replaceAll("&amp;", "&"), `${app.url}/ogc/`).href);
    };
    for (const path of [
      "",
      "/collections/parks",
      "/collections/parks/items?limit=3",
      "/collections/districts/items/510114",
    ])
      await look(path);
    for (const href of seen) {
      if (!href.startsWith(`${app.url}/ogc`)) continue;
      const response = await ask(href);
      await response.body?.cancel();
      expect(response.status, href).toBe(200);
    }
    expect((await ask("/pages.css")).headers.get("Content-Type")).toMatch(/^text\/css/);
  });

  test("what is asked and what is found comes as text", async () => {
    const evil = `name <> '"><script>alert(1)</script>'`;
    const page = await (
      await ask(items("parks", { filter: evil, f: "html", lang: "en", limit: "3" }))
    ).text();
    expect(page).not.toContain("<script");
    expect(page).toContain("&quot;&gt;&lt;script&gt;");
    expect(page.match(/<tr>/g)).toHaveLength(4);
    expect(page).toContain('rel="next"');
    expect(page).toMatch(/<svg class="map"/);
  });
});
