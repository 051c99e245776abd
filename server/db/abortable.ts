import { type Connection, cancellable } from "./cancellation.ts";
import type { Database } from "./connect.ts";

/** Runs a query that ends when its signal aborts. */
export async function abortable<Row>(
  database: Database,
  sql: string,
  values: readonly unknown[],
  signal: AbortSignal,
): Promise<Row[]> {
  signal.throwIfAborted();
  const { knex } = database;
  const connection: Connection = await knex.client.acquireConnection();
  try {
    const query = knex.raw<{ rows: Row[] }>(sql, values as unknown[] as string[]).connection(connection);
    return (await cancellable(database, connection, signal, async () => query)).rows;
  } finally {
    knex.client.releaseConnection(connection);
  }
}
