import { type Connection, cancellable } from "./cancellation.ts";
import type { Database } from "./connect.ts";

/** A text with its places numbered, as `$1`, under a name that no other text has. */
export type Statement = Readonly<{ name: string; sql: string; values: readonly unknown[] }>;

/**
 * Runs a statement that each connection of PostgreSQL reads and plans only when it meets it first. The embedded database has one
 * backend behind all connections, where names would collide.
 */
export async function prepared<Row extends object>(
  database: Database,
  { name, sql, values }: Statement,
  signal: AbortSignal,
): Promise<Row[]> {
  const named = database.kind === "postgres" ? { name } : {};
  const query = (connection: Connection) =>
    connection.query<Row>({ ...named, text: sql, values: [...values] });
  return (await onConnection(database, signal, query)).rows;
}

/** Runs a query that ends when its signal aborts. */
export async function abortable<Row>(
  database: Database,
  sql: string,
  values: readonly unknown[],
  signal: AbortSignal,
): Promise<Row[]> {
  const query = async (connection: Connection) =>
    database.knex.raw<{ rows: Row[] }>(sql, values as unknown[] as string[]).connection(connection);
  return (await onConnection(database, signal, query)).rows;
}

/** Work on a connection of its own that ends when its signal aborts. */
export async function onConnection<T>(
  database: Database,
  signal: AbortSignal,
  work: (connection: Connection) => Promise<T>,
): Promise<T> {
  signal.throwIfAborted();
  const { client } = database.knex;
  const connection: Connection = await client.acquireConnection();
  try {
    return await cancellable(database, connection, signal, () => work(connection));
  } finally {
    client.releaseConnection(connection);
  }
}
