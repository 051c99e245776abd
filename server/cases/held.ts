import type { Knex } from "knex";
import type { CaseEvent } from "../../domain/api/cases.ts";
import { excluding } from "../../domain/cases/machine.ts";
import type { CaseKind } from "../../domain/cases/states.ts";
import { KIND_NAMES } from "../../domain/cases/words.ts";
import { mustActIn } from "../accounts/may.ts";
import type { SignedIn } from "../accounts/who.ts";
import { type Ask, within } from "../asking.ts";
import { conflict, notFound } from "../http/problem.ts";
import { changedMeanwhile } from "../http/versions.ts";
import { oneCase } from "./reading.ts";
import { CASE_COLUMNS, CASE_FROM, type CaseRow } from "./records.ts";

/** A case while somebody changes it: nobody else does, until the transaction ends. */

export type HeldCase = CaseRow;

export const noCase = (id: number) => notFound(`There is no case ${id}.`, { zh: `没有第 ${id} 号案件。` });

/** The parcel is held too, for whether another case of it is open must not change meanwhile. */
export async function holdCase(trx: Knex.Transaction, account: SignedIn, id: number): Promise<HeldCase> {
  const { rows } = await trx.raw<{ rows: HeldCase[] }>(
    `select ${CASE_COLUMNS} from ${CASE_FROM} where c.id = ? for no key update of c, p`,
    [id],
  );
  const [held] = rows;
  if (!held) throw noCase(id);
  mustActIn(account, held.district_code);
  return held;
}

/** Before anything is received: a case that is not there, or of another district. */
export async function refuseStranger(ask: Ask, account: SignedIn, id: number): Promise<void> {
  const [found] = await ask<{ district_code: string }>(
    `select p.district_code from "case" c join parcel p on p.id = c.parcel_id where c.id = ?`,
    [id],
  );
  if (!found) throw noCase(id);
  mustActIn(account, found.district_code);
}

export async function refuseStale(
  trx: Knex.Transaction,
  account: SignedIn,
  { id, version }: HeldCase,
  decidedOn: number,
): Promise<void> {
  if (version === decidedOn) return;
  const current = await oneCase(within(trx), id, account);
  throw changedMeanwhile({ zh: "案件", en: "Case" }, { id, version }, decidedOn, current);
}

/** What an event keeps beside who and when; `before` is what undoing it brings back. */
type EventDetail = {
  step?: string;
  from?: string;
  to?: string;
  note?: string;
  wrote?: CaseEvent["detail"];
  before?: object;
  of?: number;
};

export async function recordEvent(
  trx: Knex.Transaction,
  account: { id: number },
  id: number,
  kind: CaseEvent["kind"],
  detail: EventDetail,
): Promise<void> {
  await trx("case_event").insert({
    case_id: id,
    account_id: account.id,
    kind,
    detail: JSON.stringify(detail),
  });
  await trx("case").where({ id }).update({ changed_at: trx.fn.now() });
}

/** What an open case of the same land says against another one. */
export async function refuseSecondOpen(
  trx: Knex.Transaction,
  account: SignedIn,
  parcelId: number,
  kind: CaseKind,
): Promise<void> {
  const open: { id: number; kind: CaseKind } | undefined = await trx("case")
    .where({ parcel_id: parcelId })
    .whereIn("kind", excluding(kind))
    .whereNull("closed_at")
    .first("id", "kind");
  if (!open) return;
  const current = await oneCase(within(trx), open.id, account);
  throw conflict(
    open.kind === kind
      ? `Case ${open.id} of this parcel and kind is open already; go on with that one.`
      : `Case ${open.id} of this parcel is open as ${open.kind}, which excludes ${kind}; close or reject it first.`,
    {
      zh:
        open.kind === kind
          ? `该地块已有同类在办案件（第 ${open.id} 号），请在该案件中继续办理。`
          : `该地块已有${KIND_NAMES[open.kind]}在办案件（第 ${open.id} 号）；闲置与低效互斥，请先办结或不予认定该案件。`,
      ...(current && { current }),
    },
  );
}
