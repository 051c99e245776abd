import type { Knex } from "knex";
import { day, yearOf } from "../../../domain/civil-days.ts";
import type { Limits } from "../../../domain/screening/rule.ts";
import { RULE_VERSION, screen } from "../../../domain/screening/screen.ts";
import { dataRevision } from "../../data-revision.ts";
import { SCREENED_TABLES } from "../tables.ts";
import { countScreened, readPage } from "./facts.ts";
import { type Found, storeFindings } from "./findings.ts";
import { GAP_M, storeGroups } from "./groups.ts";
import { askedRuns } from "./ratings.ts";
import { createCount } from "./tally.ts";

/** A screening from end to end: each page of parcels is read, judged, and what was found on it is stored, before the next is read. */

export type ScreeningOrder = {
  referenceDate: string;
  limits: Limits;
  account: number | null;
  note: string | null;
};

export type ScreeningStep = "screening" | "grouping";
export type ScreeningWatch = {
  signal: AbortSignal;
  progress(step: ScreeningStep, share: number): void;
};

/** Answers the number of the run, a draft. The transaction must see one state of the data. */
export async function makeScreening(
  trx: Knex.Transaction,
  order: ScreeningOrder,
  { signal, progress }: ScreeningWatch,
): Promise<number> {
  const on = day(order.referenceDate);
  const run = await beginRun(trx, order);
  const all = await countScreened(trx);
  const asked = await askedRuns(trx, yearOf(on));
  const tally = createCount();
  let synthetic = false;
  let parcels = 0;
  for (let after: number | null = 0; after !== null; ) {
    signal.throwIfAborted();
    const found: Found[] = [];
    after = await readPage(trx, asked, after, ({ id, facts }, isSynthetic) => {
      parcels++;
      synthetic ||= isSynthetic;
      for (const finding of screen(facts, on, order.limits)) {
        tally.add(facts.district, facts.area_m2, finding);
        found.push({ parcel: id, finding });
      }
    });
    await storeFindings(trx, run, found, signal);
    progress("screening", all === 0 ? 1 : parcels / all);
  }
  signal.throwIfAborted();
  progress("grouping", 0);
  await storeGroups(trx, run, order.limits.thresholds.park_share);
  await trx("screening_run")
    .where({ id: run })
    .update({ parcels, synthetic, summary: JSON.stringify(tally.count) });
  signal.throwIfAborted();
  return run;
}

async function beginRun(
  trx: Knex.Transaction,
  { referenceDate, limits, account, note }: ScreeningOrder,
): Promise<number> {
  const revision = await dataRevision(trx, SCREENED_TABLES);
  const [{ id }] = await trx("screening_run")
    .insert({
      reference_date: referenceDate,
      rules: JSON.stringify({ ...limits, gap_m: GAP_M }),
      rule_version: RULE_VERSION,
      data_revision: revision,
      account_id: account,
      note,
    })
    .returning("id");
  return id;
}
