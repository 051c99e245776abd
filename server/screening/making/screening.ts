import type { Knex } from "knex";
import { day, yearOf } from "../../../domain/civil-days.ts";
import { potentialOf } from "../../../domain/screening/potential.ts";
import type { Limits } from "../../../domain/screening/rule.ts";
import { RULE_VERSION, screen } from "../../../domain/screening/screen.ts";
import { within } from "../../asking.ts";
import { dataRevision } from "../../data-revision.ts";
import { SCREENED_TABLES } from "../tables.ts";
import { countScreened, readPage } from "./facts.ts";
import { type Found, storeFindings } from "./findings.ts";
import { GAP_M, storeGroups } from "./groups.ts";
import { readMeans } from "./means.ts";
import { type Gained, storePotentials } from "./potentials.ts";
import { type AskedRun, askedRuns } from "./ratings.ts";
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
  const asked = await askedRuns(trx, yearOf(on));
  const run = await beginRun(trx, order, asked);
  const all = await countScreened(trx);
  const means = await readMeans(within(trx), asked, order.limits.thresholds.park_share);
  const tally = createCount();
  let synthetic = false;
  let parcels = 0;
  for (let after: number | null = 0; after !== null; ) {
    signal.throwIfAborted();
    const [found, gained]: [Found[], Gained[]] = [[], []];
    after = await readPage(trx, asked, after, ({ id, facts }, isSynthetic) => {
      parcels++;
      synthetic ||= isSynthetic;
      const findings = screen(facts, on, order.limits);
      for (const finding of findings) {
        tally.add(facts.district, facts.area_m2, finding);
        found.push({ parcel: id, finding });
      }
      const potential = potentialOf(facts, on, findings, means, order.limits);
      if (potential) gained.push({ parcel: id, potential });
    });
    await storeFindings(trx, run, found, signal);
    await storePotentials(trx, run, gained, signal);
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
  asked: readonly AskedRun[],
): Promise<number> {
  const revision = await dataRevision(trx, SCREENED_TABLES);
  const [{ id }] = await trx("screening_run")
    .insert({
      reference_date: referenceDate,
      rules: JSON.stringify({ ...limits, gap_m: GAP_M, output_year: asked[0]?.year ?? null }),
      rule_version: RULE_VERSION,
      data_revision: revision,
      account_id: account,
      note,
    })
    .returning("id");
  return id;
}
