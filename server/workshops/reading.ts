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

/** Those with these numbers, in the order of the numbers. */
const wanted = (id: string) =>
  `join unnest(?::integer[]) with ordinality wanted (id, place) on wanted.id = ${id} order by wanted.place`;

export const offerRows = (ask: Ask, ids: readonly number[]) =>
  ask<OfferRow>(`select ${OFFER_COLUMNS} from ${OFFER_FROM} ${wanted("w.id")}`, [ids]);

export const needRows = (ask: Ask, ids: readonly number[]) =>
  ask<NeedRow>(`select ${NEED_COLUMNS} from ${NEED_FROM} ${wanted("n.id")}`, [ids]);

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
