import type { Socket } from "node:net";
import type { Knex } from "knex";
import type pg from "pg";

/**
 * Rows in bulk, by PostgreSQL's own COPY in its binary form: what the driver makes of rows one by one costs more than the
 * database needs to read or to store them.
 */

/** What pg hands to whoever submits a query of its own; its declarations leave these out. */
export type Wire = pg.Connection & {
  query(text: string): void;
  sendCopyFromChunk(chunk: Buffer): void;
  endCopyFrom(): void;
  sendCopyFail(reason: string): void;
  stream: Socket;
};

type Handlers = { send?(wire: Wire): Promise<void>; receive?(chunk: Buffer, wire: Wire): void };

const nothing = () => {};

/** The connection that a transaction runs on. */
export const connectionOf = (trx: Knex.Transaction): Promise<pg.Client> => trx.client.acquireConnection();

/**
 * Sends one COPY statement and passes its data on; ends when the database is ready for the next, even where whoever receives fails: so
 * nobody is handed a connection on which rows still come. Of what comes after a failure nothing is passed on.
 */
export async function converse(client: pg.Client, statement: string, { send, receive }: Handlers) {
  let failure: unknown;
  await new Promise<void>((resolve, reject) => {
    const submittable = {
      submit: (wire: Wire) => wire.query(statement),
      handleRowDescription: nothing,
      handleDataRow: nothing,
      handlePortalSuspended: nothing,
      handleEmptyQuery: nothing,
      handleCommandComplete: nothing,
      handleCopyInResponse: (wire: Wire) => {
        send?.(wire).catch((error: Error) => {
          wire.sendCopyFail(error.message);
          reject(error);
        });
      },
      handleCopyData: ({ chunk }: { chunk: Buffer }, wire: Wire) => {
        if (failure) return;
        try {
          receive?.(chunk, wire);
        } catch (error) {
          failure = error;
        }
      },
      handleError: (error: Error) => reject(failure ?? error),
      handleReadyForQuery: () => (failure ? reject(failure) : resolve()),
    };
    client.query(submittable as unknown as pg.Submittable);
  });
}

/** "PGCOPY\n\xff\r\n\0", flags, and the length of a header extension that nobody has. */
export const SIGNATURE = Buffer.from("5047434f50590aff0d0a000000000000000000", "hex");
/** Instead of the number of fields, after the last row. */
export const END = Buffer.from([0xff, 0xff]);
