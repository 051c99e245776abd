import type { Knex } from "knex";
import pg from "pg";
import { converse, END, SIGNATURE, type Wire } from "./conversation.ts";

/** So much is read at once; then others get their turn, and whoever waits for it: until then the database waits, too. */
const MOST_AT_ONCE = 128 * 1024;

/**
 * Hands each row of a query to `take` as COPY writes it: how many fields there are, and before each its length, which is -1 for null.
 * The bytes are there only until `take` returns. Whoever waits gets a turn when rows were taken; what nobody waits for any more is
 * thrown away.
 */
export async function* copiedRows(
  client: pg.Client,
  query: string,
  take: (row: Buffer) => void,
): AsyncGenerator<void, void, undefined> {
  let ahead = 0;
  let wanted = true;
  let whole = false;
  let wire: Wire | undefined;
  let tell = () => {};
  const receive = (chunk: Buffer, from: Wire) => {
    const row = rowIn(chunk);
    if (!row || !wanted) return;
    wire = from;
    wanted = false;
    take(row);
    wanted = true;
    ahead += row.length;
    if (ahead > MOST_AT_ONCE) from.stream.pause();
    tell();
  };
  const end = converse(client, `copy (${query}) to stdout (format binary)`, { receive }).finally(() => {
    whole = true;
    tell();
  });
  // It is waited for below, but perhaps not at once.
  end.catch(() => {});
  try {
    while (!whole) {
      if (ahead > 0) {
        if (ahead > MOST_AT_ONCE) await new Promise(setImmediate);
        ahead = 0;
        wire?.stream.resume();
        yield;
        continue;
      }
      await new Promise<void>((resolve) => {
        tell = resolve;
      });
    }
    await end;
    if (ahead > 0) yield;
  } finally {
    wanted = false;
    wire?.stream.resume();
  }
}

/** One row comes at a time; the first has what every COPY begins with before it, and after the last comes what it ends with. */
function rowIn(chunk: Buffer): Buffer | undefined {
  const begins = chunk[0] === SIGNATURE[0] && chunk.subarray(0, SIGNATURE.length).equals(SIGNATURE);
  const row = begins ? chunk.subarray(SIGNATURE.length) : chunk;
  return row.length === 0 || row.equals(END) ? undefined : row;
}

/**
 * A text with its values in it, for statements that take none beside it. Each is written as a text of no type, which becomes what
 * stands beside it, just as a value would that came apart.
 */
export function withValues(knex: Knex, sql: string, values: readonly unknown[]): string {
  const native = knex
    .raw(sql, values as string[])
    .toSQL()
    .toNative();
  return native.sql.replace(/\$(\d+)/g, (_, place: string) => literal(native.bindings[Number(place) - 1]));
}

const literal = (value: unknown) => (value === null ? "null" : pg.escapeLiteral(String(value)));
