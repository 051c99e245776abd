import { expect, test } from "vitest";
import { sharedDatabase } from "../setup/database.ts";

const { knex } = await sharedDatabase();

test("industrial land is 18 to 27 per cent of urban construction land in each district, and below 23 in all", async () => {
  const { rows } = await knex.raw<{ rows: { district_code: string; net: number; urban: number }[] }>(`
    select y.district_code, sum(p.net_area_m2) as net, max(y.urban_construction_land_m2) as urban
      from district_year y join parcel p on p.district_code = y.district_code and p.land_use_code like '1001%'
     where y.year = 2025 group by 1`);
  for (const { net, urban } of rows) {
    expect(net / urban).toBeGreaterThan(0.18);
    expect(net / urban).toBeLessThan(0.27);
  }
  const total = rows.reduce((sum, { net }) => sum + net, 0) / rows.reduce((sum, { urban }) => sum + urban, 0);
  expect(total).toBeGreaterThan(0.21);
  expect(total).toBeLessThan(0.22);
});

const TRANSFERRED = `
  select extract(year from signed)::integer as year, count(*) as count,
         sum(area_m2) filter (where land_use in ('industry', 'new_industry')) / sum(area_m2) as share
    from land_transfer where supply_mode <> 'allocation'`;

test("industry takes 24 to 34 per cent of each year's transfers, in all and in each district", async () => {
  const { rows } = await knex.raw<{ rows: { year: number; count: number; share: number }[] }>(
    `${TRANSFERRED} group by grouping sets ((1), (1, district_code))`,
  );
  expect(rows).toHaveLength(5 * 8);
  for (const { share } of rows) {
    expect(share).toBeGreaterThanOrEqual(0.235);
    expect(share).toBeLessThanOrEqual(0.345);
  }
});

test("a few hundred transfers are signed each year", async () => {
  const { rows } = await knex.raw<{ rows: { count: number }[] }>(
    `${TRANSFERRED} group by grouping sets ((1))`,
  );
  for (const { count } of rows) {
    expect(Number(count)).toBeGreaterThan(150);
    expect(Number(count)).toBeLessThan(900);
  }
});

test("an industrial transfer is the contract of its parcel", async () => {
  const { rows } = await knex.raw<{ rows: { wrong: number; linked: number }[] }>(`
    select count(*) filter (where p.contract_no <> t.contract_no or p.supply_date <> t.signed or p.area_m2 <> t.area_m2) as wrong,
           count(*) as linked
      from land_transfer t join parcel p on p.id = t.parcel_id`);
  expect(Number(rows[0]!.wrong)).toBe(0);
  expect(Number(rows[0]!.linked)).toBeGreaterThan(500);
});
