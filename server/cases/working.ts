import type { Knex } from "knex";
import type { z } from "zod";
import type { CaseAssignment, CaseEvent, CaseStep } from "../../domain/api/cases.ts";
import { isOpen } from "../../domain/cases/machine.ts";
import { afterStep, type StepOrder, stepRefusals } from "../../domain/cases/steps.ts";
import { STEP_NAMES } from "../../domain/cases/words.ts";
import type { SignedIn } from "../accounts/who.ts";
import { audit } from "../audit.ts";
import { conflict, refusedFields } from "../http/problem.ts";
import { today } from "../today.ts";
import { type HeldCase, holdCase, recordEvent, refuseSecondOpen, refuseStale } from "./held.ts";
import { assigneeFor } from "./opening.ts";
import { columnsOf, progressOf, subjectOf } from "./records.ts";

/** What officers do with a case: steps, taking the last one back, notes, assignments. */

const subjectName = (id: number) => `case ${id}`;

export async function takeStep(
  trx: Knex.Transaction,
  account: SignedIn,
  id: number,
  { version, ...order }: CaseStep,
): Promise<void> {
  const held = await holdCase(trx, account, id);
  await refuseStale(trx, account, held, version);
  const progress = progressOf(held);
  refuseWrong(held, order);
  const next = afterStep(progress, order);
  if (!isOpen(progress.state) && isOpen(next.state))
    await refuseSecondOpen(trx, account, held.parcel_id, held.kind);
  const before = { ...columnsOf(progress), closed_at: held.closed_at };
  const after = { ...columnsOf(next), closed_at: isOpen(next.state) ? null : new Date() };
  await change(trx, held, after);
  const { step, note, ...said } = order;
  const [from, to] = [progress.state, next.state];
  await recordEvent(trx, account, id, "step", { step, from, to, note, wrote: wroteOf(said), before });
  await audit(trx, account, { action: `case.${step}`, subject: subjectName(id), before, after });
}

function refuseWrong(held: HeldCase, order: StepOrder): void {
  const refusals = stepRefusals(subjectOf(held), progressOf(held), order, today());
  if (refusals.length > 0) throw refusedFields(refusals);
}

const wroteOf = (said: Omit<StepOrder, "step" | "note">): CaseEvent["detail"] =>
  Object.fromEntries(
    Object.entries(said).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );

const change = (trx: Knex.Transaction, { id, version }: HeldCase, columns: object) =>
  trx("case")
    .where({ id })
    .update({ ...columns, version: version + 1 });

type LastEvent = { id: number; account_id: number; kind: string; detail: StepDetail };
type StepDetail = {
  step: keyof typeof STEP_NAMES;
  from: string;
  to: string;
  before: Record<string, unknown>;
};

/** Only whoever did it takes it back, and only while nothing stands upon it. */
export async function undoStep(
  trx: Knex.Transaction,
  account: SignedIn,
  id: number,
  version: number,
): Promise<void> {
  const held = await holdCase(trx, account, id);
  await refuseStale(trx, account, held, version);
  const last: LastEvent | undefined = await trx("case_event")
    .where({ case_id: id })
    .orderBy("id", "desc")
    .first("id", "account_id", "kind", "detail");
  if (last?.kind !== "step")
    throw conflict("Something else was done since the last step; it can no longer be taken back.", {
      zh: "最近一步之后已有其他操作，不能再撤销。",
    });
  const { step, from, to, before } = last.detail;
  if (last.account_id !== account.id)
    throw conflict(`Somebody else took the step (${step}); only they can take it back.`, {
      zh: `“${STEP_NAMES[step]}”由他人办理，只能由其本人撤销。`,
    });
  if (held.closed_at !== null && before.closed_at === null)
    await refuseSecondOpen(trx, account, held.parcel_id, held.kind);
  const was = { ...columnsOf(progressOf(held)), closed_at: held.closed_at };
  await change(trx, held, before);
  await recordEvent(trx, account, id, "undone", { step, from: to, to: from, of: last.id });
  await audit(trx, account, { action: "case.undo", subject: subjectName(id), before: was, after: before });
}

export async function addNote(
  trx: Knex.Transaction,
  account: SignedIn,
  id: number,
  note: string,
): Promise<void> {
  await holdCase(trx, account, id);
  await recordEvent(trx, account, id, "note", { note });
  await audit(trx, account, { action: "case.note", subject: subjectName(id), before: null, after: { note } });
}

export async function assign(
  trx: Knex.Transaction,
  account: SignedIn,
  id: number,
  { version, assigneeId }: z.output<typeof CaseAssignment>,
): Promise<void> {
  const held = await holdCase(trx, account, id);
  await refuseStale(trx, account, held, version);
  const assignee = assigneeId === null ? null : await assigneeFor(trx, assigneeId, held.district_code);
  if (held.assignee?.id === assignee?.id) return;
  await change(trx, held, { assignee_id: assignee?.id ?? null });
  await recordEvent(trx, account, id, "assigned", {
    wrote: { from: held.assignee?.displayName ?? null, to: assignee?.displayName ?? null },
  });
  await audit(trx, account, {
    action: "case.assign",
    subject: subjectName(id),
    before: { assignee: held.assignee },
    after: { assignee },
  });
}
