import type { Knex } from "knex";
import type { Need, NeedChange, NewNeed } from "../../domain/api/workshops.ts";
import { needRefusals } from "../../domain/workshops/soundness.ts";
import { mustActIn } from "../accounts/may.ts";
import type { SignedIn } from "../accounts/who.ts";
import { within } from "../asking.ts";
import { audit } from "../audit.ts";
import { refusedFields } from "../http/problem.ts";
import { hold, refuseStale } from "./held.ts";
import type { MarketNow } from "./market.ts";
import { firmOf } from "./places.ts";
import { oneNeed } from "./reading.ts";

/** Needs listed and changed, by the district that reports them. */

const subjectName = (id: number) => `workshop_need ${id}`;

async function columnsOf(trx: Knex.Transaction, { credit_code, ...order }: NewNeed, account: SignedIn) {
  const { enterprise_id, refusals } = await firmOf(trx, { credit_code, ...order });
  const wrong = [...needRefusals(order), ...refusals];
  if (wrong.length > 0) throw refusedFields(wrong);
  return { ...order, districts: [...new Set(order.districts)].sort(), enterprise_id, account_id: account.id };
}

export async function addNeed(trx: Knex.Transaction, account: SignedIn, order: NewNeed): Promise<number> {
  mustActIn(account, order.district_code);
  const [{ id }] = await trx("workshop_need")
    .insert(await columnsOf(trx, order, account))
    .returning("id");
  await audit(trx, account, {
    action: "workshop_need.create",
    subject: subjectName(id),
    before: null,
    after: order,
  });
  return id;
}

/** What a need says, without what follows from other records. */
function wroteOf({ matches, signed_m2, district_name, changedBy, ...said }: Need) {
  const { id, createdAt, changedAt, synthetic, version, ...written } = said;
  return written;
}

export async function changeNeed(
  trx: Knex.Transaction,
  account: SignedIn,
  id: number,
  { version, ...order }: NeedChange,
  marketNow: MarketNow,
): Promise<void> {
  await hold(trx, "workshop_need", id);
  const held = await oneNeed({ ask: within(trx), signedIn: true, marketNow }, id);
  mustActIn(account, held.district_code);
  mustActIn(account, order.district_code);
  refuseStale("need", held, version);
  const columns = await columnsOf(trx, order, account);
  await trx("workshop_need")
    .where({ id })
    .update({ ...columns, version: version + 1, changed_at: trx.fn.now() });
  await audit(trx, account, {
    action: "workshop_need.change",
    subject: subjectName(id),
    before: wroteOf(held),
    after: order,
  });
}
