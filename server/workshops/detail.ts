import type { NeedDetail, OfferDetail } from "../../domain/api/workshops.ts";
import type { NeededWorkshop, OfferedWorkshop } from "../../domain/workshops/criteria.ts";
import { fitsOf, preferredNeed, preferredOffer, scoreOf } from "../../domain/workshops/matching.ts";
import { noNeed, noOffer } from "./missing.ts";
import { needRows, offerRows, pairingsWhere, type Reading } from "./reading.ts";
import { type NeedRow, type OfferRow, presentNeed, presentOffer } from "./records.ts";

/** An offer or a need with what goes with it, best first. */

/** More than anybody reads through; what fits best is among them. */
const LISTED = 200;

type Scored<T> = { one: T; score: number };
const bestFirst =
  <T extends { id: number }>(preferred: (a: T, b: T) => number) =>
  (a: Scored<T>, b: Scored<T>) =>
    b.score - a.score || preferred(a.one, b.one) || a.one.id - b.one.id;

/** Of all that is open, the numbers of what fits best; and whoever was brought together with it in any case. */
function nearest<T extends { id: number }>(
  open: readonly T[],
  score: (other: T) => number,
  preferred: (a: T, b: T) => number,
  paired: readonly number[],
): number[] {
  const best = open.map((one) => ({ one, score: score(one) })).sort(bestFirst(preferred));
  return [...new Set([...best.slice(0, LISTED).map(({ one }) => one.id), ...paired])];
}

/** What is closed is not brought together with anything new. */
const whereOpen = <T>({ state }: { state: string }, open: readonly T[]): readonly T[] =>
  state === "open" ? open : [];

export async function offerDetail({ ask, signedIn, marketNow }: Reading, id: number): Promise<OfferDetail> {
  const [offer] = await offerRows(ask, [id]);
  if (!offer) throw noOffer(id);
  const market = await marketNow(ask);
  const pairings = await pairingsWhere(ask, "r.workshop_id = ?", id);
  const scoreFor = (need: NeededWorkshop) => scoreOf(fitsOf(offer, need), offer, need);
  const paired = pairings.map(({ need }) => need);
  const ids = nearest(whereOpen(offer, market.needs), scoreFor, preferredNeed, paired);
  const view = { signedIn, counts: market.counts };
  const needs = (await needRows(ask, ids))
    .map((one) => ({ one, fits: fitsOf(offer, one), score: scoreFor(one) }))
    .sort(bestFirst<NeedRow>(preferredNeed))
    .map(({ one, fits, score }) => {
      const pairing = pairings.find(({ need }) => need === one.id) ?? null;
      return { fits, score, pairing, need: presentNeed(one, view) };
    });
  return { ...presentOffer(offer, view), needs };
}

export async function needDetail({ ask, signedIn, marketNow }: Reading, id: number): Promise<NeedDetail> {
  const [need] = await needRows(ask, [id]);
  if (!need) throw noNeed(id);
  const market = await marketNow(ask);
  const pairings = await pairingsWhere(ask, "r.need_id = ?", id);
  const scoreFor = (offer: OfferedWorkshop) => scoreOf(fitsOf(offer, need), offer, need);
  const paired = pairings.map(({ offer }) => offer);
  const ids = nearest(whereOpen(need, market.offers), scoreFor, preferredOffer, paired);
  const view = { signedIn, counts: market.counts };
  const offers = (await offerRows(ask, ids))
    .map((one) => ({ one, fits: fitsOf(one, need), score: scoreFor(one) }))
    .sort(bestFirst<OfferRow>(preferredOffer))
    .map(({ one, fits, score }) => {
      const pairing = pairings.find(({ offer }) => offer === one.id) ?? null;
      return { fits, score, pairing, offer: presentOffer(one, view) };
    });
  return { ...presentNeed(need, view), offers };
}
