import type { Knex } from "knex";
import type { NewRun } from "../../domain/api/ratings/runs.ts";
import { audit } from "../audit.ts";
import { abortableTransaction } from "../db/abortable-transaction.ts";
import { busy, conflict, invalidBody, problemOf } from "../http/problem.ts";
import type { Services } from "../services.ts";
import type { Work } from "./jobs.ts";
import { type RateWatch, rate } from "./making/rate.ts";
import { type StoredScheme, storedScheme } from "./scheme-store.ts";

/** A run as one transaction, from the scheme it applies to the note of who made it. */

const ATTEMPTS = 3;
const CHANGED_MEANWHILE = "40001";

export const ratingWork =
  ({ database, metrics, log }: Services, order: NewRun): Work =>
  async (signal, progress) => {
    try {
      const run = await insisting(() =>
        abortableTransaction(database, signal, (trx) => rateOnce(trx, order, { signal, progress })),
      );
      metrics.count("rating run stored");
      return run;
    } catch (error) {
      metrics.count(signal.aborted ? "rating run cancelled" : "rating run failed");
      if (!signal.aborted && problemOf(error).status >= 500)
        log.error({ err: error, order }, "A rating failed");
      throw error;
    }
  };

/** Whoever published a run meanwhile has changed what this one counts its own change upon; then it is done again. */
async function insisting<T>(work: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof Error && "code" in error && error.code === CHANGED_MEANWHILE)) throw error;
      if (attempt === ATTEMPTS) throw busy("Other ratings changed at the same time. Try again in a moment.");
    }
  }
}

async function rateOnce(trx: Knex.Transaction, order: NewRun, watch: RateWatch): Promise<number> {
  const { year, by = null, note = null } = order;
  const scheme = await schemeOf(trx, order);
  await refuseSecond(trx, scheme, year);
  const run = await rate(trx, { year, scheme, by, note: note || null }, watch);
  const { definition: _, ...applied } = scheme;
  await audit(trx, {
    action: "rating_run.create",
    subject: `rating_run ${run}`,
    before: null,
    after: { year, scheme: applied, by, note },
  });
  return run;
}

async function schemeOf(trx: Knex.Transaction, { scheme: key, version }: NewRun): Promise<StoredScheme> {
  const scheme = await storedScheme(trx, key, version);
  if (scheme) return scheme;
  const field = (await storedScheme(trx, key)) ? "version" : "scheme";
  const keys: string[] = await trx("rating_scheme").distinct("key").orderBy("key").pluck("key");
  const message =
    field === "version"
      ? `there is no version ${version} of ${key}`
      : `there is no scheme ${key}; there are ${keys.join(", ") || "none"}`;
  throw invalidBody(`${field}: ${message}`, {
    zh: field === "version" ? `方案 ${key} 没有第 ${version} 版` : `没有方案 ${key}`,
    errors: [{ field, message }],
  });
}

/** The same rating by another server process on the same database. */
async function refuseSecond(trx: Knex.Transaction, { id, key }: StoredScheme, year: number): Promise<void> {
  const { rows } = await trx.raw<{ rows: [{ free: boolean }] }>(
    "select pg_try_advisory_xact_lock(hashtext(?)) as free",
    [`rating ${id} ${year}`],
  );
  if (!rows[0].free)
    throw conflict(`${year} is being rated under ${key} already, by another server; wait until it is done.`, {
      zh: `另一服务进程正在按方案 ${key} 评价 ${year} 年，请等待完成。`,
    });
}
