import { expect, test } from "vitest";
import { isCreditCode } from "../../domain/codes.ts";
import { load } from "../../seeds/load.ts";
import { freshDatabase } from "../setup/database.ts";
import { databaseKind } from "../setup/place.ts";

// More cities than one are for measuring, which is done on PostgreSQL.
test.runIf(databaseKind === "postgres")(
  "a second city lies beside the first, with codes and references of its own, and can be taken away again",
  async () => {
    const { knex, close } = await freshDatabase("tables");
    const count = async (sql: string) => {
      const { rows } = await knex.raw<{ rows: { count: number }[] }>(`select count(*) from ${sql}`);
      return Number(rows[0]!.count);
    };
    try {
      await load(knex, { scale: 2, demonstration: true });
      for (const table of ["parcel", "enterprise", "land_transfer"]) {
        expect(await count(`${table} where district_code like '9%'`)).toBe(
          await count(`${table} where district_code like '5%'`),
        );
      }
      const codes = await knex<{ credit_code: string }>("enterprise")
        .whereLike("district_code", "9%")
        .pluck("credit_code");
      expect(codes.filter((code) => !isCreditCode(code))).toEqual([]);
      const mixed = `occupation o join enterprise e on e.id = o.enterprise_id join parcel p on p.id = o.parcel_id
                    where e.district_code <> p.district_code`;
      expect(await count(mixed)).toBe(0);
      const outside = `parcel p join park on park.id = p.park_id where p.park_share = 1 and not ST_Intersects(park.geom, ST_PointOnSurface(p.geom))`;
      expect(await count(outside)).toBe(0);
      await load(knex, { scale: 0, demonstration: true });
      expect(await count("parcel")).toBe(0);
      expect(await count("district")).toBe(20);
    } finally {
      await close();
    }
  },
);
