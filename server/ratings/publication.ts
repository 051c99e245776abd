import type { Knex } from "knex";
import type { RunState } from "../../domain/api/ratings/runs.ts";
import type { SignedIn } from "../accounts/who.ts";
import { audit } from "../audit.ts";
import { conflict, notFound } from "../http/problem.ts";

/** From draft to published to withdrawn, each step once; only drafts can be taken away. */

type State = {
  state: RunState;
  published_at: Date | null;
  notice_until: string | null;
  withdrawn_because: string | null;
};

const COLUMNS = ["state", "published_at", "notice_until", "withdrawn_because"] as const;

const WORDS: Readonly<Record<RunState, string>> = {
  draft: "草稿",
  published: "已公布",
  withdrawn: "已撤回",
};

/** Holds the run until the transaction ends, so that of two who change it at once one sees what the other did. */
async function held(trx: Knex.Transaction, id: number): Promise<State> {
  const run = await trx<State & { id: number }>("rating_run")
    .where({ id })
    .forUpdate()
    .first(...COLUMNS);
  if (!run) throw notFound(`There is no rating run ${id}.`);
  return run;
}

const refused = (id: number, { state }: State, advice: string, zh: string) =>
  conflict(`Run ${id} is ${state}. ${advice}`, { zh: `第 ${id} 批次的状态是${WORDS[state]}。${zh}` });

export async function publish(
  trx: Knex.Transaction,
  who: SignedIn,
  id: number,
  noticeDays: number,
): Promise<void> {
  const before = await held(trx, id);
  if (before.state !== "draft")
    throw refused(
      id,
      before,
      "Only a draft can be published; rate the year anew.",
      "只有草稿可以公布，请重新评价该年度。",
    );
  await change(trx, who, id, "publish", before, {
    state: "published",
    published_at: trx.fn.now(),
    // Days are those of Chengdu, as everywhere on our connections.
    notice_until: trx.raw("current_date + ?::integer", [noticeDays]),
  });
}

export async function withdraw(
  trx: Knex.Transaction,
  who: SignedIn,
  id: number,
  because: string,
): Promise<void> {
  const before = await held(trx, id);
  if (before.state !== "published")
    throw refused(id, before, "Only a published run can be withdrawn.", "只有已公布的批次可以撤回。");
  await change(trx, who, id, "withdraw", before, {
    state: "withdrawn",
    withdrawn_at: trx.fn.now(),
    withdrawn_because: because,
  });
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
  const [after] = await trx("rating_run").where({ id, state: before.state }).update(to).returning(COLUMNS);
  await audit(trx, who, { action: `rating_run.${action}`, subject: `rating_run ${id}`, before, after });
}

export async function removeDraft(trx: Knex.Transaction, who: SignedIn, id: number): Promise<void> {
  const before = await held(trx, id);
  if (before.state !== "draft")
    throw refused(
      id,
      before,
      "What was published stays readable; withdraw it instead.",
      "公布过的批次须保留备查，请改为撤回。",
    );
  const [gone] = await trx("rating_run")
    .where({ id, state: "draft" })
    .delete()
    .returning(["scheme_id", "year", "size", "started_at", "created_by", "note", "firms"]);
  await audit(trx, who, {
    action: "rating_run.remove",
    subject: `rating_run ${id}`,
    before: gone,
    after: null,
  });
}
