import type { Knex } from "knex";
import type pg from "pg";
import type { Database } from "./connect.ts";

/**
 * A transaction that sees one state of the data from beginning to end, may take as long as it needs, and is rolled back when
 * its signal aborts. As with single queries, PostgreSQL is told to cancel what runs; on the embedded database the work itself
 * must look at the signal between its statements.
 */
export async function abortableTransaction<T>(
  { knex, kind }: Database,
  signal: AbortSignal,
  work: (trx: Knex.Transaction) => Promise<T>,
): Promise<T> {
  signal.throwIfAborted();
  return knex.transaction(
    async (trx) => {
      const connection: pg.Client & { processID: number } = await trx.client.acquireConnection();
      let cancelling: Promise<unknown> | undefined;
      const cancel = () => {
        if (kind === "postgres")
          cancelling = knex.raw("select pg_cancel_backend(?)", [connection.processID]).catch(() => undefined);
      };
      signal.addEventListener("abort", cancel, { once: true });
      try {
        signal.throwIfAborted();
        await trx.raw("set local statement_timeout = 0");
        const result = await work(trx);
        signal.throwIfAborted();
        return result;
      } catch (error) {
        throw signal.aborted ? signal.reason : error;
      } finally {
        signal.removeEventListener("abort", cancel);
        // Delivered before the connection does anything else, which it therefore cannot hit.
        await cancelling;
      }
    },
    { isolationLevel: "repeatable read" },
  );
}
