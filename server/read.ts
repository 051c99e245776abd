import { abortable } from "./db/abortable.ts";
import type { Database } from "./db/connect.ts";
import type { Gate } from "./http/limits.ts";

/** The rows of a query that waits for its turn, may not take too long, and is stopped when nobody wants it any more. */
export type Read = <Row>(sql: string, values: readonly unknown[], signal: AbortSignal) => Promise<Row[]>;

export const createRead =
  (database: Database, gate: Gate): Read =>
  (sql, values, signal) =>
    gate((either) => abortable(database, sql, values, either), signal);
