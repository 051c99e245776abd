import type { Knex } from "knex";
import { within } from "../asking.ts";
import { conflict } from "../http/problem.ts";
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

/** Whoever decided on an older version is told what it has become, so that nothing typed is lost. */
export function refuseStale(current: { id: number; version: number }, decidedOn: number): void {
  const { id, version } = current;
  if (version === decidedOn) return;
  throw conflict(
    `Number ${id} was changed meanwhile: it is at version ${version}, not ${decidedOn}. Look at it as it is now, and send yours again.`,
    {
      zh: `第 ${id} 号已被他人修改（现为第 ${version} 版，您依据的是第 ${decidedOn} 版）。请核对最新内容后再提交，已填写的内容不会丢失。`,
      current,
    },
  );
}
