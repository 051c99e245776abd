import type { Knex } from "knex";
import { type Connection, cancellable } from "./cancellation.ts";
import type { Database } from "./connect.ts";

/**
 * A transaction that may take as long as it needs, and is rolled back when its signal aborts. On the embedded database the
 * work itself must look at the signal between its statements.
 */
export async function abortableTransaction<T>(
  database: Database,
  signal: AbortSignal,
  work: (trx: Knex.Transaction) => Promise<T>,
  mode: Knex.TransactionConfig = {},
): Promise<T> {
  signal.throwIfAborted();
  return database.knex.transaction(async (trx) => {
    const connection: Connection = await trx.client.acquireConnection();
    return cancellable(database, connection, signal, async () => {
      await trx.raw("set local statement_timeout = 0");
      const result = await work(trx);
      signal.throwIfAborted();
      return result;
    });
  }, mode);
}

/** Sees one state of the data from beginning to end, and writes nothing: so nobody else's change can be in its way. */
export const SNAPSHOT = { isolationLevel: "repeatable read", readOnly: true } as const;
