import type { ColumnsHead } from "../api/ratings/columns.ts";

/**
 * All firms of a run as one binary block: "MUTU", the length of the JSON at its head in 32 bits, the JSON, and then the arrays, each
 * at a multiple of 8 bytes so that a browser computes on them where they lie. Numbers have their lowest byte first.
 */

const MAGIC = "MUTU";
const BEFORE_HEAD = 8;
/** What an offset in the head may need beyond the 0 that first stands for it. */
const DIGITS = 15;

const TYPES = {
  u8: Uint8Array,
  u16: Uint16Array,
  u32: Uint32Array,
  i32: Int32Array,
  f32: Float32Array,
} as const;
type TypeName = keyof typeof TYPES;
export type PackedArray = InstanceType<(typeof TYPES)[TypeName]>;
type Entry = ColumnsHead["arrays"][number];

export class BlockError extends Error {
  override readonly name = "BlockError";
}

const aligned = (bytes: number) => Math.ceil(bytes / 8) * 8;

const typeOf = (array: PackedArray): TypeName => {
  const found = Object.entries(TYPES).find(([, type]) => array instanceof type);
  if (!found) throw new BlockError("not an array of a kind that blocks carry");
  return found[0] as TypeName;
};

export function pack(
  head: Omit<ColumnsHead, "arrays">,
  arrays: Readonly<Record<string, PackedArray>>,
): Uint8Array<ArrayBuffer> {
  const entries = Object.entries(arrays).map(
    ([name, array]): Entry => ({ name, type: typeOf(array), length: array.length, at: 0 }),
  );
  const encoder = new TextEncoder();
  const unplaced = encoder.encode(JSON.stringify({ ...head, arrays: entries })).length;
  const headLength = aligned(unplaced + entries.length * DIGITS);
  let at = BEFORE_HEAD + headLength;
  for (const entry of entries) {
    entry.at = at;
    at = aligned(at + entry.length * TYPES[entry.type].BYTES_PER_ELEMENT);
  }
  const block = new Uint8Array(at);
  block.set(encoder.encode(MAGIC), 0);
  new DataView(block.buffer).setUint32(MAGIC.length, headLength, true);
  // JSON lets spaces follow, and with them the length is known before the offsets are.
  block.fill(0x20, BEFORE_HEAD, BEFORE_HEAD + headLength);
  block.set(encoder.encode(JSON.stringify({ ...head, arrays: entries })), BEFORE_HEAD);
  for (const entry of entries) {
    const { buffer, byteOffset, byteLength } = arrays[entry.name] as PackedArray;
    block.set(new Uint8Array(buffer, byteOffset, byteLength), entry.at);
  }
  return block;
}

export type Block = { head: ColumnsHead; array<T extends PackedArray>(name: string): T };

/** The arrays are views of the block. What is cut off or was never a block is refused. */
export function unpack(block: ArrayBuffer): Block {
  const head = headOf(block);
  const entries = new Map(head.arrays.map((entry) => [entry.name, entry]));
  for (const entry of head.arrays) refuseOutside(entry, block.byteLength);
  return {
    head,
    array<T extends PackedArray>(name: string): T {
      const entry = entries.get(name);
      if (!entry) throw new BlockError(`the block has no array ${name}`);
      return new TYPES[entry.type](block, entry.at, entry.length) as T;
    },
  };
}

function headOf(block: ArrayBuffer): ColumnsHead {
  const bytes = new Uint8Array(block);
  if (bytes.length < BEFORE_HEAD || new TextDecoder().decode(bytes.subarray(0, MAGIC.length)) !== MAGIC)
    throw new BlockError("it does not begin like a block of ratings");
  const length = new DataView(block).getUint32(MAGIC.length, true);
  if (BEFORE_HEAD + length > bytes.length) throw new BlockError("it ends within its head");
  try {
    return JSON.parse(new TextDecoder().decode(bytes.subarray(BEFORE_HEAD, BEFORE_HEAD + length)));
  } catch (error) {
    throw new BlockError("its head is not JSON", { cause: error });
  }
}

function refuseOutside({ name, type, length, at }: Entry, bytes: number) {
  const whole = Number.isInteger(length) && length >= 0 && Number.isInteger(at) && at % 8 === 0;
  if (!whole || !Object.hasOwn(TYPES, type) || at + length * TYPES[type].BYTES_PER_ELEMENT > bytes)
    throw new BlockError(`its array ${name} lies outside`);
}
