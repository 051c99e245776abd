import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { load } from "../../seeds/load.ts";
import { refuseRealRecords, refuseSyntheticRecords } from "../../seeds/standing.ts";
import type { Database } from "../../server/db/connect.ts";
import { freshDatabase } from "../setup/database.ts";

let database: Database;

beforeAll(async () => {
  database = await freshDatabase("demonstration");
});

afterAll(() => database.close());

const SCHEME = `with scheme as (insert into rating_scheme (key, version, name, definition) values ('test', 1, '方案', '{}') returning id)`;
const AREA = "ST_Multi(ST_MakeEnvelope(104, 30, 104.1, 30.1, 4326))";

/** How a record that a load could not bring back gets into each table. */
const REAL = [
  ["parcel", "update parcel set synthetic = false where id = (select min(id) from parcel)"],
  ["enterprise", "update enterprise set synthetic = false where id = (select min(id) from enterprise)"],
  [
    "land_transfer",
    "update land_transfer set synthetic = false where id = (select min(id) from land_transfer)",
  ],
  [
    "district_year",
    "update district_year set synthetic = false where district_code = '510112' and year = 2025",
  ],
  ["district", "update district set outline_source = '勘测' where code = '510112'"],
  [
    "district",
    `insert into district (code, name, name_en, group_name, outline_source, geom)
     values ('510199', '新区', 'New', '县市新城', 'test', ${AREA})`,
  ],
  [
    "park",
    "update park set outline_basis = 'surveyed' where park_code = (select min(park_code) from park where geom is not null)",
  ],
  [
    "park",
    `insert into park (park_code, name, name_en, level, district_code, district_basis, source)
     values ('new-park', '新园区', 'New park', 'named_place', '510112', 'stated', '{}')`,
  ],
  [
    "rating_run",
    `${SCHEME} insert into rating_run (scheme_id, year, state, data_revision, published_at) select id, 2025, 'published', 1, now() from scheme`,
  ],
  [
    "screening_run",
    "insert into screening_run (reference_date, rules, data_revision, state, published_at) values ('2026-01-01', '{}', 1, 'published', now())",
  ],
  [
    "target_actual",
    `with officer as (insert into account (name, display_name, role) values ('officer', 'officer', 'city_officer') returning id)
     insert into target_actual (target_id, year, value, source, account_id) select 'plan-155-1', 2026, 1, '年报', id from officer`,
  ],
  ["plan_task", "update plan_task set synthetic = false where id = (select min(id) from plan_task)"],
  [
    "workshop",
    `insert into workshop (name, district_code, operator, floor_area_m2, idle_area_m2, geom)
     values ('厂房', '510112', '公司', 100, 50, ST_SetSRID(ST_MakePoint(104.2, 30.6), 4326))`,
  ],
  [
    "workshop_need",
    `insert into workshop_need (firm, industry_code, district_code, area_low_m2, area_high_m2)
     values ('企业', '37', '510112', 100, 200)`,
  ],
  ["case", `insert into "case" (parcel_id, kind) select min(id), 'idle' from parcel`],
] as const;

describe("a load", () => {
  test.each(REAL)("never takes away what is real in %s", async (table, statement) => {
    const attempt = database.knex.transaction(async (trx) => {
      await trx.raw(statement);
      await load(trx, { scale: 0, demonstration: true });
    });
    await expect(attempt).rejects.toThrow(`real records (1 in ${table})`);
  });

  test("replaces what it can make again, ratings of it among it, and keeps what planners wrote", async () => {
    await database.knex.raw(
      `${SCHEME} insert into rating_run (scheme_id, year, data_revision, synthetic) select id, 2025, 1, true from scheme`,
    );
    const schemes = () => database.knex("rating_scheme").orderBy("id");
    const before = await schemes();
    await refuseRealRecords(database.knex);
    await expect(refuseSyntheticRecords(database.knex)).rejects.toThrow(
      /demonstration data \(.*\d+ in parcel/,
    );
    await load(database.knex, { scale: 0, demonstration: true });
    await refuseSyntheticRecords(database.knex);
    expect(await database.knex("rating_run")).toEqual([]);
    expect(await database.knex("screening_run")).toEqual([]);
    expect(await schemes()).toEqual(before);
  });
});
