import type {
  Need,
  NeedPage,
  NeedQuery,
  Offer,
  OfferPage,
  OfferQuery,
  Pairing,
} from "../../domain/api/workshops.ts";
import type { Ask } from "../asking.ts";
import type { MarketNow } from "./market.ts";
import { noNeed, noOffer, noPairing } from "./missing.ts";
import {
  NEED_COLUMNS,
  NEED_FROM,
  type NeedRow,
  OFFER_COLUMNS,
  OFFER_FROM,
  type OfferRow,
  PAIRING_COLUMNS,
  PAIRING_FROM,
  type PairingRow,
  presentNeed,
  presentOffer,
  presentPairing,
} from "./records.ts";
import { selectNeeds, selectOffers } from "./selection.ts";

/** Offers and needs as they are read, one or many. */

/** What a request reads with: whether somebody is signed in, and what is open now. */
export type Reading = { ask: Ask; signedIn: boolean; marketNow: MarketNow };

const WANTED = "from unnest(?::integer[]) with ordinality wanted (id, place)";

export const offerRows = (ask: Ask, ids: readonly number[]) =>
  ask<OfferRow>(
    `select ${OFFER_COLUMNS} ${WANTED} join ${OFFER_FROM.replace("workshop w", "workshop w on w.id = wanted.id")} order by wanted.place`,
    [ids],
  );
export const needRows = (ask: Ask, ids: readonly number[]) =>
  ask<NeedRow>(
    `select ${NEED_COLUMNS} ${WANTED} join ${NEED_FROM.replace("workshop_need n", "workshop_need n on n.id = wanted.id")} order by wanted.place`,
    [ids],
  );

export async function offersOf(
  { ask, signedIn, marketNow }: Reading,
  ids: readonly number[],
): Promise<Offer[]> {
  const { counts } = await marketNow(ask);
  return (await offerRows(ask, ids)).map((row) => presentOffer(row, { signedIn, counts }));
}

export async function needsOf(
  { ask, signedIn, marketNow }: Reading,
  ids: readonly number[],
): Promise<Need[]> {
  const { counts } = await marketNow(ask);
  return (await needRows(ask, ids)).map((row) => presentNeed(row, { signedIn, counts }));
}

export async function pageOfOffers(reading: Reading, query: OfferQuery): Promise<OfferPage> {
  const { counts } = await reading.marketNow(reading.ask);
  const { ids, size } = await selectOffers(reading.ask, query, counts.offers);
  const offers = await offersOf(reading, ids.slice(query.offset, query.offset + query.limit));
  return { matched: ids.length, left_m2: size, offers };
}

export async function pageOfNeeds(reading: Reading, query: NeedQuery): Promise<NeedPage> {
  const { counts } = await reading.marketNow(reading.ask);
  const { ids, size } = await selectNeeds(reading.ask, query, counts.needs);
  const needs = await needsOf(reading, ids.slice(query.offset, query.offset + query.limit));
  return { matched: ids.length, area_low_m2: size, needs };
}

export async function oneOffer(reading: Reading, id: number): Promise<Offer> {
  const [offer] = await offersOf(reading, [id]);
  if (!offer) throw noOffer(id);
  return offer;
}

export async function oneNeed(reading: Reading, id: number): Promise<Need> {
  const [need] = await needsOf(reading, [id]);
  if (!need) throw noNeed(id);
  return need;
}

export async function pairingsWhere(ask: Ask, condition: string, id: number): Promise<Pairing[]> {
  const rows = await ask<PairingRow>(
    `select ${PAIRING_COLUMNS} from ${PAIRING_FROM} where ${condition} order by r.id`,
    [id],
  );
  return rows.map(presentPairing);
}

export const onePairing = async (ask: Ask, id: number): Promise<Pairing> => {
  const [pairing] = await pairingsWhere(ask, "r.id = ?", id);
  if (!pairing) throw noPairing(id);
  return pairing;
};
