import type { Knex } from "knex";
import type { NewRun } from "../../domain/api/ratings/runs.ts";
import { RatingRefusal } from "../../domain/rating/refusal.ts";
import type { SignedIn } from "../accounts/who.ts";
import { audit } from "../audit.ts";
import { abortableTransaction, SNAPSHOT } from "../db/abortable-transaction.ts";
import { conflict, invalidBody, problemOf, ratingRefused } from "../http/problem.ts";
import type { Work } from "../jobs.ts";
import type { Services } from "../services.ts";
import { RATED_TABLES } from "./making/inputs.ts";
import { type Found, find, type RateStep, type RateWatch, store } from "./making/rate.ts";
import { type StoredScheme, storedScheme } from "./scheme-store.ts";

/**
 * A run is read and computed in one transaction, which writes nothing, and stored in another: what others write meanwhile
 * is then in nobody's way, however long it takes. A run is true for the revision of the data that it was read from; when that
 * has changed since, it is stored all the same and shown as out of date.
 */

export const ratingWork =
  ({ database, metrics, log }: Services, asked: NewRun, account: SignedIn): Work<RateStep> =>
  async (signal, progress) => {
    const order = { ...asked, by: asked.by ?? account.displayName };
    const watch = { signal, progress };
    try {
      const found = await abortableTransaction(
        database,
        signal,
        (trx) => findOnce(trx, order, watch),
        SNAPSHOT,
      );
      const run = await abortableTransaction(database, signal, (trx) =>
        storeOnce(trx, account, found, watch),
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

type FoundHere = Found & { files: string };

async function findOnce(trx: Knex.Transaction, order: NewRun, watch: RateWatch): Promise<FoundHere> {
  const { year, by = null, note = null } = order;
  const files = await filesOf(trx);
  const scheme = await schemeOf(trx, order);
  await refuseSecond(trx, scheme, year);
  return { ...(await find(trx, { year, scheme, by, note: note || null }, watch).catch(refused)), files };
}

async function storeOnce(
  trx: Knex.Transaction,
  account: SignedIn,
  found: FoundHere,
  watch: RateWatch,
): Promise<number> {
  const { year, scheme, by, note } = found.order;
  await trx.raw("select pg_advisory_xact_lock(hashtext(?))", [lockOf(scheme, year)]);
  if ((await filesOf(trx)) !== found.files) throw goneMeanwhile();
  const run = await store(trx, found, watch).catch((error: Error) => {
    throw "code" in error && error.code === NAMES_WHAT_IS_GONE ? goneMeanwhile() : error;
  });
  const { definition: _, ...applied } = scheme;
  await audit(trx, account, {
    action: "rating_run.create",
    subject: `rating_run ${run}`,
    before: null,
    after: { year, scheme: applied, by, note },
  });
  return run;
}

const NAMES_WHAT_IS_GONE = "23503";

const goneMeanwhile = () =>
  conflict("Firms or parcels were taken away while they were being rated; nothing is stored. Rate again.", {
    zh: "评价期间有企业或地块被删除，未保存任何内容，请重新评价。",
  });

/**
 * A table that is emptied and filled anew gets another file, and may give the numbers of its firms to others. Holds the
 * tables against that for as long as the transaction takes; small changes go on.
 */
async function filesOf(trx: Knex.Transaction): Promise<string> {
  await trx.raw(`lock table ${RATED_TABLES.join(", ")} in access share mode`);
  const { rows } = await trx.raw<{ rows: [{ files: string }] }>(
    "select string_agg(pg_relation_filenode(name::regclass)::text, ' ') as files from unnest(?::text[]) name",
    [RATED_TABLES as string[]],
  );
  return rows[0].files;
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

const lockOf = ({ id }: StoredScheme, year: number) => `rating ${id} ${year}`;

/** The same rating by another server process on the same database. */
async function refuseSecond(trx: Knex.Transaction, scheme: StoredScheme, year: number): Promise<void> {
  const { rows } = await trx.raw<{ rows: [{ free: boolean }] }>(
    "select pg_try_advisory_xact_lock(hashtext(?)) as free",
    [lockOf(scheme, year)],
  );
  const { key } = scheme;
  if (!rows[0].free)
    throw conflict(`${year} is being rated under ${key} already, by another server; wait until it is done.`, {
      zh: `另一服务进程正在按方案 ${key} 评价 ${year} 年，请等待完成。`,
    });
}

/** A refusal as it is answered. */
function refused(error: unknown): never {
  if (!(error instanceof RatingRefusal)) throw error;
  const { field, message, zh } = error;
  throw ratingRefused(message, { zh, errors: [{ field, message }] });
}
