import { afterAll, beforeAll, expect, test } from "vitest";
import { type Share, ShareList, ShareMonths } from "../../domain/api/shares.ts";
import { type AccountDesk, openAccountDesk } from "../setup/account-desk.ts";

/** Shares while what they are added up from changes. */

let desk: AccountDesk;
beforeAll(async () => {
  desk = await openAccountDesk();
});
afterAll(() => desk.close());

async function share(id: Share["id"], query = "year=2025"): Promise<Share> {
  const { body } = await desk.send("GET", `/api/shares?${query}`);
  return ShareList.parse(body).find((one) => one.id === id)!;
}

test("whoever has just changed land, a transfer or a figure sees the share that follows", async () => {
  const before = await share("R1");
  const parcel = await desk.knex("parcel").where({ land_use_code: "100102" }).orderBy("id").first();
  await desk.knex("parcel").where({ id: parcel.id }).update({ land_use_code: "0701" });
  expect(before.numerator - (await share("R1")).numerator).toBeCloseTo(parcel.net_area_m2, 2);
  const months = async () =>
    ShareMonths.parse((await desk.send("GET", "/api/shares/months?year=2025")).body).months;
  const [first] = await months();
  await desk.knex.raw(`
    insert into land_transfer (contract_no, district_code, signed, land_use, supply_mode, area_m2, synthetic, geom)
    select 'TEST-1', district_code, '2025-01-31', 'industry', 'transfer', 1234, true, geom from land_transfer limit 1`);
  const together = await Promise.all([months(), months(), months()]);
  for (const [january] of together)
    expect(january!.industrial_m2 - first!.industrial_m2).toBeCloseTo(1234, 2);
});

test("copies of the city that were laid out for measurements count by themselves and never as the city's", async () => {
  const before = await share("R3");
  await desk.knex.raw(`
    insert into district (code, name, name_en, group_name, copy_of, outline_source, synthetic, geom)
    select '900112', '副本', 'Copy', group_name, code, outline_source, true, geom from district where code = '510112'`);
  await desk.knex.raw(`
    insert into parcel (parcel_code, district_code, land_use_code, area_m2, area_basis, net_area_m2, synthetic, geom)
    select '900112' || substr(parcel_code, 7), '900112', '1001', 5000, area_basis, 4000, true, geom
      from parcel where district_code = '510112' order by id limit 1`);
  expect(await share("R3")).toEqual(before);
  expect((await share("R3", "year=2025&district=900112")).numerator).toBe(5000);
  const { body } = await desk.send("GET", "/api/shares/base?year=2025");
  expect(body.districts).toHaveLength(7);
});

test("what a district did not report is named, and figures that are real say where they come from", async () => {
  const figures = desk.knex("district_year").where({ district_code: "510118", year: 2025 });
  await figures.clone().update({ urban_construction_land_m2: null });
  const R1 = await share("R1");
  expect(R1).toMatchObject({ denominator: null, percent: null, gap: null, standing: "unknown" });
  expect(R1.basis.data.zh).toMatch(/^缺 2025 年城市建设用地：新津区/);
  expect((await share("R1", "year=2025&district=510117")).percent).not.toBeNull();
  await figures.clone().delete();
  expect((await share("R1p")).denominator).toBeNull();
  await desk.knex("parcel").where({ synthetic: true }).update({ synthetic: false });
  await desk.knex("district_year").update({ synthetic: false, source: "统计年鉴" });
  const real = await share("R1", "year=2024");
  expect(real.basis).toMatchObject({ synthetic: false, data: { zh: expect.stringContaining("统计年鉴") } });
  expect((await share("R2", "year=2024")).basis.synthetic).toBe(true);
});
