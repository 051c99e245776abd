import type { Knex } from "knex";
import type pg from "pg";
import { relation } from "../catalog/relation.ts";
import { copiedRows, withValues } from "../db/copy/rows.ts";
import type { Select, TakeRow } from "../exports/format.ts";
import { lastTexts } from "../exports/record.ts";
import { type Ask, columnsRead } from "./ask.ts";
import type { Place } from "./cursor.ts";
import { orderOf, sortedBy, startOf } from "./sorting.ts";

/** The rows that a request asks for, as COPY writes them. */

/** Rows of the whole, or of a page of it. */
export type Extent = Readonly<{ limit?: number | undefined; after?: Place | undefined }>;

/** More rows than any table has. */
const ALL = 2 ** 31 - 1;

export function queryOf(knex: Knex, ask: Ask, select: Select, { limit, after }: Extent): string {
  const { layer, where, sort } = ask;
  const start = startOf(ask, after);
  return withValues(
    knex,
    `select ${select(ask)} from ${relation(layer, columnsRead(ask))}
      where ${where.where} and ${start.sql}
      order by ${orderOf(layer, sort)} ${limit === undefined ? "" : `limit ${Math.min(limit, ALL)}`}`,
    [...where.values, ...start.values],
  );
}

/** Takes a page, and says where the rows go on after it; null at their end. */
export async function takePage(
  knex: Knex,
  connection: pg.Client,
  ask: Ask,
  [select, take]: [Select, TakeRow],
  { limit, after }: { limit: number; after: Place | undefined },
): Promise<Place | null> {
  const withPlace = (asked: Ask) =>
    `${select(asked)}, array_to_json(${sortedBy(asked.sort)})::text, (${asked.layer.key})::text`;
  let taken = 0;
  let last: Place | null = null;
  const takeNext = (bytes: Buffer) => {
    taken++;
    if (taken > limit) return;
    take(bytes);
    if (taken < limit) return;
    const [values = "", key] = lastTexts(bytes, 2);
    last = { key: Number(key), values: values === "" ? [] : JSON.parse(values) };
  };
  const rows = copiedRows(connection, queryOf(knex, ask, withPlace, { limit: limit + 1, after }), takeNext);
  while (!(await rows.next()).done);
  return taken > limit ? last : null;
}
