import { relation } from "../catalog/relation.ts";
import type { Services } from "../services.ts";
import { type Ask, columnsRead } from "./ask.ts";
import type { Place } from "./cursor.ts";
import { orderOf, sortedBy, startOf } from "./sorting.ts";

/** The rows that a request asks for, page after page: no long cursor keeps others from the database. */

export type Page<Row> = {
  rows: Row[];
  /** Where the rows go on after this page; null at their end. */
  next: Place | null;
};

export type Part = {
  /** Rows read in one query. */
  pageSize: number;
  /** Rows in all; every one where it is left out. */
  limit?: number | undefined;
  after?: Place | undefined;
};

/** What a row holds is the caller's: a list for SELECT over the layer's relation. */
export async function* rowsOf<Row extends object>(
  { read }: Pick<Services, "read">,
  ask: Ask,
  select: (ask: Ask) => string,
  { pageSize, limit = Infinity, after }: Part,
  signal: AbortSignal,
): AsyncGenerator<Page<Row>, void, undefined> {
  const { layer, where, sort } = ask;
  const list = select(ask);
  const from = relation(layer, columnsRead(ask));
  let left = limit;
  let place = after;
  for (;;) {
    const size = Math.min(left, pageSize);
    const start = startOf(ask, place);
    const rows = await read<Row & Placed>(
      `select ${layer.key} as key, ${sortedBy(sort)} as sorted, ${list}
         from ${from}
        where ${where.where} and ${start.sql}
        order by ${orderOf(layer, sort)}
        limit ?`,
      [...where.values, ...start.values, size + 1],
      signal,
    );
    const more = rows.length > size;
    const page = more ? rows.slice(0, size) : rows;
    const last = page.at(-1);
    place = last && { key: last.key, values: last.sorted ?? [] };
    left -= page.length;
    yield { rows: page, next: more && place ? place : null };
    if (!more || left === 0) return;
  }
}

type Placed = { key: number; sorted: (string | null)[] | null };
