import type pg from "pg";
import type { Database } from "./connect.ts";

export type Connection = pg.Client & { processID: number };

/**
 * Work on a connection that ends when its signal aborts: PostgreSQL is told to cancel what runs there. The embedded database
 * cannot be told, so there a statement runs to its end. This returns only after the cancellation has been delivered, which
 * therefore cannot hit whatever the connection does next.
 */
export async function cancellable<T>(
  { knex, kind }: Database,
  connection: Connection,
  signal: AbortSignal,
  work: () => Promise<T>,
): Promise<T> {
  let cancelling: Promise<unknown> | undefined;
  const cancel = () => {
    if (kind === "postgres")
      cancelling = knex.raw("select pg_cancel_backend(?)", [connection.processID]).catch(() => undefined);
  };
  signal.addEventListener("abort", cancel, { once: true });
  try {
    signal.throwIfAborted();
    return await work();
  } catch (error) {
    throw signal.aborted ? signal.reason : error;
  } finally {
    signal.removeEventListener("abort", cancel);
    await cancelling;
  }
}
