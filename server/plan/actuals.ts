import type { Knex } from "knex";
import type { Actual, ActualChange, NewActual } from "../../domain/api/plan.ts";
import type { ReadActual } from "../../domain/plan/actual-list.ts";
import { actualRefusals, districtOfTarget } from "../../domain/plan/targets.ts";
import type { SignedIn } from "../accounts/who.ts";
import { within } from "../asking.ts";
import { audit } from "../audit.ts";
import { conflict, refusedFields } from "../http/problem.ts";
import { mustActFor, noActual, noTarget, refuseStale } from "./changing.ts";
import { oneActual, thisYear } from "./targets.ts";

/** What was reached of a target, year by year: entered, mended and taken away again. */

/** Nobody else changes figures of the target until the transaction ends, so that a year has one. */
async function holdTarget(trx: Knex.Transaction, account: SignedIn, id: string): Promise<void> {
  const held = await within(trx)("select id from target where id = ? for no key update", [id]);
  if (held.length === 0) throw noTarget(id);
  mustActFor(account, districtOfTarget(id));
}

async function holdActual(trx: Knex.Transaction, account: SignedIn, id: number): Promise<Actual> {
  const found = await oneActual(within(trx), id);
  if (!found) throw noActual(id);
  await holdTarget(trx, account, found.target);
  const held = await oneActual(within(trx), id);
  if (!held) throw noActual(id);
  return held;
}

function refuseUnsound(order: NewActual): void {
  const wrong = actualRefusals(order, thisYear());
  if (wrong.length > 0) throw refusedFields(wrong);
}

async function refuseSecond(trx: Knex.Transaction, target: string, year: number, own: number | null) {
  const other: { id: number } | undefined = await trx("target_actual")
    .where({ target_id: target, year })
    .first("id");
  if (!other || other.id === own) return;
  throw conflict(`The target has a figure of ${year} already; change that one.`, {
    zh: `该目标已有 ${year} 年的实际值，请在原记录上修改。`,
    current: (await oneActual(within(trx), other.id))!,
  });
}

const wroteOf = ({ year, value, kind, source, note }: NewActual) => ({ year, value, kind, source, note });
const subjectOf = (target: string, year: number) => `target_actual ${target} ${year}`;

async function insert(
  trx: Knex.Transaction,
  account: SignedIn,
  target: string,
  order: NewActual,
): Promise<number> {
  const [{ id }] = await trx("target_actual")
    .insert({ ...wroteOf(order), target_id: target, account_id: account.id })
    .returning("id");
  const after = wroteOf(order);
  await audit(trx, account, {
    action: "target_actual.create",
    ...{ subject: subjectOf(target, order.year), before: null, after },
  });
  return id;
}

/** A figure of the demonstration is one for as long as its value and where that comes from stay. */
const staysSynthetic = (held: Actual, { value, source }: NewActual): boolean =>
  held.synthetic && held.value === value && held.source === source;

async function replace(trx: Knex.Transaction, account: SignedIn, held: Actual, order: NewActual) {
  await trx("target_actual")
    .where({ id: held.id })
    .update({
      ...wroteOf(order),
      ...{ version: held.version + 1, account_id: account.id, changed_at: trx.fn.now() },
      synthetic: staysSynthetic(held, order),
    });
  await audit(trx, account, {
    action: "target_actual.change",
    ...{ subject: subjectOf(held.target, held.year), before: wroteOf(held), after: wroteOf(order) },
  });
}

export async function addActual(
  trx: Knex.Transaction,
  account: SignedIn,
  target: string,
  order: NewActual,
): Promise<number> {
  await holdTarget(trx, account, target);
  refuseUnsound(order);
  await refuseSecond(trx, target, order.year, null);
  return insert(trx, account, target, order);
}

const FIGURE = { zh: "实际值", en: "Figure" };

export async function changeActual(
  trx: Knex.Transaction,
  account: SignedIn,
  id: number,
  { version, ...order }: ActualChange,
): Promise<void> {
  const held = await holdActual(trx, account, id);
  refuseStale(FIGURE, held, version);
  refuseUnsound(order);
  await refuseSecond(trx, held.target, order.year, id);
  await replace(trx, account, held, order);
}

export async function removeActual(
  trx: Knex.Transaction,
  account: SignedIn,
  id: number,
  version: number,
): Promise<void> {
  const held = await holdActual(trx, account, id);
  refuseStale(FIGURE, held, version);
  await trx("target_actual").where({ id }).delete();
  await audit(trx, account, {
    action: "target_actual.remove",
    ...{ subject: subjectOf(held.target, held.year), before: wroteOf(held), after: null },
  });
}

const isSame = (held: Actual, order: NewActual): boolean =>
  JSON.stringify(wroteOf(held)) === JSON.stringify(wroteOf(order));

/** All rows of a file; what says the same as before is no change. */
export async function putActuals(
  trx: Knex.Transaction,
  account: SignedIn,
  rows: readonly ReadActual[],
): Promise<{ added: number; changed: number }> {
  const count = { added: 0, changed: 0 };
  for (const target of [...new Set(rows.map((row) => row.target))].sort())
    await holdTarget(trx, account, target);
  for (const row of rows) {
    const { target, year } = row;
    const known: { id: number } | undefined = await trx("target_actual")
      .where({ target_id: target, year })
      .first("id");
    const held = known && (await oneActual(within(trx), known.id));
    if (!held) {
      await insert(trx, account, target, row);
      count.added++;
    } else if (!isSame(held, row)) {
      await replace(trx, account, held, row);
      count.changed++;
    }
  }
  return count;
}
