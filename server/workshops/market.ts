import { countMatches, type MatchCounts } from "../../domain/workshops/counting.ts";
import type { NeededWorkshop, OfferedWorkshop } from "../../domain/workshops/criteria.ts";
import type { Ask } from "../asking.ts";
import type { DataTable } from "../db/tables.ts";
import { LEFT, SIGNED_OF_OFFER } from "./records.ts";

/** All that is open on both sides, and how many goes with each: worked out once for as long as nothing changes. */

export type Market = {
  offers: readonly (OfferedWorkshop & { id: number })[];
  needs: readonly (NeededWorkshop & { id: number })[];
  counts: MatchCounts;
};
export type MarketNow = (ask: Ask) => Promise<Market>;

const READS: readonly DataTable[] = ["workshop", "workshop_need", "workshop_pairing"];

const REVISION = "select sum(revision)::bigint as revision from table_revision where table_name = any(?)";

const OFFERS = `
  select w.id, w.district_code, w.industries, ${LEFT} as left_m2, w.least_area_m2, w.height_m, w.load_kn_m2, w.power_kva,
         w.crane_t, w.ground_floor, w.rent_yuan, w.free_from
    from workshop w ${SIGNED_OF_OFFER} where w.state = 'open' order by w.id`;

const NEEDS = `
  select n.id, n.industry_code, n.districts, n.area_low_m2, n.area_high_m2, n.height_m, n.load_kn_m2, n.power_kva, n.crane_t,
         n.ground_floor, n.rent_yuan, n.wanted_by
    from workshop_need n where n.state = 'open' order by n.id`;

/** The revision is asked of the database each time: whoever has just changed something must see it. */
export function createMarket(): MarketNow {
  let kept: { revision: number; market: Market } | undefined;
  return async (ask) => {
    const [now] = await ask<{ revision: number }>(REVISION, [READS]);
    const revision = now?.revision ?? 0;
    if (kept?.revision === revision) return kept.market;
    const offers = await ask<Market["offers"][number]>(OFFERS, []);
    const needs = await ask<Market["needs"][number]>(NEEDS, []);
    const market = { offers, needs, counts: countMatches(offers, needs) };
    kept = { revision, market };
    return market;
  };
}
