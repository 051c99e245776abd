import type { Knex } from "knex";
import { within } from "../asking.ts";
import { changedMeanwhile } from "../http/versions.ts";
import { noNeed, noOffer } from "./missing.ts";

/** Records while somebody changes them: nobody else does, until the transaction ends. */

const MISSING = { workshop: noOffer, workshop_need: noNeed } as const;

/**
 * Held before it is read: what a query says of other tables is of the moment when it began, which may be before another one
 * that held the record was done.
 */
export async function hold(trx: Knex.Transaction, table: keyof typeof MISSING, id: number): Promise<void> {
  const held = await within(trx)(`select id from ${table} where id = ? for no key update`, [id]);
  if (held.length === 0) throw MISSING[table](id);
}

/** As offers, needs and pairings are called in what is told of them. */
const NAMES = {
  offer: { zh: "供给", en: "Offer" },
  need: { zh: "需求", en: "Need" },
  pairing: { zh: "对接", en: "Pairing" },
} as const;

export function refuseStale(
  what: keyof typeof NAMES,
  current: { id: number; version: number },
  decidedOn: number,
): void {
  if (current.version !== decidedOn) throw changedMeanwhile(NAMES[what], current, decidedOn, current);
}
