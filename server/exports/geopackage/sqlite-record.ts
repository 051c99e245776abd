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

function stored(value: SqlValue): { type: number; body: Uint8Array } {
  if (value === null) return { type: NULL, body: Buffer.alloc(0) };
  if (typeof value === "string") {
    const body = Buffer.from(value);
    return { type: TEXT + 2 * body.length, body };
  }
  if (typeof value !== "number") return { type: BLOB + 2 * value.length, body: value };
  if (value === 0 || value === 1) return { type: value === 0 ? ZERO : ONE, body: Buffer.alloc(0) };
  const size = Number.isInteger(value)
    ? INTEGERS.find(({ most }) => value >= -most && value < most)
    : undefined;
  const body = Buffer.allocUnsafe(size?.bytes ?? 8);
  if (size) body.writeIntBE(value, 0, size.bytes);
  else body.writeDoubleBE(value);
  return { type: size?.type ?? FLOAT, body };
}

export function record(values: readonly SqlValue[]): Buffer {
  const all = values.map(stored);
  const types = Buffer.concat(all.map(({ type }) => varint(type)));
  // The length of the head counts itself.
  const length = types.length + (types.length + 1 < 128 ? 1 : 2);
  return Buffer.concat([varint(length), types, ...all.map(({ body }) => body)]);
}
