import type { Knex } from "knex";
import type { NewTask, PlanTask, TaskChange } from "../../domain/api/plan.ts";
import { taskRefusals } from "../../domain/plan/tasks.ts";
import type { SignedIn } from "../accounts/who.ts";
import { within } from "../asking.ts";
import { audit } from "../audit.ts";
import { refusedFields } from "../http/problem.ts";
import { mustActFor, noTask, refuseStale } from "./changing.ts";
import { oneTask } from "./tasks.ts";

/** Tasks set, changed and taken away. */

const subjectOf = (id: number) => `plan_task ${id}`;

const unknownDistrict = (code: string) => ({
  field: "district_code",
  message: `there is no district ${code}`,
  zh: `没有代码为 ${code} 的区县`,
});

async function refuseUnsound(trx: Knex.Transaction, order: NewTask): Promise<void> {
  const { district_code: code } = order;
  const known = code === null || (await trx("district").where({ code }).first("code"));
  const wrong = [...taskRefusals(order), ...(code === null || known ? [] : [unknownDistrict(code)])];
  if (wrong.length > 0) throw refusedFields(wrong);
}

const TASK = { zh: "任务", en: "Task" };

async function held(
  trx: Knex.Transaction,
  account: SignedIn,
  id: number,
  version: number,
): Promise<PlanTask> {
  const rows = await within(trx)("select id from plan_task where id = ? for no key update", [id]);
  if (rows.length === 0) throw noTask(id);
  const task = await oneTask(within(trx), id);
  mustActFor(account, task.district_code);
  refuseStale(TASK, task, version);
  return task;
}

function wroteOf({ id, version, overdue, source, changedBy, changedAt, synthetic, ...written }: PlanTask) {
  return written;
}

export async function addTask(trx: Knex.Transaction, account: SignedIn, order: NewTask): Promise<number> {
  mustActFor(account, order.district_code);
  await refuseUnsound(trx, order);
  const [{ id }] = await trx("plan_task")
    .insert({ ...order, account_id: account.id })
    .returning("id");
  await audit(trx, account, {
    ...{ action: "plan_task.create", subject: subjectOf(id), before: null, after: order },
  });
  return id;
}

export async function changeTask(
  trx: Knex.Transaction,
  account: SignedIn,
  id: number,
  { version, ...order }: TaskChange,
): Promise<void> {
  const before = await held(trx, account, id, version);
  mustActFor(account, order.district_code);
  await refuseUnsound(trx, order);
  await trx("plan_task")
    .where({ id })
    .update({ ...order, version: version + 1, account_id: account.id, changed_at: trx.fn.now() });
  await audit(trx, account, {
    ...{ action: "plan_task.change", subject: subjectOf(id), before: wroteOf(before), after: order },
  });
}

export async function removeTask(
  trx: Knex.Transaction,
  account: SignedIn,
  id: number,
  version: number,
): Promise<void> {
  const before = await held(trx, account, id, version);
  await trx("plan_task").where({ id }).delete();
  await audit(trx, account, {
    ...{ action: "plan_task.remove", subject: subjectOf(id), before: wroteOf(before), after: null },
  });
}
