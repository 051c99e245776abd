import { afterAll, beforeAll, expect, test } from "vitest";
import { FirmPage } from "../../domain/api/ratings/firms.ts";
import { type RunningApp, startApp } from "../setup/app.ts";
import { sharedDatabase } from "../setup/database.ts";
import { reader } from "../setup/reader.ts";

let app: RunningApp;

beforeAll(async () => {
  app = await startApp(await sharedDatabase());
});
afterAll(() => app.stop());

const { read } = reader(() => app.url);

type Page = { numberMatched: number; features: { id: string; properties: Record<string, unknown> }[] };

const items = async (layer: string, query: string): Promise<Page> =>
  (await fetch(`${app.url}/ogc/collections/${layer}/items?${query}`)).json();

const rounded = (value: number | null) => (value === null ? null : Math.round(value * 100) / 100);

test("firms on the map carry the rating of the latest published year", async () => {
  const { features } = await items("enterprises", "district_code=510118&limit=10000");
  const firms = new Map(features.map(({ id, properties }) => [id, properties]));
  const { firms: rated, matched } = await read(
    "/ratings/2025?district=510118&limit=1000&sort=name",
    FirmPage,
  );
  expect(features.filter(({ properties }) => properties.grade !== null)).toHaveLength(matched);
  for (const firm of rated) {
    const properties = firms.get(firm.credit_code)!;
    expect(properties).toMatchObject({ rating_year: 2025, grade: firm.grade, rank: firm.rank });
    for (const figure of ["score", "land_mu", "tax_per_mu", "revenue_per_mu"] as const) {
      const shown = properties[figure] as number | null;
      if (firm[figure] === null) expect(shown).toBeNull();
      else expect(Math.abs(shown! - rounded(firm[figure])!)).toBeLessThan(0.0101);
    }
  }
  for (const { properties } of features)
    expect(properties.rating_year === null).toBe(properties.grade === null);
});

test("items are selected by grade", async () => {
  const { totals } = await read("/ratings/2025?limit=1", FirmPage);
  for (const grade of ["A", "C", "T"] as const) {
    const { numberMatched, features } = await items("enterprises", `grade=${grade}&limit=5`);
    expect(numberMatched).toBe(totals.grades[grade]!.firms);
    for (const { properties } of features) expect(properties.grade).toBe(grade);
  }
  expect((await fetch(`${app.url}/ogc/collections/enterprises/items?grade=Z`)).status).toBe(400);
});

test("parcels have the grade of firms above the designated size before that of others", async () => {
  const { knex } = await sharedDatabase();
  const { rows } = await knex.raw<{ rows: { parcel_code: string; grade: string | null }[] }>(
    `select p.parcel_code, (select g.grade from parcel_rating g join rating_run w on w.id = g.run_id
                             where g.parcel_id = p.id and w.year = 2025 order by w.size = 'below_scale' limit 1) as grade
       from parcel p where p.district_code = '510118'`,
  );
  const { features } = await items("parcels", "district_code=510118&limit=10000");
  const shown = new Map(features.map(({ id, properties }) => [id, properties.grade]));
  expect(shown).toEqual(new Map(rows.map(({ parcel_code, grade }) => [parcel_code, grade])));
  expect(new Set(shown.values()).size).toBeGreaterThan(3);
});
