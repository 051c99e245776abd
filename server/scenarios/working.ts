import type { Knex } from "knex";
import type { NewScenario, Scenario, ScenarioChange } from "../../domain/api/shares.ts";
import type { SignedIn } from "../accounts/who.ts";
import { within } from "../asking.ts";
import { audit } from "../audit.ts";
import { notAllowed } from "../http/problem.ts";
import { changedMeanwhile } from "../http/versions.ts";
import { noScenario, oneScenario } from "./records.ts";
import { refuseUnsound } from "./soundness.ts";

/** Scenarios made, changed and taken away, by their makers and administrators. */

const subjectName = (id: number) => `scenario ${id}`;

const columnsOf = ({ name, note, year, switches, steps }: NewScenario) => ({
  ...{ name, note, year },
  switches: JSON.stringify(switches),
  steps: JSON.stringify(steps),
});

const wroteOf = ({ name, note, year, switches, steps }: Scenario): NewScenario => ({
  ...{ name, note, year, switches, steps },
});

export async function addScenario(
  trx: Knex.Transaction,
  account: SignedIn,
  order: NewScenario,
): Promise<number> {
  await refuseUnsound(within(trx), order);
  const [{ id }] = await trx("scenario")
    .insert({ ...columnsOf(order), account_id: account.id })
    .returning("id");
  await audit(trx, account, {
    action: "scenario.create",
    subject: subjectName(id),
    before: null,
    after: order,
  });
  return id;
}

/** Nobody else changes it until the transaction ends. It is held before it is read, so that what is read is the newest. */
async function hold(trx: Knex.Transaction, account: SignedIn, id: number): Promise<Scenario> {
  const held = await within(trx)("select id from scenario where id = ? for no key update", [id]);
  if (held.length === 0) throw noScenario(id);
  const scenario = await oneScenario(within(trx), id, account);
  if (scenario.mayChange) return scenario;
  throw notAllowed("Only its maker or an administrator changes a scenario; save yours under another name.", {
    zh: "只有创建人或系统管理员可以修改该情景；您可以另存为自己的情景。",
  });
}

const SCENARIO = { zh: "情景", en: "Scenario" };

export async function changeScenario(
  trx: Knex.Transaction,
  account: SignedIn,
  id: number,
  { version, ...order }: ScenarioChange,
): Promise<void> {
  const held = await hold(trx, account, id);
  if (held.version !== version) throw changedMeanwhile(SCENARIO, held, version, held);
  await refuseUnsound(within(trx), order, held.steps);
  await trx("scenario")
    .where({ id })
    .update({ ...columnsOf(order), version: version + 1, changed_at: trx.fn.now() });
  await audit(trx, account, {
    action: "scenario.change",
    subject: subjectName(id),
    before: wroteOf(held),
    after: order,
  });
}

export async function removeScenario(trx: Knex.Transaction, account: SignedIn, id: number): Promise<void> {
  const held = await hold(trx, account, id);
  await trx("scenario").where({ id }).delete();
  await audit(trx, account, {
    action: "scenario.remove",
    subject: subjectName(id),
    before: wroteOf(held),
    after: null,
  });
}
