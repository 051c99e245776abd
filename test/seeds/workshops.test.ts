import { beforeAll, describe, expect, test } from "vitest";
import { EMERGING_DISTRICTS } from "../../domain/districts.ts";
import type { Database } from "../../server/db/connect.ts";
import { sharedDatabase } from "../setup/database.ts";

/** The standard workshops of the demonstration city. */

let database: Database;

beforeAll(async () => {
  database = await sharedDatabase();
});

const rows = async <Row>(sql: string) => (await database.knex.raw<{ rows: Row[] }>(sql)).rows;

describe("workshops of the demonstration city", () => {
  test("are on offer and wanted in every district, in either state, and say that they are synthetic", async () => {
    for (const [table, name, least] of [
      ["workshop", "name", 60],
      ["workshop_need", "firm", 80],
    ] as const) {
      const found = await rows<{ name: string; state: string; district_code: string }>(
        `select ${name} as name, state, district_code from ${table} where synthetic`,
      );
      expect(found.length).toBeGreaterThanOrEqual(least);
      expect(found.every(({ name }) => /^(演示|示例)·/.test(name))).toBe(true);
      expect(new Set(found.map(({ state }) => state))).toEqual(new Set(["open", "closed"]));
      expect(new Set(found.map(({ district_code }) => district_code)).size).toBe(EMERGING_DISTRICTS.length);
    }
  });

  test("stand inside their parks, on parcels that have so much floor", async () => {
    const astray = `
      select w.id from workshop w
        left join park k on k.id = w.park_id and ST_Covers(k.geom, w.geom)
        left join parcel p on p.id = w.parcel_id and ST_Covers(p.geom, w.geom) and p.floor_area_m2 >= w.floor_area_m2 - 100
       where w.synthetic and (k.id is null or p.id is null)`;
    expect(await rows(astray)).toEqual([]);
  });

  test("were brought together with all that can come of it, and no floor was signed for twice", async () => {
    const states = await rows<{ state: string }>(
      "select distinct state from workshop_pairing where synthetic",
    );
    expect(states.map(({ state }) => state).sort()).toEqual(["dropped", "introduced", "signed"]);
    const oversold = `
      select w.id from workshop w join workshop_pairing r on r.workshop_id = w.id and r.state = 'signed'
       where w.synthetic group by w.id having sum(r.area_m2) > w.idle_area_m2`;
    expect(await rows(oversold)).toEqual([]);
  });
});
