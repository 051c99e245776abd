import type { Knex } from "knex";
import { connectionOf, converse, SIGNATURE } from "./conversation.ts";

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
  const receive = rowsIn(take, nullInteger);
  await converse(await connectionOf(trx), `copy (${query}) to stdout (format binary)`, { receive });
}

/** Finds the rows in what comes, wherever it is cut. */
export function rowsIn(take: (fields: Fields) => void, nullInteger: number): (chunk: Buffer) => void {
  let bytes: Buffer = SIGNATURE.subarray(0, 0);
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

  return (chunk) => {
    bytes = at < bytes.length ? Buffer.concat([bytes.subarray(at), chunk]) : chunk;
    at = 0;
    if (!begun) {
      if (bytes.length < SIGNATURE.length) return;
      at = SIGNATURE.length;
      begun = true;
    }
    for (let end = endOfRow(bytes, at); end !== null; end = endOfRow(bytes, at)) {
      at += 2;
      if (bytes.readInt16BE(at - 2) > 0) take(fields);
      at = end;
    }
  };
}

/** Where the row that begins here ends; null when the rest of it has not come yet. */
function endOfRow(bytes: Buffer, from: number): number | null {
  if (from + 2 > bytes.length) return null;
  let end = from + 2;
  for (let left = bytes.readInt16BE(from); left > 0; left--) {
    if (end + 4 > bytes.length) return null;
    end += 4 + Math.max(0, bytes.readInt32BE(end));
  }
  return end > bytes.length ? null : end;
}
