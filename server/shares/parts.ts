import type { Text } from "../../domain/api/text.ts";
import { EMERGING } from "../../domain/districts.ts";
import type { LandPart, Statistic, TransferPart } from "../../domain/shares/parts.ts";
import type { Ask } from "../asking.ts";
import type { DataTable } from "../db/tables.ts";
import { createKept } from "../kept.ts";
import { KIND } from "./kinds.ts";

/**
 * What shares are added up from, read in one query a table and kept until that table changes: a few thousand sums stand for a million
 * parcels. What is read of parcels and transfers is all in their covering indexes.
 */

type Origin = { synthetic: boolean };
export type KnownStatistic = Statistic &
  Origin & {
    /** Revenue of industry above the designated size, in 万元. */
    revenue_wan: number | null;
    /** Null where the district did not report. */
    source: string | null;
  };
export type KnownParts = {
  land: readonly (LandPart & Origin)[];
  transfers: readonly (TransferPart & Origin)[];
  /** Of every district in every year that any of them reported. */
  statistics: readonly KnownStatistic[];
};

/** An emerging district, or a copy of one that was laid out for measurements and belongs to no city. */
export type District = { code: string; name: Text; copy: boolean };

/** Sums come in any order; what is below a square decimetre of them is noise. */
const sum = (column: string) => `round(sum(${column})::numeric, 2)::float8`;

export const LAND = `
  select district, supplied, kind, ${sum("net_area_m2")} as net_m2, ${sum("area_m2")} as area_m2, bool_or(synthetic) as synthetic
    from (select p.district_code as district, extract(year from p.supply_date)::integer as supplied, ${KIND} as kind,
                 p.net_area_m2, p.area_m2, p.synthetic
            from parcel p where p.district_code = any(?)) as land
   where kind <> 'other'
   group by district, supplied, kind`;

export const TRANSFERS = `
  select district_code as district, extract(year from signed)::integer as year, extract(month from signed)::integer as month,
         land_use as use, supply_mode as mode, ${sum("area_m2")} as area_m2, bool_or(synthetic) as synthetic
    from land_transfer where district_code = any(?)
   group by 1, 2, 3, 4, 5`;

const STATISTICS = `
  with asked as (select unnest(?::text[]) as code)
  select a.code as district, y.year, s.urban_construction_land_m2 as urban_m2, s.construction_land_m2 as construction_m2,
         s.revenue_wan, coalesce(s.synthetic, false) as synthetic, s.source
    from asked a
    cross join (select distinct year from district_year where district_code in (select code from asked)) y
    left join district_year s on s.district_code = a.code and s.year = y.year
   order by a.code, y.year`;

const DISTRICTS = `
  select code, json_build_object('zh', name, 'en', name_en) as name, copy_of is not null as copy
    from district where group_name = any(?) order by code`;

const TABLES = ["parcel", "land_transfer", "district_year", "district"] as const satisfies DataTable[];
type Table = (typeof TABLES)[number];

const REVISIONS = "select table_name, revision from table_revision where table_name = any(?)";

/** Copies that are asked for one by one must not fill the memory. */
const MOST_ROWS = 1_000_000;

type Revisions = ReadonlyMap<string, number>;

/** The rows of one query by what it asks for, for as long as its table does not change. */
function createRows<Row>(table: Table, sql: string) {
  const kept = createKept<{ revision: number; rows: readonly Row[] }>(
    MOST_ROWS,
    ({ rows }) => rows.length + 1,
  );
  const underWay = new Map<string, Promise<readonly Row[]>>();

  async function readAnew(ask: Ask, name: string, revision: number, asked: readonly string[]) {
    const rows = await ask<Row>(sql, [asked]);
    kept.set(name, { revision, rows });
    return rows;
  }

  return async (ask: Ask, revisions: Revisions, asked: readonly string[]): Promise<readonly Row[]> => {
    const name = asked.join();
    const revision = revisions.get(table) ?? 0;
    const work = `${revision} ${name}`;
    // A page asks for several answers at once, and all of them wait for one reading. Whoever began it may leave; then another begins.
    for (let begun = underWay.get(work); begun; begun = underWay.get(work))
      await begun.catch(() => undefined);
    const known = kept.get(name);
    if (known?.revision === revision) return known.rows;
    const reading = readAnew(ask, name, revision, asked).finally(() => underWay.delete(work));
    underWay.set(work, reading);
    return reading;
  };
}

export type PartsStore = ReturnType<typeof createParts>;

/**
 * Revisions are asked of the database each time: whoever has just changed something must see it. Not for a transaction, which would
 * wait for readers that wait for its connection.
 */
export function createParts() {
  const land = createRows<KnownParts["land"][number]>("parcel", LAND);
  const transfers = createRows<KnownParts["transfers"][number]>("land_transfer", TRANSFERS);
  const statistics = createRows<KnownStatistic>("district_year", STATISTICS);
  const districts = createRows<District>("district", DISTRICTS);

  async function revisionsNow(ask: Ask): Promise<Revisions> {
    const rows = await ask<{ table_name: string; revision: number }>(REVISIONS, [TABLES]);
    return new Map(rows.map(({ table_name, revision }) => [table_name, revision]));
  }

  return {
    districts: async (ask: Ask) => districts(ask, await revisionsNow(ask), [EMERGING]),
    async of(ask: Ask, codes: readonly string[]): Promise<KnownParts> {
      const revisions = await revisionsNow(ask);
      return {
        land: await land(ask, revisions, codes),
        transfers: await transfers(ask, revisions, codes),
        statistics: await statistics(ask, revisions, codes),
      };
    },
  };
}
