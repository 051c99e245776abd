import { afterAll, beforeAll, expect, test } from "vitest";
import { Layout } from "../../domain/api/layout.ts";
import { MapSetup } from "../../domain/api/map.ts";
import { SearchResults } from "../../domain/api/search.ts";
import { DistrictSheet, EnterpriseSheet, ParcelSheet, ParkSheet } from "../../domain/api/sheets.ts";
import { SourcePassage } from "../../domain/api/source.ts";
import { EMERGING_DISTRICTS } from "../../domain/districts.ts";
import { INDUSTRY } from "../../domain/land-use.ts";
import { SCATTERED_BELOW } from "../../domain/scattered.ts";
import { type RunningApp, startApp } from "../setup/app.ts";
import { sharedDatabase } from "../setup/database.ts";
import { reader } from "../setup/reader.ts";

let app: RunningApp;

beforeAll(async () => {
  app = await startApp(await sharedDatabase());
});
afterAll(() => app.stop());

const { ask, read } = reader(() => app.url);

const search = (q: string, limit = 6) =>
  read(`/search?q=${encodeURIComponent(q)}&limit=${limit}`, SearchResults);

async function firstOf(
  layer: string,
  count: number,
): Promise<{ id: string; properties: Record<string, unknown> }[]> {
  return (await (await fetch(`${app.url}/ogc/collections/${layer}/items?limit=${count}`)).json()).features;
}

test("the map is told its layers, and where their tiles are", async () => {
  const setup = await read("/map", MapSetup);
  expect(setup.layers.map(({ id }) => id)).toEqual([
    "districts",
    "parks",
    "parcels",
    "enterprises",
    "land-transfers",
    "idle-candidates",
    "scattered-groups",
    "workshops",
    "clusters",
  ]);
  for (const { id, count, tiles } of setup.layers) {
    const page = await (await fetch(`${app.url}/ogc/collections/${id}/items?limit=1`)).json();
    expect(count).toBe(page.numberMatched);
    expect(tiles).toMatch(
      /^\/ogc\/collections\/[\w-]+\/tiles\/WebMercatorQuad\/\{z\}\/\{y\}\/\{x\}\?rev=[\w.-]+$/,
    );
  }
  expect(setup.years).toEqual([2021, 2022, 2023, 2024, 2025]);
  const [west, south, east, north] = setup.bounds;
  expect(west).toBeGreaterThan(103);
  expect(south).toBeGreaterThan(30);
  expect(east).toBeLessThan(105);
  expect(north).toBeLessThan(31.5);
  expect(setup.synthetic).toBe(true);
});

test("the layout has all twenty districts, and seven that stand out", async () => {
  const { districts, parks } = await read("/layout", Layout);
  expect(districts).toHaveLength(20);
  expect(districts.filter(({ emerging }) => emerging).map(({ code }) => code)).toEqual(
    EMERGING_DISTRICTS.map(({ code }) => code),
  );
  for (const { labelPoint, bounds } of districts) {
    expect(labelPoint[0]).toBeGreaterThan(bounds[0]);
    expect(labelPoint[1]).toBeLessThan(bounds[3]);
  }
  expect(parks.length).toBeGreaterThan(0);
  for (const { labelPoint, outlineBasis } of parks) expect(labelPoint === null).toBe(outlineBasis === null);
});

test("every district and every park has a sheet", async () => {
  const { districts, parks } = await read("/layout", Layout);
  for (const { code, name } of districts) {
    const sheet = await read(`/districts/${code}`, DistrictSheet);
    expect(sheet.name).toEqual(name);
    expect(sheet.scatteredArea_m2).toBeLessThanOrEqual(sheet.industrialArea_m2);
    expect(sheet.enterprisesAboveScale).toBeLessThanOrEqual(sheet.enterprises);
    expect(sheet.parks.map((park) => park.code).sort()).toEqual(
      parks
        .filter((park) => park.districtCode === code)
        .map((park) => park.code)
        .sort(),
    );
  }
  for (const park of parks) expect(await read(`/parks/${park.code}`, ParkSheet)).toMatchObject(park);
});

test("a district's figures follow the rules of the domain", async () => {
  const sheet = await read("/districts/510114", DistrictSheet);
  const items = `${app.url}/ogc/collections/parcels/items?district_code=510114&limit=10000`;
  const { features } = (await (await fetch(items)).json()) as {
    features: { properties: { land_use_code: string; area_m2: number; park_share: number } }[];
  };
  const industrial = features
    .map(({ properties }) => properties)
    .filter(({ land_use_code }) => land_use_code.startsWith(INDUSTRY));
  const scattered = industrial.filter(({ park_share }) => park_share < SCATTERED_BELOW);
  const areaOf = (parcels: typeof industrial) => parcels.reduce((sum, { area_m2 }) => sum + area_m2, 0);
  expect(scattered.length).toBeGreaterThan(0);
  expect(sheet.parcels).toBe(industrial.length);
  expect(sheet.industrialArea_m2).toBeCloseTo(areaOf(industrial), -2);
  expect(sheet.scatteredArea_m2).toBeCloseTo(areaOf(scattered), -2);
});

test("a district answers to the code it had as a county", async () => {
  expect((await read("/districts/510124", DistrictSheet)).code).toBe("510117");
});

test("parcels and enterprises have sheets that agree with their features", async () => {
  for (const { id, properties } of await firstOf("parcels", 25)) {
    const sheet = await read(`/parcels/${id}`, ParcelSheet);
    expect(sheet.area_m2).toBeCloseTo(Number(properties.area_m2), 1);
    expect(sheet.contract.supplyDate).toBe(properties.supply_date);
    expect(sheet.park?.code ?? null).toBe(properties.park_code);
    for (const { creditCode } of sheet.occupiers.slice(0, 1))
      expect(
        (await read(`/enterprises/${creditCode}`, EnterpriseSheet)).parcels.map(({ code }) => code),
      ).toContain(id);
  }
  for (const { id, properties } of await firstOf("enterprises", 25)) {
    const sheet = await read(`/enterprises/${id}`, EnterpriseSheet);
    expect(sheet.name).toBe(properties.name);
    expect(sheet.years.at(-1)?.year ?? null).toBe(properties.year);
  }
});

test("what does not exist is a 404", async () => {
  for (const path of [
    "/districts/999999",
    "/parks/none",
    "/parcels/none",
    "/enterprises/none",
    "/sources/none.txt",
  ])
    expect((await ask(path)).status, path).toBe(404);
});

test("a source shows the cited line among its neighbours, and only files that the database lists", async () => {
  const { document, lines } = await read("/sources/004_a6f2ba46ca1a64b5.txt?line=146", SourcePassage);
  expect(document.id).toBe("004");
  expect(lines.filter(({ cited }) => cited)).toEqual([
    expect.objectContaining({ number: 146, text: expect.stringContaining("成都经开区") }),
  ]);
  expect(lines.length).toBeGreaterThan(3);
  expect((await read("/sources/004_a6f2ba46ca1a64b5.txt", SourcePassage)).lines.length).toBeGreaterThan(3);
  expect((await ask("/sources/004_a6f2ba46ca1a64b5.txt?line=99999")).status).toBe(404);
  expect((await ask("/sources/004_a6f2ba46ca1a64b5.txt?line=0")).status).toBe(400);
  for (const path of ["..%2Fpolicy-facts.json", "%2Fetc%2Fpasswd", "004_a6f2ba46ca1a64b5"])
    expect((await ask(`/sources/${path}`)).status).toBe(404);
});

test("search finds districts and parks by either name", async () => {
  expect((await search("新都")).hits[0]).toMatchObject({ kind: "district", code: "510114" });
  expect((await search("xindu")).hits[0]).toMatchObject({ kind: "district", code: "510114" });
  const { parks } = await read("/layout", Layout);
  const park = parks[0]!;
  for (const name of [park.name.zh, park.name.en.toLowerCase()])
    expect((await search(name, 20)).hits.map(({ code }) => code)).toContain(park.code);
});

test("search finds a parcel by any part of its code, exact and first parts before others", async () => {
  const [{ id } = { id: "" }] = await firstOf("parcels", 1);
  expect((await search(id)).hits).toEqual([expect.objectContaining({ kind: "parcel", code: id })]);
  expect((await search(id.toLowerCase())).hits[0]?.code).toBe(id);
  const inside = await search(id.slice(6), 20);
  expect(inside.hits.filter(({ kind }) => kind === "parcel").map(({ code }) => code)).toContain(id);
  const beginning = await search(id.slice(0, 6));
  expect(beginning.more).toContain("parcel");
  expect(
    beginning.hits
      .filter(({ kind }) => kind === "parcel")
      .every(({ code }) => code.startsWith(id.slice(0, 6))),
  ).toBe(true);
});

test("search finds a firm by a part of its name and by its credit code", async () => {
  const [firm] = await firstOf("enterprises", 1);
  const name = String(firm!.properties.name);
  expect((await search(name)).hits.find(({ kind }) => kind === "enterprise")?.name.zh).toBe(name);
  expect((await search(firm!.id)).hits).toEqual([
    expect.objectContaining({ kind: "enterprise", code: firm!.id }),
  ]);
  for (const length of [1, 2, 3]) {
    const part = name.slice(2, 2 + length);
    const firms = (await search(part, 20)).hits.filter(({ kind }) => kind === "enterprise");
    expect(firms.length).toBeGreaterThan(0);
    for (const hit of firms) expect(hit.name.zh + hit.code).toContain(part);
  }
});

test("search takes the wildcards of LIKE as they are, and says when there is more", async () => {
  for (const q of ["%", "_", "\\", "100%", "'; --"]) expect((await search(q)).hits, q).toEqual([]);
  const { hits, more } = await search("有限", 3);
  expect(hits.filter(({ kind }) => kind === "enterprise")).toHaveLength(3);
  expect(more).toContain("enterprise");
});
