import { expect, test } from "vitest";
import { sharedDatabase } from "../setup/database.ts";

const { knex } = await sharedDatabase();

async function count(sql: string): Promise<number> {
  const { rows } = await knex.raw<{ rows: { count: number }[] }>(sql);
  return Number(rows[0]!.count);
}

test.each(["geom", "geom_3857"])("no two parcels share ground (%s)", async (geom) => {
  const sharing = await count(`
    select count(*) from parcel a join parcel b on a.id < b.id and a.${geom} && b.${geom}
     where ST_Relate(a.${geom}, b.${geom}, '2********')`);
  expect(sharing).toBe(0);
});

test("lots of one block share borders, so that neighbours touch", async () => {
  const touching = await count(
    "select count(*) from parcel a where exists (select 1 from parcel b where b.id <> a.id and ST_Touches(a.geom, b.geom))",
  );
  const all = await count("select count(*) from parcel");
  expect(touching / all).toBeGreaterThan(0.85);
});

test("parcels and parks lie inside their districts", async () => {
  for (const table of ["parcel", "park"]) {
    const outside = await count(`
      select count(*) from ${table} p join district d on d.code = p.district_code
       where p.geom is not null and not ST_Covers(d.geom, p.geom)`);
    expect(outside).toBe(0);
  }
});

test("parks overlap only where one stands inside another", async () => {
  const overlapping = await count(`
    select count(*) from park a join park b on a.id < b.id
     where a.parent_id is distinct from b.id and b.parent_id is distinct from a.id
       and ST_Relate(a.geom, b.geom, '2********')`);
  const straying = await count(
    "select count(*) from park a join park b on b.id = a.parent_id where not ST_Covers(b.geom, a.geom)",
  );
  expect([overlapping, straying]).toEqual([0, 0]);
});

test("the stored share inside parks is the real one, and the park is the smallest that holds most", async () => {
  const wrongShare = await count(`
    with parks as (select ST_Union(geom) as geom from park)
    select count(*) from parcel p, parks
     where abs(p.park_share - coalesce(ST_Area(ST_Intersection(p.geom, parks.geom)::geography) / p.measured_area_m2, 0)) > 1e-3`);
  const wrongPark = await count(`
    select count(*) from parcel p
     where p.park_share > 0.5 and p.park_id is distinct from (
       select park.id from park where ST_Contains(park.geom, ST_PointOnSurface(p.geom)) order by park.measured_area_m2 limit 1)`);
  expect([wrongShare, wrongPark]).toEqual([0, 0]);
});

test("legal areas differ from measured ones by less than one per cent, and not all to one side", async () => {
  const { rows } = await knex.raw<{ rows: { most: number; mean: number }[] }>(
    "select max(abs(area_m2 / measured_area_m2 - 1)) as most, avg(area_m2 / measured_area_m2 - 1) as mean from parcel",
  );
  expect(rows[0]!.most).toBeLessThan(0.01);
  expect(Math.abs(rows[0]!.mean)).toBeLessThan(0.0005);
});

test("a seventh to an eighth of industrial land lies outside parks, most of it in Xindu and Pidu", async () => {
  const { rows } = await knex.raw<{ rows: { code: string; km2: number; part: number }[] }>(`
    select district_code as code, sum(area_m2) filter (where park_share < 0.5) / 1e6 as km2,
           sum(sum(area_m2) filter (where park_share < 0.5)) over () / sum(sum(area_m2)) over () as part
      from parcel where land_use_code like '1001%' group by 1 order by 2 desc`);
  expect(rows[0]!.part).toBeGreaterThan(0.12);
  expect(rows[0]!.part).toBeLessThan(0.15);
  expect(rows.slice(0, 2).map(({ code }) => code)).toEqual(["510114", "510117"]);
});

test("some parcels straddle the edge of a park", async () => {
  expect(
    await count("select count(*) from parcel where park_share > 0 and park_share < 0.5"),
  ).toBeGreaterThan(3);
  expect(
    await count("select count(*) from parcel where park_share >= 0.5 and park_share < 1"),
  ).toBeGreaterThan(3);
});
