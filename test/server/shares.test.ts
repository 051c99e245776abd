import { afterAll, beforeAll, describe, expect, test } from "vitest";
import {
  ParcelFactsColumns,
  ScenarioBase,
  type Share,
  ShareList,
  ShareMonths,
  ShareSeries,
} from "../../domain/api/shares.ts";
import { SHARES } from "../../domain/shares/definitions.ts";
import { standingOf } from "../../domain/shares/gap.ts";
import { NAMED_AT_MOST } from "../../domain/shares/scenario.ts";
import { type RunningApp, startApp } from "../setup/app.ts";
import { sharedDatabase } from "../setup/database.ts";
import { reader } from "../setup/reader.ts";

/** Land shares of the demonstration city, beside plain SQL. */

const database = await sharedDatabase();
let app: RunningApp;
beforeAll(async () => {
  app = await startApp(database);
});
afterAll(() => app.stop());

const { read, refused } = reader(() => app.url);
const rowsOf = async <Row>(sql: string) => (await database.knex.raw<{ rows: Row[] }>(sql)).rows;
const numberOf = async (sql: string) => (await rowsOf<{ value: number }>(`select ${sql} as value`))[0]!.value;

type Id = Share["id"];
async function sharesOf(query: string): Promise<Record<Id, Share>> {
  const shares = await read(`/shares?${query}`, ShareList);
  expect(shares.map(({ id }) => id)).toEqual(SHARES.map(({ id }) => id));
  return Object.fromEntries(shares.map((share) => [share.id, share])) as Record<Id, Share>;
}

const INDUSTRY = "(new_industry or land_use_code like '1001%') and supply_date < '2025-01-01'";
const COMMERCIAL = "extract(year from signed) = 2024 and supply_mode = 'transfer'";

describe("the shares of a year", () => {
  test("are what plain SQL says, of all seven and of one", async () => {
    const all = await sharesOf("year=2024");
    expect(all.R1.numerator).toBeCloseTo(
      await numberOf(`(select sum(net_area_m2) from parcel where ${INDUSTRY})`),
      0,
    );
    expect(all.R1.denominator).toBe(
      await numberOf("(select sum(urban_construction_land_m2) from district_year where year = 2024)"),
    );
    expect(all.R1p.numerator).toBeCloseTo(
      await numberOf(`(select sum(area_m2) from parcel where ${INDUSTRY})`),
      0,
    );
    expect(all.R3.numerator).toBe(all.R1p.numerator);
    const industrial = "land_use in ('industry', 'new_industry')";
    expect(all.R2.numerator).toBeCloseTo(
      await numberOf(`(select sum(area_m2) from land_transfer where ${COMMERCIAL} and ${industrial})`),
      0,
    );
    const one = await sharesOf("year=2024&district=510125");
    expect(one.R2.denominator).toBeCloseTo(
      await numberOf(
        `(select sum(area_m2) from land_transfer where ${COMMERCIAL} and district_code = '510114')`,
      ),
      0,
    );
    expect(one.R1.scope.zh).toBe("新都区");
    expect(one.R3.percent).toBeLessThan(all.R3.percent!);
  });

  test("say what they were computed with, of whom and when, and are never taken for Chengdu's", async () => {
    const { R1, R1p, R2, R3 } = await sharesOf("year=2025");
    for (const { basis, date, scope, unit } of [R1, R1p, R2, R3]) {
      expect(basis).toMatchObject({ synthetic: true, data: { zh: expect.stringContaining("演示数据") } });
      expect({ date, unit, scope: scope.zh }).toEqual({
        date: "2025-12-31",
        unit: "m²",
        scope: "新兴七区合计",
      });
      expect(basis.source.file).toMatch(/^00[014]_/);
    }
    expect(R1.basis.switches).toEqual({ m0: true, warehouse: false });
    expect(R3).toMatchObject({ target: null, baseline: 47.8, standing: "unknown", gap: null });
    expect(R3.percent).toBeCloseTo(47.8, 1);
    expect(R1).toMatchObject({ target: 23, standing: "missed" });
    const { both_m2 } = R2.gap!;
    expect((R2.numerator + both_m2) / (R2.denominator! + both_m2)).toBeCloseTo(
      Math.max(0.3, R2.percent! / 100),
      9,
    );
  });

  test("follow the switches that matter to them", async () => {
    const plain = await sharesOf("year=2025");
    const without = await sharesOf("year=2025&m0=false");
    const m0 = "(select sum(net_area_m2) from parcel where new_industry)";
    expect(plain.R1.numerator - without.R1.numerator).toBeCloseTo(await numberOf(m0), 0);
    const stores = await sharesOf("year=2025&warehouse=true&negotiated=true&lease_then_transfer=true");
    expect(stores.R2.denominator).toBeGreaterThan(plain.R2.denominator!);
    expect(stores.R2.numerator).toBeGreaterThan(plain.R2.numerator);
    expect(stores.R3.numerator).toBe(plain.R3.numerator);
  });

  test("are unknown, with the reason, where nothing was reported; other districts are refused", async () => {
    const { R1, R2, R3 } = await sharesOf("year=2015");
    for (const { percent, gap, basis, standing } of [R1, R2, R3]) {
      expect({ percent, gap, standing }).toEqual({ percent: null, gap: null, standing: "unknown" });
      expect(basis.data.zh).toContain("2015");
    }
    expect(await refused("/shares?year=2025&district=510104", 400)).toContain("none of the seven");
    expect(await refused("/shares?year=1800", 400)).toContain("year");
    expect(await refused("/shares?year=2025&m1=true", 400)).toContain("m1");
  });
});

test("through the years they are those of each year", async () => {
  const { years, districts, points, synthetic } = await read("/shares/series", ShareSeries);
  expect({ years, synthetic }).toEqual({ years: [2021, 2022, 2023, 2024, 2025], synthetic: true });
  expect(districts.map(({ code }) => code)).toEqual([
    ...["510112", "510113", "510114", "510115", "510116", "510117", "510118"],
  ]);
  expect(points).toHaveLength(4 * 5 * 8);
  for (const [district, query] of [
    [null, ""],
    ["510116", "&district=510116"],
  ] as const) {
    const year = await sharesOf(`year=2023${query}`);
    for (const point of points.filter((one) => one.year === 2023 && one.district === district))
      expect(point).toMatchObject({ percent: year[point.id].percent, numerator: year[point.id].numerator });
  }
});

test("months add up to the year, and the gap runs along", async () => {
  const { months, target } = await read("/shares/months?year=2024&district=510112", ShareMonths);
  const { R2 } = await sharesOf("year=2024&district=510112");
  expect(months.map(({ month }) => month)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]);
  const sum = (of: (month: (typeof months)[number]) => number) =>
    months.reduce((all, one) => all + of(one), 0);
  expect(sum(({ industrial_m2 }) => industrial_m2)).toBeCloseTo(R2.numerator, 1);
  expect(sum(({ industrial_m2, other_m2 }) => industrial_m2 + other_m2)).toBeCloseTo(R2.denominator!, 1);
  expect(months.at(-1)).toMatchObject({ percent: R2.percent, missing_m2: R2.gap!.both_m2 });
  for (const { numerator, denominator, missing_m2 } of months)
    if (missing_m2 > 0) {
      const then = ((numerator + missing_m2) * 100) / (denominator + missing_m2);
      expect(then).toBeCloseTo(target, 6);
      expect(standingOf(then, target, 1)).toBe("near");
    }
  expect((await read("/shares/months?year=2099", ShareMonths)).months).toEqual([]);
});

test("a scenario starts from the same land, transfers and the plan's output", async () => {
  const base = await read("/shares/base?year=2025", ScenarioBase);
  const { R1, R2 } = await sharesOf("year=2025");
  const net = base.districts.reduce((sum, { net_m2 }) => sum + net_m2.industry + net_m2.m0, 0);
  expect(net).toBeCloseTo(R1.numerator, 1);
  const transferred = base.transfers.filter(({ mode }) => mode === "transfer");
  expect(transferred.reduce((sum, { area_m2 }) => sum + area_m2, 0)).toBeCloseTo(R2.denominator!, 1);
  expect(base.output_target?.per_mu).toBeCloseTo(304.1, 1);
  expect(base.output_target?.source).toMatchObject({ file: "004_a6f2ba46ca1a64b5.txt" });
  const [output] = base.districts.map(({ output_wan }) => output_wan);
  expect(output).toBe(
    await numberOf("(select revenue_wan from district_year where district_code = '510112' and year = 2025)"),
  );
});

describe("facts of parcels", () => {
  const facts = (query: string) => read(`/shares/parcels?${query}`, ParcelFactsColumns);

  test("are those of the parcels that are named, with the output of their firms and the mean beside it", async () => {
    const [row] = await rowsOf<{ code: string; output: number; area: number; net: number; floor: number }>(`
      select p.parcel_code as code, p.area_m2 as area, p.net_area_m2 as net, p.floor_area_m2 as floor,
             sum(r.revenue_per_mu * r.land_mu) as output
        from parcel p join parcel_rating r on r.parcel_id = p.id
        join shown_run s on s.id = r.run_id and s.year = 2025
       where r.revenue_per_mu > 0 group by p.id order by p.parcel_code limit 1`);
    const { code, output, area, net, floor } = row!;
    const { mean_per_mu, output_wan, ...told } = await facts(`codes=${code},510112001001GB99999`);
    expect(told).toMatchObject({ codes: [code], kinds: ["industry"], net_m2: [net], area_m2: [area] });
    expect(told.floor_m2).toEqual([floor]);
    expect(output_wan[0]).toBeCloseTo(output, 6);
    expect(mean_per_mu[0]).toBeGreaterThan(0);
  });

  test("are those in a box, of a district, of what is suspected, and of what was there in a year", async () => {
    const count = (where: string) => numberOf(`(select count(*)::integer from parcel p where ${where})`);
    const idle = `exists (select from finding f where f.parcel_id = p.id and f.kind = 'idle')`;
    expect((await facts("slack=idle&district=510114")).codes).toHaveLength(
      await count(`${idle} and district_code = '510114'`),
    );
    const box = [104.1, 30.7, 104.2, 30.9];
    const inside = await facts(`bbox=${box.join()}&year=2010`);
    expect(inside.codes).toHaveLength(
      await count(
        `ST_Intersects(geom, ST_MakeEnvelope(${box.join()}, 4326)) and (supply_date is null or supply_date < '2011-01-01')`,
      ),
    );
    expect(inside.codes.length).toBeGreaterThan(0);
    expect(inside.more).toBe(false);
    const ring = "104.1,30.7,104.2,30.7,104.2,30.9,104.1,30.9";
    const drawn = await facts(`within=${ring}`);
    expect(drawn.codes).toHaveLength(
      await count(`ST_Intersects(ST_PointOnSurface(geom), ST_MakeEnvelope(${box.join()}, 4326))`),
    );
    expect(drawn.codes.length).toBeGreaterThan(0);
    expect(await refused("/shares/parcels?within=104,30,104,31", 400)).toContain("within");
    expect(await refused("/shares/parcels", 400)).toContain("bbox");
    for (const box of ["1,2,x,4", "104,30,105,", "105,30,104,31", "104,30,105,1e308"])
      expect(await refused(`/shares/parcels?bbox=${box}`, 400)).toContain("bbox");
    // A ring of no area, and one that crosses itself.
    expect((await facts("within=104.1,30.7,104.1,30.7,104.1,30.7")).codes).toEqual([]);
    const bow = "104.1,30.7,104.2,30.9,104.2,30.7,104.1,30.9";
    expect((await facts(`within=${bow}`)).codes.length).toBeLessThan(drawn.codes.length);
    const many = (count: number) => Array.from({ length: count }, () => "510112001001GB99999").join();
    expect((await facts(`codes=${encodeURIComponent(many(NAMED_AT_MOST))}&year=2025`)).codes).toEqual([]);
    expect(await refused(`/shares/parcels?codes=${many(NAMED_AT_MOST + 1)}`, 400)).toContain("codes");
  });
});
