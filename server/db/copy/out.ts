import type { Knex } from "knex";
import { converse, SIGNATURE } from "./conversation.ts";

/** Reads the fields of a row from left to right. */
export type Fields = {
  integer(): number;
  /** NaN for null. */
  float(): number;
  text(): string;
  boolean(): boolean;
};

/** Hands each row of a query to `take`, in the order of the query. Null integers are `nullInteger`. */
export async function copyOut(
  trx: Knex.Transaction,
  query: string,
  take: (fields: Fields) => void,
  nullInteger = 0,
): Promise<void> {
  let bytes: Buffer = SIGNATURE;
  let at = 0;
  let begun = false;

  /** Length of the next field, -1 for null. */
  const length = () => {
    at += 4;
    return bytes.readInt32BE(at - 4);
  };
  const fields: Fields = {
    integer() {
      const size = length();
      if (size < 0) return nullInteger;
      at += size;
      return size === 2 ? bytes.readInt16BE(at - 2) : bytes.readInt32BE(at - 4);
    },
    float() {
      if (length() < 0) return Number.NaN;
      at += 8;
      return bytes.readDoubleBE(at - 8);
    },
    text() {
      const size = length();
      if (size < 0) return "";
      at += size;
      return bytes.toString("utf8", at - size, at);
    },
    boolean() {
      const size = length();
      if (size < 0) return false;
      at += size;
      return bytes[at - 1] === 1;
    },
  };

  await converse(trx, `copy (${query}) to stdout (format binary)`, {
    receive(chunk) {
      bytes = chunk;
      at = begun ? 0 : SIGNATURE.length;
      begun = true;
      while (at < bytes.length) {
        at += 2;
        if (bytes.readInt16BE(at - 2) < 0) return;
        take(fields);
      }
    },
  });
}
