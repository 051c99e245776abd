import type { Knex } from "knex";
import type { Decision, NewResponse, RatingResponse } from "../../domain/api/ratings/responses.ts";
import { mustActIn } from "../accounts/may.ts";
import type { SignedIn } from "../accounts/who.ts";
import { audit } from "../audit.ts";
import { conflict, invalidBody, notFound } from "../http/problem.ts";
import type { Read } from "../read.ts";

/** What firms said of their ratings, and what came of it; a later run changes nothing of it. */

export const RESPONSES = `
  select a.id, a.run_id as run, r.year, e.credit_code as "creditCode", e.name, a.kind, a.raised_on as "raisedOn",
         a.raised_by as "raisedBy", a.statement, a.outcome, a.outcome_note as "outcomeNote", a.decided_on as "decidedOn",
         a.decided_by as "decidedBy"
    from rating_response a join rating_run r on r.id = a.run_id join enterprise e on e.id = a.enterprise_id`;

type Wanted = { open?: boolean | undefined; creditCode?: string | undefined };

export const responseStore = (read: Read) => ({
  async ofRun(run: number, { open, creditCode }: Wanted, signal: AbortSignal): Promise<RatingResponse[]> {
    const [known] = await read("select from rating_run where id = ?", [run], signal);
    if (!known) throw notFound(`There is no rating run ${run}.`);
    const undecided = "(a.kind = 'objection' and a.outcome is null)";
    const conditions = [
      ...(open === undefined ? [] : [open ? undecided : `not ${undecided}`]),
      ...(creditCode === undefined ? [] : ["e.credit_code = ?"]),
    ];
    const values = creditCode === undefined ? [run] : [run, creditCode];
    const where = ["a.run_id = ?", ...conditions].join(" and ");
    return read<RatingResponse>(
      `${RESPONSES} where ${where} order by a.raised_on desc, a.id desc`,
      values,
      signal,
    );
  },

  async one(id: number, signal: AbortSignal): Promise<RatingResponse | undefined> {
    return (await read<RatingResponse>(`${RESPONSES} where a.id = ?`, [id], signal))[0];
  },
});

const wrong = (field: string, message: string, zh: string) =>
  invalidBody(`${field}: ${message}`, { zh, errors: [{ field, message }] });

type RunOfResponse = { state: string; from: string; until: string; today: string };

/** The run stays as it is until the response is stored. */
async function publishedRun(trx: Knex.Transaction, id: number): Promise<RunOfResponse> {
  const { rows } = await trx.raw<{ rows: RunOfResponse[] }>(
    `select state, published_at::date as from, notice_until as until, current_date as today
       from rating_run where id = ? for share`,
    [id],
  );
  const [run] = rows;
  if (!run) throw notFound(`There is no rating run ${id}.`);
  if (run.state !== "published")
    throw conflict(`Run ${id} is ${run.state}; firms respond to a published run only.`, {
      zh: `第 ${id} 批次未处于公布状态，只能对已公布的批次提出确认或异议。`,
    });
  return run;
}

export async function respond(
  trx: Knex.Transaction,
  who: SignedIn,
  id: number,
  response: NewResponse,
): Promise<number> {
  const { creditCode, kind, raisedOn, raisedBy, statement } = response;
  const { from, until, today } = await publishedRun(trx, id);
  if (raisedOn < from || raisedOn > until)
    throw wrong(
      "raisedOn",
      `the notice lasts from ${from} to ${until}`,
      `提出日期须在公示期内：${from} 至 ${until}`,
    );
  if (raisedOn > today) throw wrong("raisedOn", "lies in the future", "提出日期不能晚于今天");
  const firm = await trx("rating")
    .join("enterprise", "enterprise.id", "rating.enterprise_id")
    .where({ run_id: id, credit_code: creditCode })
    .first("enterprise.id", "enterprise.district_code");
  if (!firm) throw wrong("creditCode", `is no firm of run ${id}`, `第 ${id} 批次中没有这家企业`);
  mustActIn(who, firm.district_code);
  const [stored] = await trx("rating_response")
    .insert({
      run_id: id,
      enterprise_id: firm.id,
      kind,
      raised_on: raisedOn,
      raised_by: raisedBy,
      statement,
    })
    .onConflict(trx.raw("(run_id, enterprise_id) where kind = 'confirmation'"))
    .ignore()
    .returning("*");
  if (!stored)
    throw conflict(`${creditCode} has confirmed its rating in run ${id} already.`, {
      zh: `企业 ${creditCode} 已确认过第 ${id} 批次的评价结果。`,
    });
  await audit(trx, who, {
    action: "rating_response.create",
    subject: `rating_response ${stored.id}`,
    before: null,
    after: stored,
  });
  return stored.id;
}

export async function decide(
  trx: Knex.Transaction,
  who: SignedIn,
  id: number,
  decision: Decision,
): Promise<void> {
  const { outcome, note, decidedOn, decidedBy = who.displayName } = decision;
  const before = await trx("rating_response").where({ id }).forUpdate().first();
  if (!before) throw notFound(`There is no response ${id}.`);
  const firm = await trx("enterprise").where({ id: before.enterprise_id }).first("district_code");
  mustActIn(who, firm.district_code);
  if (before.kind !== "objection")
    throw conflict(`Response ${id} is a confirmation; there is nothing to decide.`, {
      zh: "这是一条确认，无需处理。",
    });
  if (before.outcome !== null)
    throw conflict(`Objection ${id} was ${before.outcome} on ${before.decided_on} by ${before.decided_by}.`, {
      zh: `该异议已于 ${before.decided_on} 由${before.decided_by}处理。`,
    });
  if (decidedOn < before.raised_on)
    throw wrong(
      "decidedOn",
      `is before the day it was raised, ${before.raised_on}`,
      `处理日期不能早于提出日期 ${before.raised_on}`,
    );
  const { rows } = await trx.raw<{ rows: [{ today: string }] }>("select current_date as today");
  if (decidedOn > rows[0].today) throw wrong("decidedOn", "lies in the future", "处理日期不能晚于今天");
  const [after] = await trx("rating_response")
    .where({ id, outcome: null })
    .update({ outcome, outcome_note: note, decided_on: decidedOn, decided_by: decidedBy })
    .returning("*");
  await audit(trx, who, {
    action: "rating_response.decide",
    subject: `rating_response ${id}`,
    before,
    after,
  });
}
