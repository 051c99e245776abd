import { afterAll, beforeAll, expect, test } from "vitest";
import type { Database } from "../../../server/db/connect.ts";
import { freshDatabase } from "../../setup/database.ts";

let database: Database;

beforeAll(async () => {
  database = await freshDatabase("tables");
});

afterAll(() => database.close());

async function names(sql: string): Promise<string[]> {
  const { rows } = await database.knex.raw<{ rows: { name: string }[] }>(sql);
  return rows.map(({ name }) => name);
}

const OUR_TABLES = `
  select c.oid, c.relname::text as name from pg_class c
   where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and c.relname not like 'knex%'
     and not exists (select from pg_depend d where d.objid = c.oid and d.deptype = 'e')`;

test("every table and every column says what it holds", async () => {
  expect(await names(OUR_TABLES)).toContain("parcel");
  const silent = `
    select o.name || coalesce('.' || a.attname, '') as name
      from (${OUR_TABLES}) o
      left join lateral (
        select 0 as attnum, null as attname
        union all
        select attnum, attname from pg_attribute where attrelid = o.oid and attnum > 0 and not attisdropped
      ) a on true
     where coalesce(col_description(o.oid, nullif(a.attnum, 0)), case when a.attnum = 0 then obj_description(o.oid, 'pg_class') end, '') = ''`;
  expect(await names(silent)).toEqual([]);
});

test("every reference to another table has an index that begins with it", async () => {
  const unindexed = `
    select r.conrelid::regclass || ' ' || r.conname as name from pg_constraint r
     where r.contype = 'f' and not exists (
       select from pg_index i
        where i.indrelid = r.conrelid and i.indpred is null
          and (i.indkey::smallint[])[0:cardinality(r.conkey) - 1] @> r.conkey)`;
  expect(await names("select conname::text as name from pg_constraint where contype = 'f'")).toContain(
    "parcel_park_id_fkey",
  );
  expect(await names(unindexed)).toEqual([]);
});

test("codes are compared byte by byte, whatever the language of the database", async () => {
  const codes = `
    select o.name || '.' || a.attname as name
      from (${OUR_TABLES}) o join pg_attribute a on a.attrelid = o.oid
      join pg_collation c on c.oid = a.attcollation
     where a.attname ~ '(^|_)(code|id|copy_of|contract_no)$' and c.collname <> 'C'`;
  expect(await names(codes)).toEqual([]);
});
