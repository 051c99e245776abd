import type pg from "pg";
import type { Database } from "./connect.ts";

/**
 * Runs a query that ends when its signal aborts: PostgreSQL is told to cancel it. The embedded database cannot be told, so
 * there the query runs to its end. The connection is given back only after the cancellation has been delivered, which
 * therefore cannot hit whatever that connection does next.
 */
export async function abortable<Row>(
  { knex, kind }: Database,
  sql: string,
  values: readonly unknown[],
  signal: AbortSignal,
): Promise<Row[]> {
  signal.throwIfAborted();
  const connection: pg.Client & { processID: number } = await knex.client.acquireConnection();
  let cancelling: Promise<unknown> | undefined;
  const cancel = () => {
    if (kind === "postgres")
      cancelling = knex.raw("select pg_cancel_backend(?)", [connection.processID]).catch(() => undefined);
  };
  signal.addEventListener("abort", cancel, { once: true });
  try {
    signal.throwIfAborted();
    const result = await knex
      .raw<{ rows: Row[] }>(sql, values as unknown[] as string[])
      .connection(connection);
    return result.rows;
  } catch (error) {
    throw signal.aborted ? signal.reason : error;
  } finally {
    signal.removeEventListener("abort", cancel);
    await cancelling;
    knex.client.releaseConnection(connection);
  }
}
