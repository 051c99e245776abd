import type { Knex } from "knex";
import { relation } from "../catalog/relation.ts";
import { abortableTransaction, SNAPSHOT } from "../db/abortable-transaction.ts";
import type { Database } from "../db/connect.ts";
import { type Ask, columnsRead } from "../features/ask.ts";
import type { Place } from "../features/cursor.ts";
import { rowsOf } from "../features/rows.ts";
import { orderOf, startOf } from "../features/sorting.ts";
import { conflict } from "../http/problem.ts";
import type { Read } from "../read.ts";
import type { Services } from "../services.ts";
import type { Select } from "./format.ts";

/** One state of the data, read from the first row to the last. */

/** Rows of the whole, or of a page of it. */
export type Extent = Readonly<{ limit?: number | undefined; after?: Place | undefined }>;

export type Snapshot = Readonly<{
  read: Read;
  rows<Row extends object>(ask: Ask, select: Select): AsyncGenerator<Row[]>;
}>;

/** The first rows are few, so that a file begins at once; and while a batch is written, this process does nothing else. */
const FIRST = 100;
const BATCH = 250;
/** On the embedded database, a page keeps everybody else waiting, too, and costs more to find. */
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
  await work({
    read,
    rows: (ask, select) => paged(services, ask, select, extent, signal),
  });
  if (revisions.of(layer) !== begun) throw conflict("The data changed while they were read. Ask again.");
}

async function* paged<Row extends object>(
  services: Pick<Services, "read">,
  ask: Ask,
  select: Select,
  extent: Extent,
  signal: AbortSignal,
): AsyncGenerator<Row[]> {
  for await (const { rows } of rowsOf<Row>(services, ask, select, { pageSize: PAGE, ...extent }, signal))
    yield rows;
}

const inSnapshot = (
  database: Database,
  extent: Extent,
  signal: AbortSignal,
  work: (snapshot: Snapshot) => Promise<void>,
) =>
  abortableTransaction(
    database,
    signal,
    (trx) =>
      work({
        read: async <Row>(sql: string, values: readonly unknown[]) =>
          (await trx.raw<{ rows: Row[] }>(sql, values as string[])).rows,
        rows: (ask, select) => fetched(trx, ask, select, extent),
      }),
    SNAPSHOT,
  );

/** More rows than any table has. */
const ALL = 2 ** 31 - 1;

let cursors = 0;

/** The next rows are on their way while those before are being written. */
async function* fetched<Row extends object>(
  trx: Knex.Transaction,
  ask: Ask,
  select: Select,
  { limit, after }: Extent,
): AsyncGenerator<Row[]> {
  const { layer, where, sort } = ask;
  const start = startOf(ask, after);
  const cursor = `export_${++cursors}`;
  await trx.raw(
    `declare ${cursor} no scroll cursor for
      select ${select(ask)} from ${relation(layer, columnsRead(ask))}
       where ${where.where} and ${start.sql}
       order by ${orderOf(layer, sort)} ${limit === undefined ? "" : `limit ${Math.min(limit, ALL)}`}`,
    [...where.values, ...start.values] as string[],
  );
  const fetch = async (count: number) =>
    (await trx.raw<{ rows: Row[] }>(`fetch ${count} from ${cursor}`)).rows;
  let rows = await fetch(FIRST);
  while (rows.length > 0) {
    const next = fetch(BATCH);
    // Whoever stops reading does not wait for it.
    next.catch(() => {});
    yield rows;
    rows = await next;
  }
  await trx.raw(`close ${cursor}`);
}
