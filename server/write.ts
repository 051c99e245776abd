import type { Knex } from "knex";
import type { Database } from "./db/connect.ts";
import type { Gate } from "./http/limits.ts";

/** A change that somebody makes: all of it or nothing, in its turn among the queries of clients. */
export type Write = <T>(change: (trx: Knex.Transaction) => Promise<T>, signal: AbortSignal) => Promise<T>;

export const createWrite =
  ({ knex }: Database, gate: Gate): Write =>
  (change, signal) =>
    gate(() => knex.transaction(change), signal);
