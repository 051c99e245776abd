/** Sorting by whole numbers, place by place: what took part keeps its order where keys are equal. */

const BITS = 11;
const BUCKETS = 1 << BITS;

/** Orders `firms` by `key`, an unsigned number of 32 bits for each firm, the smallest first. */
export function sortByKey(firms: Uint32Array, key: Uint32Array): Uint32Array {
  let from: Uint32Array = firms;
  let to: Uint32Array = new Uint32Array(firms.length);
  for (let shift = 0; shift < 32; shift += BITS) {
    const starts = new Uint32Array(BUCKETS + 1);
    for (const firm of from) {
      const bucket = (((key[firm] as number) >>> shift) & (BUCKETS - 1)) + 1;
      starts[bucket] = (starts[bucket] as number) + 1;
    }
    for (let i = 1; i <= BUCKETS; i++) starts[i] = (starts[i] as number) + (starts[i - 1] as number);
    for (const firm of from) {
      const bucket = ((key[firm] as number) >>> shift) & (BUCKETS - 1);
      const at = starts[bucket] as number;
      to[at] = firm;
      starts[bucket] = at + 1;
    }
    [from, to] = [to, from];
  }
  return from;
}
