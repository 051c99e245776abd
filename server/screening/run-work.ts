import type { Knex } from "knex";
import type { NewScreening } from "../../domain/api/screening.ts";
import type { SignedIn } from "../accounts/who.ts";
import { audit } from "../audit.ts";
import { abortableTransaction } from "../db/abortable-transaction.ts";
import { conflict, problemOf } from "../http/problem.ts";
import type { Kind, Work } from "../jobs.ts";
import type { Services } from "../services.ts";
import { limitsWith } from "./limits.ts";
import { makeScreening, type ScreeningStep, type ScreeningWatch } from "./making/screening.ts";

/**
 * A screening is one transaction that sees one state of the data: what it finds is stored page by page, and is there for others
 * only when it is whole.
 */

export const SCREENING_JOBS: Kind<NewScreening, ScreeningStep> = {
  spans: { screening: [0, 0.85], grouping: [0.85, 1] },
  first: "screening",
  subjectOf: ({ referenceDate, thresholds }) => `${referenceDate} ${JSON.stringify(thresholds)}`,
  alreadyRunning: ({ referenceDate }, job) => ({
    en: `Land is being screened for ${referenceDate} already; wait for job ${job}, or cancel it.`,
    zh: `正在按基准日 ${referenceDate} 筛查，请等待完成或先取消（任务 ${job}）。`,
  }),
  tooMany: "Too many screenings are waiting. Try again when some of them are done.",
  cancelled: {
    en: "The screening was cancelled; nothing of it is stored.",
    zh: "筛查已取消，未保存任何内容。",
  },
};

const ONE_STATE = { isolationLevel: "repeatable read" } as const;

export const screeningWork =
  ({ database, metrics, log }: Services, order: NewScreening, account: SignedIn): Work<ScreeningStep> =>
  async (signal, progress) => {
    try {
      const run = await abortableTransaction(
        database,
        signal,
        (trx) => screenOnce(trx, order, account, { signal, progress }),
        ONE_STATE,
      );
      metrics.count("screening stored");
      return run;
    } catch (error) {
      metrics.count(signal.aborted ? "screening cancelled" : "screening failed");
      if (!signal.aborted && problemOf(error).status >= 500)
        log.error({ err: error, order }, "A screening failed");
      throw error;
    }
  };

async function screenOnce(
  trx: Knex.Transaction,
  { referenceDate, thresholds, note }: NewScreening,
  account: SignedIn,
  watch: ScreeningWatch,
): Promise<number> {
  await refuseSecond(trx, referenceDate);
  const limits = limitsWith(thresholds);
  const order = { referenceDate, limits, account: account.id, note: note || null };
  const run = await makeScreening(trx, order, watch).catch((error: Error) => {
    throw "code" in error && GONE.includes(String(error.code)) ? goneMeanwhile() : error;
  });
  await audit(trx, account, {
    action: "screening_run.create",
    subject: `screening_run ${run}`,
    before: null,
    after: { referenceDate, thresholds, note: order.note },
  });
  return run;
}

/** A finding names a parcel that is no longer there, or that another transaction took away. */
const GONE = ["23503", "40001"];

const goneMeanwhile = () =>
  conflict("Parcels were taken away while they were being screened; nothing is stored. Screen again.", {
    zh: "筛查期间有地块被删除，未保存任何内容，请重新筛查。",
  });

/** The same screening by another server process on the same database. */
async function refuseSecond(trx: Knex.Transaction, referenceDate: string): Promise<void> {
  const { rows } = await trx.raw<{ rows: [{ free: boolean }] }>(
    "select pg_try_advisory_xact_lock(hashtext(?)) as free",
    [`screening ${referenceDate}`],
  );
  if (!rows[0].free)
    throw conflict(`Land is being screened for ${referenceDate} by another server; wait until it is done.`, {
      zh: `另一服务进程正在按基准日 ${referenceDate} 筛查，请等待完成。`,
    });
}
