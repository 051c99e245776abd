import type { Knex } from "knex";
import type { ScreeningRun } from "../../domain/api/screening.ts";
import type { SignedIn } from "../accounts/who.ts";
import { audit } from "../audit.ts";
import { conflict, notFound } from "../http/problem.ts";
import { today } from "../today.ts";

/** From draft to published to withdrawn, each step once; only drafts can be taken away. */

type State = {
  state: ScreeningRun["state"];
  reference_date: string;
  published_at: Date | null;
  withdrawn_at: Date | null;
};

const COLUMNS = ["state", "reference_date", "published_at", "withdrawn_at"] as const;

const WORDS: Readonly<Record<ScreeningRun["state"], string>> = {
  draft: "草稿",
  published: "已公布",
  withdrawn: "已撤回",
};

/** Holds the run until the transaction ends, so that of two who change it at once one sees what the other did. */
async function held(trx: Knex.Transaction, id: number): Promise<State> {
  const run = await trx<State & { id: number }>("screening_run")
    .where({ id })
    .forUpdate()
    .first(...COLUMNS);
  if (!run) throw notFound(`There is no screening ${id}.`);
  return run;
}

const refused = (id: number, { state }: State, advice: string, zh: string) =>
  conflict(`Screening ${id} is ${state}. ${advice}`, {
    zh: `第 ${id} 次筛查的状态是${WORDS[state]}。${zh}`,
  });

export async function publish(trx: Knex.Transaction, who: SignedIn, id: number): Promise<void> {
  const before = await held(trx, id);
  if (before.state !== "draft")
    throw refused(
      id,
      before,
      "Only a draft can be published; screen anew.",
      "只有草稿可以公布，请重新筛查。",
    );
  // Land is not called idle for days that have not come.
  if (before.reference_date > today())
    throw refused(
      id,
      before,
      `Its day, ${before.reference_date}, has not come; screen for today or before.`,
      `基准日 ${before.reference_date} 尚未到来，不能公布。`,
    );
  await change(trx, who, id, "publish", before, { state: "published", published_at: trx.fn.now() });
}

export async function withdraw(trx: Knex.Transaction, who: SignedIn, id: number): Promise<void> {
  const before = await held(trx, id);
  if (before.state !== "published")
    throw refused(id, before, "Only a published screening can be withdrawn.", "只有已公布的筛查可以撤回。");
  await change(trx, who, id, "withdraw", before, { state: "withdrawn", withdrawn_at: trx.fn.now() });
}

type Change = Readonly<Record<string, string | Knex.Raw>>;

async function change(
  trx: Knex.Transaction,
  who: SignedIn,
  id: number,
  action: string,
  before: State,
  to: Change,
) {
  const [after] = await trx("screening_run").where({ id }).update(to).returning(COLUMNS);
  await audit(trx, who, { action: `screening_run.${action}`, subject: `screening_run ${id}`, before, after });
}

export async function removeDraft(trx: Knex.Transaction, who: SignedIn, id: number): Promise<void> {
  const before = await held(trx, id);
  if (before.state !== "draft")
    throw refused(
      id,
      before,
      "What was published stays readable; withdraw it instead.",
      "公布过的筛查须保留备查，请改为撤回。",
    );
  await trx("screening_run").where({ id }).delete();
  await audit(trx, who, {
    action: "screening_run.remove",
    subject: `screening_run ${id}`,
    before,
    after: null,
  });
}
