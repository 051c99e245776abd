import { afterAll, beforeAll, expect, test } from "vitest";
import type { Database } from "../../server/db/connect.ts";
import { down, up } from "../../server/db/migrations/020_tiles.ts";
import { freshDatabase } from "../setup/database.ts";

/** What tiles from afar show follows every change of parcels and of the runs that count. */

let database: Database;

beforeAll(async () => {
  database = await freshDatabase("demonstration");
});
afterAll(() => database.close());

const CELLS = `select zoom, x, y, parcel_code, parcels, area_m2, grade, area_a_m2, area_b_m2, area_c_m2, area_d_m2, area_t_m2,
  area_n_m2, land_use_code, new_industry from parcel_cell order by zoom, x, y`;
const MADE = `select make_parcel_cells((select array_agg(block) from (select block from parcel_far union select block from parcel_cell) b),
  (select array_agg(id order by year desc, size) from latest_shown_run))`;
const FAR = "select id, parcel_code, drawn_m2, block from parcel_far order by id";

const rows = async (sql: string) => (await database.knex.raw<{ rows: object[] }>(sql)).rows;

/** Whether cells are what making all of them anew gives, and different from before. */
async function follows(change: string) {
  const before = JSON.stringify(await rows(CELLS));
  await rows(change);
  const after = await rows(CELLS);
  expect(JSON.stringify(after), change).not.toBe(before);
  await rows(MADE);
  expect(await rows(CELLS), change).toEqual(after);
  expect(await rows("select * from parcel_cell_stale")).toEqual([]);
  return after;
}

test("a database from before gets what one has that grew with it", async () => {
  const grown = [await rows(CELLS), await rows(FAR)];
  await down(database.knex);
  await up(database.knex);
  expect([await rows(CELLS), await rows(FAR)]).toEqual(grown);
});

test("cells and simple outlines follow parcels and published runs", async () => {
  const small = "(select id from parcel_far order by drawn_m2, id limit 3)";
  await follows(`update parcel set area_m2 = area_m2 + 1000 where id in ${small}`);
  await follows(
    `update parcel set land_use_code = '100103', new_industry = not new_industry where id in ${small}`,
  );
  await follows(`update parcel set geom = ST_Scale(geom, ST_MakePoint(0.5, 0.5), ST_Centroid(geom)) where id in (
    select id from parcel_far where drawn_m2 < 20000 order by id limit 400)`);
  await follows(`update rating_run set state = 'withdrawn', withdrawn_at = now(), withdrawn_because = 'test'
    where id = (select id from latest_shown_run order by year desc, size limit 1)`);
  await follows(`insert into parcel (parcel_code, district_code, land_use_code, area_m2, area_basis, net_area_m2, synthetic, geom)
    select left(p.parcel_code, 14) || 90000 + row_number() over (), p.district_code, '100103', p.area_m2, 'measured', 1, true, p.geom
      from parcel p join parcel_far f using (id) where f.drawn_m2 < 50000 order by id limit 100`);
  await follows("delete from parcel where net_area_m2 = 1");
  const far = await rows(FAR);
  expect(far.length).toBe((await rows("select id from parcel")).length);
  // A change of what tiles don't show leaves them alone.
  await rows("update parcel set holder = 'x' where id in (select id from parcel order by id limit 10)");
  expect(await rows(FAR)).toEqual(far);
});
