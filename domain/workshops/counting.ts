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
  const ofOffers = new Uint32Array(offers.length);
  const ofNeeds = new Uint32Array(needs.length);
  const { places, trades } = gathered(needs);
  for (const [o, offer] of offers.entries())
    for (const place of ["", offer.district_code])
      for (const trade of offer.industries.length === 0 ? trades : new Set(offer.industries))
        for (const n of places.get(place + trade) ?? [])
          if (goTogether(offer, needs[n]!)) {
            ofOffers[o]!++;
            ofNeeds[n]!++;
          }
  return {
    offers: new Map(offers.map(({ id }, o) => [id, ofOffers[o]!])),
    needs: new Map(needs.map(({ id }, n) => [id, ofNeeds[n]!])),
  };
}

/** The places in the list of those that would go to a district, or to any (""), and make one kind of thing. */
function gathered(needs: readonly NeededWorkshop[]) {
  const places = new Map<string, number[]>();
  const trades = new Set<string>();
  for (const [n, { industry_code, districts }] of needs.entries()) {
    const trade = industry_code.slice(0, 2);
    trades.add(trade);
    for (const place of districts.length === 0 ? [""] : new Set(districts))
      listed(places, place + trade).push(n);
  }
  return { places, trades };
}
