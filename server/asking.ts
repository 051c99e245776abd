import type { Knex } from "knex";
import type { Read } from "./read.ts";

/** A query, wherever it runs: in its turn among those of clients, or inside the transaction that is under way. */
export type Ask = <Row>(sql: string, values: readonly unknown[]) => Promise<Row[]>;

export const asking =
  (read: Read, signal: AbortSignal): Ask =>
  (sql, values) =>
    read(sql, values, signal);

export const within =
  (trx: Knex.Transaction): Ask =>
  async (sql, values) =>
    (await trx.raw(sql, values as Knex.RawBinding[])).rows;
