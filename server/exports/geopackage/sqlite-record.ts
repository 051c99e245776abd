/** A row as SQLite stores it: types first, then values. */

export type SqlValue = number | string | Uint8Array | null;

/** Whole numbers of seven bits each, the highest first; all bits but the last byte's say that more follows. */
export function varint(value: number): Buffer {
  if (value < 0) return nine(BigInt.asUintN(64, BigInt(value)));
  const bytes = [value % 128];
  for (let rest = Math.floor(value / 128); rest > 0; rest = Math.floor(rest / 128))
    bytes.unshift(128 + (rest % 128));
  return Buffer.from(bytes);
}

/** Negative numbers take nine bytes, of which the last has eight bits. */
function nine(value: bigint): Buffer {
  const bytes = Buffer.alloc(9);
  bytes[8] = Number(value & 0xffn);
  let rest = value >> 8n;
  for (let i = 7; i >= 0; i--, rest >>= 7n) bytes[i] = Number(rest & 0x7fn) | 0x80;
  return bytes;
}

const NULL = 0;
const FLOAT = 7;
const ZERO = 8;
const ONE = 9;
const BLOB = 12;
const TEXT = 13;
/** Types of whole numbers by their bytes. */
const INTEGERS = [
  { type: 1, bytes: 1, most: 2 ** 7 },
  { type: 2, bytes: 2, most: 2 ** 15 },
  { type: 4, bytes: 4, most: 2 ** 31 },
  { type: 5, bytes: 6, most: 2 ** 47 },
];

/** Used again for every row: rows are many. */
let types: Buffer = Buffer.alloc(4096);
let bodies: Buffer = Buffer.alloc(64 * 1024);

const grown = (buffer: Buffer, room: number): Buffer =>
  room <= buffer.length ? buffer : Buffer.concat([buffer, Buffer.alloc(2 * room - buffer.length)]);

function putType(type: number, at: number): number {
  if (type < 128) {
    types[at] = type;
    return at + 1;
  }
  const bytes = varint(type);
  bytes.copy(types, at);
  return at + bytes.length;
}

export function record(values: readonly SqlValue[]): Buffer {
  types = grown(types, 9 * values.length);
  let head = 0;
  let end = 0;
  for (const value of values) {
    const length = value === null || typeof value === "number" ? 8 : 3 * value.length;
    bodies = grown(bodies, end + length);
    const start = end;
    let type = NULL;
    if (typeof value === "string") {
      end += bodies.write(value, end);
      type = TEXT + 2 * (end - start);
    } else if (typeof value === "number") {
      type = numberType(value);
      end = putNumber(value, type, end);
    } else if (value !== null) {
      bodies.set(value, end);
      end += value.length;
      type = BLOB + 2 * value.length;
    }
    head = putType(type, head);
  }
  // The length of the head counts itself.
  const length = varint(head + (head + 1 < 128 ? 1 : 2));
  return Buffer.concat([length, types.subarray(0, head), bodies.subarray(0, end)]);
}

function numberType(value: number): number {
  if (value === 0) return ZERO;
  if (value === 1) return ONE;
  if (!Number.isInteger(value)) return FLOAT;
  return INTEGERS.find(({ most }) => value >= -most && value < most)?.type ?? FLOAT;
}

function putNumber(value: number, type: number, at: number): number {
  if (type === ZERO || type === ONE) return at;
  if (type === FLOAT) return bodies.writeDoubleBE(value, at);
  return bodies.writeIntBE(value, at, INTEGERS.find((size) => size.type === type)?.bytes ?? 8);
}
