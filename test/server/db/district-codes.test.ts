import { afterAll, beforeAll, expect, test } from "vitest";
import { copiedDistrictCode, currentDistrictCode } from "../../../domain/districts.ts";
import type { Database } from "../../../server/db/connect.ts";
import { freshDatabase } from "../../setup/database.ts";

let database: Database;

beforeAll(async () => {
  database = await freshDatabase("tables");
});

afterAll(() => database.close());

test("the database brings district codes up to date as the program does, for every code there is", async () => {
  const { rows } = await database.knex.raw<{ rows: { code: string; current: string }[] }>(`
    select code, current_district_code(code) as current
      from (select lpad(n::text, 6, '0') as code from generate_series(0, 999999) n) every
     where current_district_code(code) <> code`);
  const changed = new Map(rows.map(({ code, current }) => [code, current]));
  expect(changed.size).toBeGreaterThan(0);
  const differing = Array.from({ length: 1_000_000 }, (_, n) => String(n).padStart(6, "0")).filter(
    (code) => (changed.get(code) ?? code) !== currentDistrictCode(code),
  );
  expect(differing).toEqual([]);
});

const addDistrict = (code: string) =>
  database.knex.raw(
    `insert into district (code, name, name_en, group_name, outline_source, geom)
     values (?, '区', 'District', '新兴七区', 'test', ST_Multi(ST_MakeEnvelope(104, 30, 104.1, 30.1, 4326)))`,
    [code],
  );

const addParcel = (parcelCode: string, district: string) =>
  database.knex.raw(
    `insert into parcel (parcel_code, district_code, land_use_code, area_m2, area_basis, net_area_m2, synthetic, geom)
     values (?, ?, '1001', 10000, 'certificate', 10000, false, ST_Multi(ST_MakeEnvelope(104.04, 30.04, 104.05, 30.05, 4326)))`,
    [parcelCode, district],
  );

test("a parcel keeps the code of the county that its district was", async () => {
  const copy = copiedDistrictCode("510117", 12);
  for (const code of ["510117", "510116", copy]) await addDistrict(code);
  await addParcel("510124001002GB00001", "510117");
  await addParcel("510117001002GB00001", "510117");
  await addParcel(`${copy}001002GB00001`, copy);
  for (const foreign of ["510122001002GB00002", "510116001002GB00002", "510124001002GB00002"]) {
    const district = foreign.startsWith("510124") ? "510116" : "510117";
    await expect(addParcel(foreign, district), foreign).rejects.toMatchObject({ code: "23514" });
  }
});
