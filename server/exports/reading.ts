import { abortableTransaction, SNAPSHOT } from "../db/abortable-transaction.ts";
import type { Database } from "../db/connect.ts";
import { connectionOf } from "../db/copy/conversation.ts";
import { copiedRows } from "../db/copy/rows.ts";
import type { Ask } from "../features/ask.ts";
import type { Place } from "../features/cursor.ts";
import { type Extent, queryOf, takePage } from "../features/rows.ts";
import { conflict } from "../http/problem.ts";
import type { Read } from "../read.ts";
import type { Services } from "../services.ts";
import type { Select, TakeRow } from "./format.ts";

/** One state of the data, read from the first row to the last. */

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
  how: [Select, TakeRow],
  { limit = Infinity, after }: Extent,
  signal: AbortSignal,
): AsyncGenerator<void> {
  let place: Place | null = after ?? null;
  for (let left = limit; left > 0; left -= PAGE) {
    const page: { limit: number; after: Place | undefined } = {
      limit: Math.min(left, PAGE),
      after: place ?? undefined,
    };
    place = await abortableTransaction(database, signal, async (trx) =>
      takePage(trx, await connectionOf(trx), ask, how, page),
    );
    yield;
    if (!place) return;
  }
}

/** The first row comes at once where rows are read in their order: sorted, it would come when all were read. */
const ALONG_KEYS = "set local enable_sort = off";

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
    async (trx) => {
      await trx.raw(ALONG_KEYS);
      const connection = await connectionOf(trx);
      await work({
        read: async <Row>(sql: string, values: readonly unknown[]) =>
          (await trx.raw<{ rows: Row[] }>(sql, values as string[])).rows,
        rows: (ask, select, take) => copiedRows(connection, queryOf(trx, ask, select, extent), take),
      }).catch((error) => {
        failed.abort(error);
        throw error;
      });
    },
    SNAPSHOT,
  );
};
