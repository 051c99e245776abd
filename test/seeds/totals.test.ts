import { expect, test } from "vitest";
import { sharedDatabase } from "../setup/database.ts";

const { knex } = await sharedDatabase();

async function one<T>(sql: string): Promise<T> {
  const { rows } = await knex.raw<{ rows: T[] }>(sql);
  return rows[0]!;
}

const within = (value: number, published: number, percent: number) =>
  expect(Math.abs(value / published - 1) * 100).toBeLessThanOrEqual(percent);

test("industrial land of the seven districts is 181.93 km²", async () => {
  const { area } = await one<{ area: number }>(
    "select sum(area_m2) / 1e6 as area from parcel where land_use_code like '1001%'",
  );
  within(area, 181.93, 0.5);
});

test("revenue above the designated size in 2025 is 650.84 billion yuan, two districts near 200 and six above 50", async () => {
  const { rows } = await knex.raw<{ rows: { district_code: string; yi: number }[] }>(`
    select e.district_code, sum(y.revenue_wan) / 1e4 as yi
      from enterprise_year y join enterprise e on e.id = y.enterprise_id
     where y.year = 2025 and y.above_scale group by 1 order by 2 desc`);
  within(
    rows.reduce((sum, { yi }) => sum + yi, 0),
    6508.4,
    1,
  );
  for (const { yi } of rows.slice(0, 2)) within(yi, 2000, 3);
  expect(rows.filter(({ yi }) => yi > 500)).toHaveLength(6);
});

test("value added of all industry in 2025 is 203.77 billion yuan", async () => {
  const { yi } = await one<{ yi: number }>(
    "select sum(value_added_wan) / 1e4 as yi from enterprise_year where year = 2025",
  );
  within(yi, 2037.7, 1);
});

test("yearly figures of the districts agree with the published ones and with the firms", async () => {
  const figures = await one<{ investment: number; revenue: number; added: number; growth: number }>(`
    select sum(investment_wan) / 1e4 as investment,
           sum(revenue_wan) filter (where year = 2025) / 1e4 as revenue,
           sum(value_added_wan) filter (where year = 2025) / 1e4 as added,
           sum(revenue_wan) filter (where year = 2025) / sum(revenue_wan) filter (where year = 2021) as growth
      from district_year`);
  within(figures.investment, 2227.7, 1);
  within(figures.revenue, 6508.4, 1);
  within(figures.added, 2037.7, 1);
  // Revenue in 2025 is 24.9 % above 2020; 2021 already took part of that.
  expect(figures.growth).toBeGreaterThan(1.05);
  expect(figures.growth).toBeLessThan(1.249);
});

test("there are about 2,300 firms above the designated size and 8,000 small ones, 119 of them little giants", async () => {
  const { above, small, giants } = await one<{ above: number; small: number; giants: number }>(`
    select count(*) filter (where above_scale) as above, count(*) filter (where not above_scale) as small,
           count(*) filter (where '专精特新小巨人' = any(titles)) as giants from enterprise`);
  within(Number(above), 2300, 2);
  within(Number(small), 8000, 2);
  expect(Number(giants)).toBe(119);
});

test("industrial parcels are log-normal with a median near 1.5 hectares", async () => {
  const { count, median, sigma, skew } = await one<{
    count: number;
    median: number;
    sigma: number;
    skew: number;
  }>(`
    select count(*)::integer as count, percentile_cont(0.5) within group (order by area_m2) as median,
           stddev_pop(size) as sigma, avg(power((size - mean) / deviation, 3)) as skew
      from (select area_m2, ln(area_m2) as size, avg(ln(area_m2)) over () as mean, stddev_pop(ln(area_m2)) over () as deviation
              from parcel where land_use_code like '1001%') as sizes`);
  within(count, 8000, 6);
  within(median, 15_000, 7);
  within(sigma, 0.9, 6);
  expect(Math.abs(skew)).toBeLessThan(0.35);
});

test("everything is marked synthetic, and every firm's name says that it is an example", async () => {
  const { real, unmarked } = await one<{ real: number; unmarked: number }>(`
    select (select count(*) from parcel where not synthetic) + (select count(*) from enterprise where not synthetic)
         + (select count(*) from land_transfer where not synthetic) + (select count(*) from district_year where not synthetic) as real,
           (select count(*) from enterprise where name not like '示例·%') as unmarked`);
  expect([Number(real), Number(unmarked)]).toEqual([0, 0]);
});
