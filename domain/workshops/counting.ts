import type { NeededWorkshop, OfferedWorkshop } from "./criteria.ts";
import { goTogether } from "./matching.ts";

/** How many goes with each, over all offers and needs at once. */

type Numbered = { id: number };
export type MatchCounts = { offers: ReadonlyMap<number, number>; needs: ReadonlyMap<number, number> };

const listed = <K, V>(map: Map<K, V[]>, key: K): V[] => {
  const known = map.get(key) ?? [];
  map.set(key, known);
  return known;
};

/** Most pairs fail on the place or the trade, so only those that share both are looked at. */
export function countMatches(
  offers: readonly (OfferedWorkshop & Numbered)[],
  needs: readonly (NeededWorkshop & Numbered)[],
): MatchCounts {
  const counts = {
    offers: new Map(offers.map(({ id }) => [id, 0])),
    needs: new Map(needs.map(({ id }) => [id, 0])),
  };
  const byPlaceAndTrade = new Map<string, (NeededWorkshop & Numbered)[]>();
  const trades = new Set<string>();
  for (const need of needs) {
    const trade = need.industry_code.slice(0, 2);
    trades.add(trade);
    for (const place of need.districts.length === 0 ? [""] : new Set(need.districts))
      listed(byPlaceAndTrade, place + trade).push(need);
  }
  for (const offer of offers)
    for (const place of ["", offer.district_code])
      for (const trade of offer.industries.length === 0 ? trades : new Set(offer.industries))
        for (const need of byPlaceAndTrade.get(place + trade) ?? [])
          if (goTogether(offer, need)) {
            counts.offers.set(offer.id, counts.offers.get(offer.id)! + 1);
            counts.needs.set(need.id, counts.needs.get(need.id)! + 1);
          }
  return counts;
}
