import type { Knex } from "knex";
import { relation } from "../catalog/relation.ts";
import { abortableTransaction, SNAPSHOT } from "../db/abortable-transaction.ts";
import type { Database } from "../db/connect.ts";
import { copiedRows, withValues } from "../db/copy/rows.ts";
import { type Ask, columnsRead } from "../features/ask.ts";
import type { Place } from "../features/cursor.ts";
import { orderOf, sortedBy, startOf } from "../features/sorting.ts";
import { conflict } from "../http/problem.ts";
import type { Read } from "../read.ts";
import type { Services } from "../services.ts";
import type { Select, TakeRow } from "./format.ts";
import { lastTexts } from "./record.ts";

/** One state of the data, read from the first row to the last. */

/** Rows of the whole, or of a page of it. */
export type Extent = Readonly<{ limit?: number | undefined; after?: Place | undefined }>;

export type Snapshot = Readonly<{
  read: Read;
  rows(ask: Ask, select: Select, take: TakeRow): AsyncGenerator<void>;
}>;

/** On the embedded database, a page keeps everybody else waiting, and costs something to find. */
const PAGE = 500;

/**
 * PostgreSQL keeps one state in sight for as long as the file is being written, which its reader cannot prolong. The embedded
 * database has one connection for all; there, a change meanwhile puts an end to the file.
 */
export async function inOneState(
  services: Pick<Services, "database" | "read" | "revisions">,
  extent: Extent,
  layer: Ask["layer"],
  signal: AbortSignal,
  work: (snapshot: Snapshot) => Promise<void>,
): Promise<void> {
  const { database, read, revisions } = services;
  if (database.kind === "postgres") return inSnapshot(database, extent, signal, work);
  const begun = revisions.of(layer);
  await work({ read, rows: (ask, ...how) => paged(database, ask, how, extent, signal) });
  if (revisions.of(layer) !== begun) throw conflict("The data changed while they were read. Ask again.");
}

async function* paged(
  database: Database,
  ask: Ask,
  [select, take]: [Select, TakeRow],
  { limit = Infinity, after }: Extent,
  signal: AbortSignal,
): AsyncGenerator<void> {
  const { layer, sort } = ask;
  const withPlace = (asked: Ask) =>
    `${select(asked)}, array_to_json(${sortedBy(sort)})::text, (${layer.key})::text`;
  let place = after;
  for (let left = limit; left > 0; left -= PAGE) {
    const size = Math.min(left, PAGE);
    let taken = 0;
    await abortableTransaction(database, signal, async (trx) => {
      const takeNext = (bytes: Buffer) => {
        take(bytes);
        if (++taken < size) return;
        const [values = "", key] = lastTexts(bytes, 2);
        place = { key: Number(key), values: values === "" ? [] : JSON.parse(values) };
      };
      const page = copiedRows(trx, queryOf(trx, ask, withPlace, { limit: size, after: place }), takeNext);
      while (!(await page.next()).done);
    });
    yield;
    if (taken < size) return;
  }
}

/** Where the work fails, what it reads is stopped, too. */
const inSnapshot = (
  database: Database,
  extent: Extent,
  signal: AbortSignal,
  work: (snapshot: Snapshot) => Promise<void>,
) => {
  const failed = new AbortController();
  return abortableTransaction(
    database,
    AbortSignal.any([signal, failed.signal]),
    (trx) =>
      work({
        read: async <Row>(sql: string, values: readonly unknown[]) =>
          (await trx.raw<{ rows: Row[] }>(sql, values as string[])).rows,
        rows: (ask, select, take) => copiedRows(trx, queryOf(trx, ask, select, extent), take),
      }).catch((error) => {
        failed.abort(error);
        throw error;
      }),
    SNAPSHOT,
  );
};

/** More rows than any table has. */
const ALL = 2 ** 31 - 1;

function queryOf(trx: Knex.Transaction, ask: Ask, select: Select, { limit, after }: Extent): string {
  const { layer, where, sort } = ask;
  const start = startOf(ask, after);
  return withValues(
    trx,
    `select ${select(ask)} from ${relation(layer, columnsRead(ask))}
      where ${where.where} and ${start.sql}
      order by ${orderOf(layer, sort)} ${limit === undefined ? "" : `limit ${Math.min(limit, ALL)}`}`,
    [...where.values, ...start.values],
  );
}
