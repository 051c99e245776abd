import { expect, test } from "vitest";
import { isCreditCode, isParcelCode, organisationCheck } from "../../domain/codes.ts";
import { sharedDatabase } from "../setup/database.ts";

const { knex } = await sharedDatabase();

async function count(sql: string): Promise<number> {
  const { rows } = await knex.raw<{ rows: { count: number }[] }>(sql);
  return Number(rows[0]!.count);
}

test("every code carries its own proof", async () => {
  const credit = await knex<{ credit_code: string }>("enterprise").pluck("credit_code");
  const parcels = await knex<{ parcel_code: string }>("parcel").pluck("parcel_code");
  expect(credit.filter((code) => !isCreditCode(code))).toEqual([]);
  expect(credit.filter((code) => organisationCheck(code.slice(8, 16)) !== code[16])).toEqual([]);
  expect(parcels.filter((code) => !isParcelCode(code))).toEqual([]);
});

test("every firm sits on a parcel that it occupies, and every industrial parcel has an owner", async () => {
  const homeless = await count(`
    select count(*) from enterprise e where not exists (
      select 1 from occupation o join parcel p on p.id = o.parcel_id
       where o.enterprise_id = e.id and ST_Intersects(p.geom, e.geom))`);
  const ownerless = await count(`
    select count(*) from parcel p where land_use_code like '1001%'
       and (select count(*) from occupation o where o.parcel_id = p.id and o.tenure = 'owned') <> 1`);
  expect([homeless, ownerless]).toEqual([0, 0]);
});

test("each lease is written on both sides, and never lets more floor than there is", async () => {
  const oneSided = await count(`
    select count(*) from occupation a where a.tenure <> 'owned' and not exists (
      select 1 from occupation b
       where b.parcel_id = a.parcel_id and b.enterprise_id = a.counterparty_id and b.counterparty_id = a.enterprise_id
         and b.tenure <> a.tenure and b.from_date = a.from_date
         and b.floor_area_m2 is not distinct from a.floor_area_m2)`);
  const overfull = await count(`
    select count(*) from (
      select p.id from occupation o join parcel p on p.id = o.parcel_id
       where o.tenure = 'leased_in' and (o.to_date is null or o.to_date >= date '2025-12-31')
       group by p.id having sum(o.floor_area_m2) > max(p.floor_area_m2)) as crowded`);
  expect([oneSided, overfull]).toEqual([0, 0]);
});

test("land is shared: crowded workshops, unstated floors, leases that ran out, firms on several parcels", async () => {
  const crowded = await count(
    "select count(*) from (select parcel_id from occupation where tenure = 'leased_in' group by 1 having count(*) >= 8) as full_house",
  );
  const unstated = await count(
    "select count(*) from occupation where tenure = 'leased_in' and floor_area_m2 is null",
  );
  const expired = await count("select count(*) from occupation where to_date < date '2025-12-31'");
  const several = await count(
    "select count(*) from (select enterprise_id from occupation where tenure = 'owned' group by 1 having count(*) > 1) as holders",
  );
  expect(crowded).toBeGreaterThan(100);
  expect(unstated).toBeGreaterThan(80);
  expect(expired).toBeGreaterThan(60);
  expect(several).toBeGreaterThan(300);
});

test("about three firms in a hundred leave something out, one in a hundred is vetoed, and some are exempt or protected", async () => {
  const { rows } = await knex.raw<{
    rows: Record<"missing" | "vetoed" | "exempt" | "protected" | "loss", number>[];
  }>(`
    select avg((num_nulls(revenue_wan, tax_wan, value_added_wan, staff, energy_tce, rd_wan, emissions_t) > 0)::integer)::float8 as missing,
           avg((vetoes <> '{}')::integer)::float8 as vetoed,
           avg((exemptions <> '{}')::integer)::float8 as exempt,
           avg((protections <> '{}')::integer)::float8 as protected,
           avg(coalesce(value_added_wan < 0, false)::integer)::float8 as loss
      from enterprise_year where above_scale`);
  const shares = rows[0]!;
  expect(shares.missing).toBeGreaterThan(0.02);
  expect(shares.missing).toBeLessThan(0.045);
  expect(shares.vetoed).toBeGreaterThan(0.006);
  expect(shares.vetoed).toBeLessThan(0.015);
  for (const share of [shares.exempt, shares.protected]) expect(share).toBeGreaterThan(0.01);
  expect(shares.loss).toBeGreaterThan(0.005);
});

test("firms above the designated size earn more than 20 million yuan, small ones less, and a few earn ten billion", async () => {
  const crossed = await count(
    "select count(*) from enterprise_year where revenue_wan is not null and above_scale <> (revenue_wan >= 2000)",
  );
  const giants = await count("select count(*) from enterprise_year where year = 2025 and revenue_wan >= 1e6");
  expect(crossed).toBe(0);
  expect(giants).toBe(8);
});

test("tax is three to six per cent of revenue on the whole", async () => {
  const { rows } = await knex.raw<{ rows: { rate: number }[] }>(
    "select sum(tax_wan) / sum(revenue_wan) as rate from enterprise_year where tax_wan is not null",
  );
  expect(rows[0]!.rate).toBeGreaterThan(0.03);
  expect(rows[0]!.rate).toBeLessThan(0.06);
});
