import type { Knex } from "knex";
import type { NewOffer, Offer, OfferChange } from "../../domain/api/workshops.ts";
import { offerRefusals } from "../../domain/workshops/soundness.ts";
import { mustActIn } from "../accounts/may.ts";
import type { SignedIn } from "../accounts/who.ts";
import { within } from "../asking.ts";
import { audit } from "../audit.ts";
import { refusedFields } from "../http/problem.ts";
import { hold, refuseStale } from "./held.ts";
import type { MarketNow } from "./market.ts";
import { type Place, placeOf } from "./places.ts";
import { oneOffer } from "./reading.ts";

/** Offers listed and changed; none is ever taken away, a closed one stays. */

const subjectName = (id: number) => `workshop ${id}`;

async function soundPlace(trx: Knex.Transaction, order: NewOffer, signed_m2: number): Promise<Place> {
  const { place, refusals } = await placeOf(trx, order);
  const wrong = [...offerRefusals(order, signed_m2), ...refusals];
  if (wrong.length > 0 || place === null) throw refusedFields(wrong);
  return place;
}

const columnsOf = ({ park_code, parcel_code, at, ...columns }: NewOffer, account: SignedIn) => ({
  ...columns,
  industries: [...new Set(columns.industries)].sort(),
  account_id: account.id,
});

const placed = (trx: Knex.Transaction, { park_id, parcel_id, at }: Place) => ({
  park_id,
  parcel_id,
  geom: trx.raw("ST_SetSRID(ST_MakePoint(?, ?), 4326)", at),
});

export async function addOffer(trx: Knex.Transaction, account: SignedIn, order: NewOffer): Promise<number> {
  mustActIn(account, order.district_code);
  const place = await soundPlace(trx, order, 0);
  const [{ id }] = await trx("workshop")
    .insert({ ...columnsOf(order, account), ...placed(trx, place) })
    .returning("id");
  await audit(trx, account, {
    action: "workshop.create",
    subject: subjectName(id),
    before: null,
    after: { ...order, at: place.at },
  });
  return id;
}

/** What an offer says, without what follows from other records. */
function wroteOf({ matches, left_m2, district_name, park_name, changedBy, ...said }: Offer) {
  const { id, createdAt, changedAt, synthetic, version, ...written } = said;
  return written;
}

export async function changeOffer(
  trx: Knex.Transaction,
  account: SignedIn,
  id: number,
  { version, ...order }: OfferChange,
  marketNow: MarketNow,
): Promise<void> {
  await hold(trx, "workshop", id);
  const held = await oneOffer({ ask: within(trx), signedIn: true, marketNow }, id);
  mustActIn(account, held.district_code);
  mustActIn(account, order.district_code);
  refuseStale("offer", held, version);
  const place = await soundPlace(trx, order, held.idle_area_m2 - held.left_m2);
  await trx("workshop")
    .where({ id })
    .update({
      ...columnsOf(order, account),
      ...placed(trx, place),
      version: version + 1,
      changed_at: trx.fn.now(),
    });
  await audit(trx, account, {
    action: "workshop.change",
    subject: subjectName(id),
    before: wroteOf(held),
    after: { ...order, at: place.at },
  });
}
