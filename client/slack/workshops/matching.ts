import type { Need, NeedDetail, Offer, OfferDetail } from "../../../domain/api/workshops.ts";

/** One offer and one need, and how they go together, whichever of them is looked at. */
export type Match = Pick<OfferDetail["needs"][number], "fits" | "pairing"> & { offer: Offer; need: Need };

export const matchesOfOffer = (offer: OfferDetail): Match[] =>
  offer.needs.map((match) => ({ ...match, offer }));
export const matchesOfNeed = (need: NeedDetail): Match[] => need.offers.map((match) => ({ ...match, need }));

/** Those that were brought together stand before all others, also when little is left of the floor by now. */
export function sorted(matches: readonly Match[]): Record<"fitting" | "against", Match[]> {
  const together = matches.filter(({ pairing }) => pairing && pairing.state !== "dropped");
  const others = matches.filter((match) => !together.includes(match));
  const isAgainst = ({ fits }: Match) => Object.values(fits).includes("no");
  return {
    fitting: [...together, ...others.filter((match) => !isAgainst(match))],
    against: others.filter(isAgainst),
  };
}
