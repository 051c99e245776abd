import type { Knex } from "knex";
import { actsIn } from "../../domain/accounts/rights.ts";
import type { NewPairing, Pairing, PairingChange } from "../../domain/api/workshops.ts";
import { pairingRefusals } from "../../domain/workshops/soundness.ts";
import { mustActIn } from "../accounts/may.ts";
import type { SignedIn } from "../accounts/who.ts";
import { within } from "../asking.ts";
import { audit } from "../audit.ts";
import { conflict, refusedFields } from "../http/problem.ts";
import { hold, refuseStale } from "./held.ts";
import { onePairing } from "./reading.ts";
import { LEFT, SIGNED_OF_OFFER } from "./records.ts";

/** Who is brought together (对接): introduced, then signed, which takes floor area, or dropped, which gives it back. */

const DEEDS = { introduced: "introduce", signed: "sign", dropped: "drop" } as const;

type Sides = { left_m2: number; offer_district: string; need_district: string; open: boolean };

const SIDES = `
  select ${LEFT} as left_m2, w.district_code as offer_district, n.district_code as need_district,
         w.state = 'open' and n.state = 'open' as open
    from workshop w ${SIGNED_OF_OFFER} join workshop_need n on n.id = ? where w.id = ?`;

/** Always the offer first, so that two never wait for each other in a circle; then nobody else signs for its floor. */
async function holdSides(
  trx: Knex.Transaction,
  account: SignedIn,
  { offer, need }: Pick<Pairing, "offer" | "need">,
): Promise<Sides> {
  await hold(trx, "workshop", offer);
  await hold(trx, "workshop_need", need);
  const [sides] = await within(trx)<Sides>(SIDES, [need, offer]);
  if (!sides) throw new Error("What is held is there");
  // Either district brings the two together.
  if (!actsIn(account, sides.need_district)) mustActIn(account, sides.offer_district);
  return sides;
}

const signedFor = ({ state, area_m2 }: Pick<Pairing, "state" | "area_m2">) =>
  state === "signed" ? (area_m2 ?? 0) : 0;

function refuseUnsound(
  order: Pick<Pairing, "state" | "area_m2">,
  before: Pairing | null,
  { left_m2, open }: Sides,
): void {
  const own = before === null ? 0 : signedFor(before);
  const wrong = pairingRefusals(order, before?.state ?? null, { open, left_m2: left_m2 + own });
  if (wrong.length > 0) throw refusedFields(wrong);
}

export async function addPairing(
  trx: Knex.Transaction,
  account: SignedIn,
  { offer, need, ...order }: NewPairing,
): Promise<number> {
  const sides = await holdSides(trx, account, { offer, need });
  const known: { id: number } | undefined = await trx("workshop_pairing")
    .where({ workshop_id: offer, need_id: need })
    .first("id");
  if (known)
    throw conflict("The two were brought together already; change that pairing.", {
      zh: "该供需双方已有对接记录，请在原记录上修改。",
      current: await onePairing(within(trx), known.id),
    });
  refuseUnsound(order, null, sides);
  const [{ id }] = await trx("workshop_pairing")
    .insert({ ...order, workshop_id: offer, need_id: need, account_id: account.id })
    .returning("id");
  await audit(trx, account, {
    action: `workshop_pairing.${DEEDS[order.state]}`,
    subject: `workshop_pairing ${id}`,
    before: null,
    after: { offer, need, ...order },
  });
  return id;
}

export async function changePairing(
  trx: Knex.Transaction,
  account: SignedIn,
  id: number,
  { version, ...order }: PairingChange,
): Promise<void> {
  const { offer, need } = await onePairing(within(trx), id);
  const sides = await holdSides(trx, account, { offer, need });
  const before = await onePairing(within(trx), id);
  refuseStale("pairing", before, version);
  refuseUnsound(order, before, sides);
  await trx("workshop_pairing")
    .where({ id })
    .update({ ...order, version: version + 1, account_id: account.id, changed_at: trx.fn.now() });
  const { state, area_m2, note } = before;
  await audit(trx, account, {
    action: `workshop_pairing.${state === order.state ? "change" : DEEDS[order.state]}`,
    subject: `workshop_pairing ${id}`,
    before: { offer, need, state, area_m2, note },
    after: { offer, need, ...order },
  });
}
