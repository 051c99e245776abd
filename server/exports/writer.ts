/**
 * Bytes of a file, written where they are to stand: rows are many, and texts that are made of numbers and names only to become bytes
 * would cost more than reading the rows.
 */

const PIECE = 512 * 1024;
const [ZERO, POINT, MINUS, QUOTE, BACKSLASH] = [0x30, 0x2e, 0x2d, 0x22, 0x5c];
const POWERS = Array.from({ length: 16 }, (_, exponent) => 10 ** exponent);

/** Up to here it takes longer to hand bytes to the engine's own copying than to copy them. */
const SHORT = 200;

/** Whole numbers up to here are taken apart without loss. */
const MOST_EXACT = 2 ** 51;
const MOST_INTEGER = 2 ** 31;
/** What lies on the border but for noise in its last digits is rounded as if it lay there. */
const NOISE = 1 + 4 * Number.EPSILON;

/** A value in whole units of its last digit, rounded as the database rounds what it publishes: halves away from zero. */
const unitsOf = (value: number, decimals: number): number => {
  const units = Math.round(Math.abs(value) * POWERS[decimals]! * NOISE);
  return value < 0 ? -units : units;
};

export const rounded = (value: number, decimals: number): number =>
  unitsOf(value, decimals) / POWERS[decimals]!;

const escaped = (value: number) => Buffer.from(JSON.stringify(String.fromCharCode(value)).slice(1, -1));

export type Writer = ReturnType<typeof createWriter>;

/** `least` is the room it begins with, and the least that is added where that is too little. */
export function createWriter(least = PIECE) {
  let bytes = Buffer.allocUnsafeSlow(least);
  let begun = 0;
  let at = 0;

  /** Sees that so many bytes may be written, which nothing below looks after. */
  function ensure(room: number) {
    if (at + room <= bytes.length) return;
    const larger = Buffer.allocUnsafeSlow(Math.max(least, 2 * (at - begun) + room));
    at = bytes.copy(larger, 0, begun, at);
    begun = 0;
    bytes = larger;
  }

  /** What was written since this was asked last; it stays as it is. */
  function taken(): Buffer {
    if (at > bytes.length) throw new Error("More was written than there was room for");
    const piece = bytes.subarray(begun, at);
    begun = at;
    return piece;
  }

  const byte = (value: number) => {
    bytes[at++] = value;
  };
  const uint16 = (value: number) => {
    at = bytes.writeUInt16LE(value, at);
  };
  const uint32 = (value: number) => {
    at = bytes.writeUInt32LE(value, at);
  };
  const int32 = (value: number) => {
    at = bytes.writeInt32LE(value, at);
  };
  const int32BE = (value: number) => {
    at = bytes.writeInt32BE(value, at);
  };
  const double = (value: number) => {
    at = bytes.writeDoubleLE(value, at);
  };

  /** How much was written since it was taken last; there, what is known only later is put afterwards. */
  const place = () => at - begun;
  const patch = (where: number, value: number) => {
    bytes.writeUInt32LE(value, begun + where);
  };
  const patchBE = (where: number, value: number) => {
    bytes.writeInt32BE(value, begun + where);
  };
  const patchByte = (where: number, value: number) => {
    bytes[begun + where] = value;
  };

  function part(source: Uint8Array, start: number, end: number) {
    if (end - start > SHORT) {
      bytes.set(source.subarray(start, end), at);
      at += end - start;
      return;
    }
    const target = bytes;
    let next = at;
    for (let i = start; i < end; i++) target[next++] = source[i]!;
    at = next;
  }
  const all = (source: Uint8Array) => part(source, 0, source.length);

  function text(value: string) {
    ensure(3 * value.length);
    at += bytes.write(value, at);
  }

  /** A short text without other letters. */
  function ascii(value: string) {
    const target = bytes;
    let next = at;
    for (let i = 0; i < value.length; i++) target[next++] = value.charCodeAt(i);
    at = next;
  }

  /** A text as JSON has it. */
  function quoted(source: Uint8Array, start: number, end: number) {
    const target = bytes;
    let next = at;
    target[next++] = QUOTE;
    for (let i = start; i < end; i++) {
      const value = source[i]!;
      if (value < 0x20 || value === QUOTE || value === BACKSLASH) {
        for (const sign of escaped(value)) target[next++] = sign;
      } else target[next++] = value;
    }
    target[next++] = QUOTE;
    at = next;
  }

  function digits(value: number, count: number) {
    const target = bytes;
    let rest = value | 0;
    for (let i = at + count - 1; i >= at; i--) {
      const tenth = (rest / 10) | 0;
      target[i] = ZERO + rest - 10 * tenth;
      rest = tenth;
    }
    at += count;
  }

  function whole(value: number) {
    if (value >= MOST_INTEGER) {
      const high = Math.floor(value / 1e9);
      whole(high);
      return digits(value - high * 1e9, 9);
    }
    let count = 1;
    while (count < 10 && value >= POWERS[count]!) count++;
    digits(value, count);
  }

  /** So many units of the last of its decimals; `kept` are written even where they are zero. */
  function decimal(units: number, decimals: number, kept: number) {
    if (!(Math.abs(units) < MOST_EXACT)) {
      const value = units / POWERS[decimals]!;
      return text(kept === decimals ? value.toFixed(decimals) : String(value));
    }
    if (units < 0) bytes[at++] = MINUS;
    const size = Math.abs(units);
    const before = decimals === 0 ? size : Math.floor(size / POWERS[decimals]!);
    whole(before);
    let after = size - before * POWERS[decimals]!;
    let count = decimals;
    while (count > kept && after % 10 === 0) {
      after /= 10;
      count--;
    }
    if (count === 0) return;
    bytes[at++] = POINT;
    digits(after, count);
  }

  const figure = (value: number, decimals: number, kept: number) =>
    decimal(unitsOf(value, decimals), decimals, kept);

  return {
    ensure,
    taken,
    byte,
    uint16,
    uint32,
    int32,
    int32BE,
    double,
    place,
    patch,
    patchBE,
    patchByte,
    part,
    all,
    text,
    ascii,
    quoted,
    decimal,
    figure,
  };
}
