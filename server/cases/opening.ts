import type { Knex } from "knex";
import { actsIn, hasRight, type Role } from "../../domain/accounts/rights.ts";
import type { NewCase } from "../../domain/api/cases.ts";
import { mustActIn } from "../accounts/may.ts";
import type { SignedIn } from "../accounts/who.ts";
import { audit } from "../audit.ts";
import { refusedFields } from "../http/problem.ts";
import { recordEvent, refuseSecondOpen } from "./held.ts";

/** Flagging a parcel: for a finding of the screening that is shown, or by hand with a reason. */

const wrong = (field: string, message: string, zh: string) => refusedFields([{ field, message, zh }]);

type Parcel = { id: number; district_code: string };

async function holdParcel(trx: Knex.Transaction, code: string): Promise<Parcel> {
  const { rows } = await trx.raw<{ rows: Parcel[] }>(
    "select id, district_code from parcel where parcel_code = ? for no key update",
    [code],
  );
  if (rows[0]) return rows[0];
  throw wrong("parcelCode", `there is no parcel ${code}`, `没有宗地 ${code}`);
}

async function findingOf(trx: Knex.Transaction, parcelId: number, kind: string): Promise<number | null> {
  const { rows } = await trx.raw<{ rows: { id: number }[] }>(
    "select f.id from finding f join shown_screening s on s.id = f.run_id where f.parcel_id = ? and f.kind = ?",
    [parcelId, kind],
  );
  return rows[0]?.id ?? null;
}

type Assignee = { id: number; display_name: string; role: Role; district_code: string | null };

/** Whoever is given a case must be able to work on it. */
export async function assigneeFor(
  trx: Knex.Transaction,
  id: number,
  district: string,
): Promise<{ id: number; displayName: string }> {
  const found: Assignee | undefined = await trx("account")
    .where({ id, synthetic: false })
    .whereNull("disabled_at")
    .first("id", "display_name", "role", "district_code");
  if (!found)
    throw wrong("assigneeId", `there is no account ${id} that can be given a case`, "没有可指派的该账户");
  const holder = { role: found.role, district: found.district_code };
  if (!hasRight(holder, "cases") || !actsIn(holder, district))
    throw wrong(
      "assigneeId",
      `${found.display_name} does not work on cases of district ${district}`,
      `${found.display_name}不办理该区案件，请指派该区或市级经办人`,
    );
  return { id: found.id, displayName: found.display_name };
}

export async function openCase(trx: Knex.Transaction, account: SignedIn, order: NewCase): Promise<number> {
  const { parcelCode, kind, reason, assigneeId } = order;
  const parcel = await holdParcel(trx, parcelCode);
  mustActIn(account, parcel.district_code);
  await refuseSecondOpen(trx, account, parcel.id, kind);
  const finding = await findingOf(trx, parcel.id, kind);
  if (finding === null && reason === "")
    throw wrong(
      "reason",
      "no screening finds this of the parcel, so say why it is flagged",
      "现行筛查未发现该地块属于此类，请说明理由",
    );
  const assignee = assigneeId === null ? null : await assigneeFor(trx, assigneeId, parcel.district_code);
  const [stored] = await trx("case")
    .insert({ parcel_id: parcel.id, finding_id: finding, kind, reason, assignee_id: assignee?.id ?? null })
    .returning("*");
  await recordEvent(trx, account, stored.id, "opened", {
    to: "suspected",
    note: reason,
    wrote: { kind, ...(assignee && { assignee: assignee.displayName }) },
  });
  await audit(trx, account, {
    action: "case.open",
    subject: `case ${stored.id}`,
    before: null,
    after: { ...stored, parcel_code: parcelCode },
  });
  return stored.id;
}
