/** Sorting by whole numbers, digit by digit: what is equal keeps its order. */

const BITS = 11;
const BUCKETS = 1 << BITS;
const LOW = BUCKETS - 1;

type Keyed = { items: Uint32Array; keys: Uint32Array };

/** Orders `items` by their keys, unsigned numbers of 32 bits, the smallest first; both arrays are used up. */
export function sortByKey(items: Uint32Array, keys: Uint32Array): Uint32Array {
  let from: Keyed = { items, keys };
  let to: Keyed = { items: new Uint32Array(items.length), keys: new Uint32Array(items.length) };
  for (let shift = 0; shift < 32; shift += BITS) {
    const starts = startsOf(from.keys, shift);
    // A digit that all share orders nothing.
    if (starts === null) continue;
    move(from.items, from.keys, shift, starts, to.items, to.keys);
    [from, to] = [to, from];
  }
  return from.items;
}

/** Where each digit's items begin; null if there is only one digit. */
function startsOf(keys: Uint32Array, shift: number): Uint32Array | null {
  const starts = new Uint32Array(BUCKETS + 1);
  for (let i = 0; i < keys.length; i++) {
    const after = (((keys[i] as number) >>> shift) & LOW) + 1;
    starts[after] = (starts[after] as number) + 1;
  }
  if (starts.includes(keys.length, 1)) return null;
  for (let i = 1; i <= BUCKETS; i++) starts[i] = (starts[i] as number) + (starts[i - 1] as number);
  return starts;
}

function move(
  items: Uint32Array,
  keys: Uint32Array,
  shift: number,
  next: Uint32Array,
  toItems: Uint32Array,
  toKeys: Uint32Array,
) {
  for (let i = 0; i < items.length; i++) {
    const key = keys[i] as number;
    const digit = (key >>> shift) & LOW;
    const at = next[digit] as number;
    toItems[at] = items[i] as number;
    toKeys[at] = key;
    next[digit] = at + 1;
  }
}
