import type { Knex } from "knex";
import { drained } from "../../drained.ts";
import { connectionOf, converse, END, SIGNATURE } from "./conversation.ts";

/** Writes the fields of a row from left to right. */
export type RowWriter = {
  row(fields: number): void;
  integer(value: number | null): void;
  /** NaN is stored as null. */
  float(value: number): void;
  text(value: string | null): void;
  /** An array of floats; NaN is stored as null inside it. */
  floats(count: number, valueAt: (i: number) => number): void;
  texts(values: readonly string[]): void;
  /** A day counted from 1970-01-01. */
  day(value: number | null): void;
  json(value: unknown): void;
  boolean(value: boolean): void;
  /** A point in degrees. */
  point(place: Position): void;
  /** A MultiPolygon of one outline in degrees; rings come open, as they are computed. */
  multiPolygon(rings: readonly (readonly Position[])[]): void;
};

type Position = readonly [number, number];

const FLOAT8_OID = 701;
const TEXT_OID = 25;
/** PostgreSQL counts days from 2000-01-01. */
const DAYS_BEFORE_2000 = 10_957;
const JSONB_VERSION = 1;
/** Well-known binary with the number of its reference system, highest byte first. */
const BIG_ENDIAN = 0;
const [POINT, POLYGON, MULTI_POLYGON] = [1, 3, 6];
const WITH_SRID = 0x20000000;
const DEGREES = 4326;
const PIECE = 128 * 1024;
/** No row is longer than this. */
const SPARE = 8 * 1024;

/**
 * Stores `rows` rows, each written by `write`. Others get their turn between pieces. One statement takes `BATCH` of them: the
 * embedded database collects a whole statement before it runs it, and cannot be stopped inside of one.
 */
export async function copyIn(
  trx: Knex.Transaction,
  target: string,
  rows: number,
  write: (row: number, to: RowWriter) => void,
  { signal, progress }: { signal: AbortSignal; progress?: (done: number) => void },
): Promise<void> {
  for (let from = 0; from < rows; from += BATCH) {
    signal.throwIfAborted();
    const until = Math.min(rows, from + BATCH);
    await converse(await connectionOf(trx), `copy ${target} from stdin (format binary)`, {
      async send(wire) {
        for (const piece of pieces(from, until, write)) {
          signal.throwIfAborted();
          wire.sendCopyFromChunk(piece);
          if (wire.stream.writableNeedDrain) await drained(wire.stream);
          else await new Promise(setImmediate);
        }
        wire.endCopyFrom();
      },
    });
    progress?.(until);
  }
}

const BATCH = 50_000;

function* pieces(
  from: number,
  until: number,
  write: (row: number, to: RowWriter) => void,
): Generator<Buffer> {
  const buffer = Buffer.allocUnsafe(PIECE + SPARE);
  let at = SIGNATURE.copy(buffer);
  const int32 = (value: number) => {
    at = buffer.writeInt32BE(value, at);
  };
  const array = (type: number, count: number, element: (i: number) => void) => {
    const head = at;
    at += 4;
    // Dimensions, whether there are nulls, type of the elements; then length and first index of the one dimension.
    int32(count === 0 ? 0 : 1);
    int32(1);
    int32(type);
    if (count > 0) {
      int32(count);
      int32(1);
    }
    for (let i = 0; i < count; i++) element(i);
    buffer.writeInt32BE(at - head - 4, head);
  };
  const shape = (type: number, inside: () => void) => {
    const head = at;
    at += 4;
    at = buffer.writeUInt8(BIG_ENDIAN, at);
    int32(type + WITH_SRID);
    int32(DEGREES);
    inside();
    buffer.writeInt32BE(at - head - 4, head);
  };
  const position = ([x, y]: Position) => {
    at = buffer.writeDoubleBE(x, at);
    at = buffer.writeDoubleBE(y, at);
  };
  const ringOf = (open: readonly Position[]) => {
    int32(open.length + 1);
    for (const corner of open) position(corner);
    position(open[0] as Position);
  };
  const to: RowWriter = {
    row(fields) {
      at = buffer.writeInt16BE(fields, at);
    },
    integer(value) {
      if (value === null) return int32(-1);
      int32(4);
      int32(value);
    },
    float(value) {
      if (Number.isNaN(value)) return int32(-1);
      int32(8);
      at = buffer.writeDoubleBE(value, at);
    },
    text(value) {
      if (value === null) return int32(-1);
      const size = buffer.write(value, at + 4, "utf8");
      int32(size);
      at += size;
    },
    floats(count, valueAt) {
      array(FLOAT8_OID, count, (i) => to.float(valueAt(i)));
    },
    texts(values) {
      array(TEXT_OID, values.length, (i) => to.text(values[i] as string));
    },
    day(value) {
      to.integer(value === null ? null : value - DAYS_BEFORE_2000);
    },
    json(value) {
      const size = buffer.write(JSON.stringify(value), at + 5, "utf8");
      int32(size + 1);
      at = buffer.writeUInt8(JSONB_VERSION, at) + size;
    },
    boolean(value) {
      int32(1);
      at = buffer.writeUInt8(Number(value), at);
    },
    point(place) {
      shape(POINT, () => position(place));
    },
    multiPolygon(rings) {
      shape(MULTI_POLYGON, () => {
        int32(1);
        at = buffer.writeUInt8(BIG_ENDIAN, at);
        int32(POLYGON);
        int32(rings.length);
        for (const ring of rings) ringOf(ring);
      });
    },
  };
  for (let row = from; row < until; row++) {
    write(row, to);
    if (at < PIECE) continue;
    // A copy, for what is handed over is sent later.
    yield Buffer.from(buffer.subarray(0, at));
    at = 0;
  }
  at += END.copy(buffer, at);
  yield Buffer.from(buffer.subarray(0, at));
}
