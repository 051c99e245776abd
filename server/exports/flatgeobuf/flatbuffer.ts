/**
 * FlatBuffers, as far as FlatGeobuf needs them: tables of which every part is written before what points to it, from the end of
 * the memory towards its beginning. Places are counted from the end.
 */
export type Place = number;

/** A field of a table: a place that it points to, or a value; left out where it is undefined. */
export type Field =
  | { to: Place }
  | { u8: number }
  | { u16: number }
  | { i32: number }
  | { u64: number }
  | undefined;

export type FlatBuffer = ReturnType<typeof flatBuffer>;

export function flatBuffer() {
  let bytes = Buffer.alloc(64 * 1024);
  let used = 0;
  let widest = 1;

  function ensure(room: number) {
    if (used + room <= bytes.length) return;
    const larger = Buffer.alloc(2 * Math.max(bytes.length, room));
    bytes.copy(larger, larger.length - used, bytes.length - used);
    bytes = larger;
  }

  /** Pads so that after `more` bytes a value of `alignment` may be written, and sees that there is room for both. */
  function prepare(alignment: number, more: number) {
    widest = Math.max(widest, alignment);
    const padding = -(used + more) & (alignment - 1);
    ensure(padding + more + alignment);
    bytes.fill(0, bytes.length - used - padding, bytes.length - used);
    used += padding;
  }
  const take = (length: number) => {
    used += length;
    return bytes.length - used;
  };
  const int32 = (value: number) => {
    prepare(4, 0);
    bytes.writeInt32LE(value, take(4));
  };
  const pointTo = (place: Place) => {
    prepare(4, 0);
    int32(used - place + 4);
  };

  function put(field: NonNullable<Field>) {
    if ("to" in field) return pointTo(field.to);
    if ("i32" in field) return int32(field.i32);
    if ("u8" in field) bytes.writeUInt8(field.u8, take(1));
    if ("u16" in field) {
      prepare(2, 0);
      bytes.writeUInt16LE(field.u16, take(2));
    }
    if ("u64" in field) {
      prepare(8, 0);
      bytes.writeBigUInt64LE(BigInt(field.u64), take(8));
    }
  }

  /** Elements of `size` bytes each, in pieces as they stand in memory. */
  function vector(size: number, pieces: readonly Uint8Array[]): Place {
    const length = pieces.reduce((sum, piece) => sum + piece.length, 0);
    prepare(4, length);
    prepare(size, length);
    for (const piece of pieces.toReversed()) bytes.set(piece, take(piece.length));
    int32(length / size);
    return used;
  }

  function text(value: string): Place {
    const encoded = Buffer.from(value);
    // What C reads ends with a zero, which does not count.
    prepare(4, encoded.length + 1);
    bytes[take(1)] = 0;
    bytes.set(encoded, take(encoded.length));
    int32(encoded.length);
    return used;
  }

  function list(places: readonly Place[]): Place {
    prepare(4, 4 * places.length);
    for (const place of places.toReversed()) pointTo(place);
    int32(places.length);
    return used;
  }

  function table(fields: readonly Field[]): Place {
    ensure(16 * (fields.length + 2));
    const end = used;
    const at: number[] = [];
    for (let i = fields.length - 1; i >= 0; i--) {
      const field = fields[i];
      if (field) put(field);
      at.push(field ? used : 0);
    }
    int32(0);
    const place = used;
    for (const field of at) bytes.writeUInt16LE(field === 0 ? 0 : place - field, take(2));
    bytes.writeUInt16LE(place - end, take(2));
    bytes.writeUInt16LE(2 * (fields.length + 2), take(2));
    bytes.writeInt32LE(used - place, bytes.length - place);
    return place;
  }

  /** The finished buffer, its length before it; the next one may begin. */
  function finish(root: Place): Buffer {
    prepare(widest, 8);
    pointTo(root);
    int32(used);
    const whole = Buffer.from(bytes.subarray(bytes.length - used));
    used = 0;
    widest = 1;
    return whole;
  }

  return { vector, text, list, table, finish };
}
