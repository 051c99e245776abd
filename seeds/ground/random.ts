import { exp } from "./exact.ts";

/** A stream of pseudo-random numbers that is the same on every machine: sfc32, started from a name. */
export type Random = ReturnType<typeof seeded>;

export function seeded(name: string) {
  let [a, b, c, d] = [0x9e3779b9, 0x243f6a88, 0xb7e15162, 1];
  const next = () => {
    const t = (((a + b) | 0) + d) | 0;
    d = (d + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = ((c << 21) | (c >>> 11)) + t;
    return (t >>> 0) / 4_294_967_296;
  };
  for (const character of name) {
    a = Math.imul(a ^ character.codePointAt(0)!, 0x85ebca6b);
    next();
  }
  for (let i = 0; i < 12; i++) next();

  const between = (low: number, high: number) => low + next() * (high - low);
  /** Twelve uniform numbers added up: normal to beyond three deviations, and made of exact operations only. */
  const normal = () => {
    let sum = -6;
    for (let i = 0; i < 12; i++) sum += next();
    return sum;
  };
  return {
    uniform: next,
    between,
    normal,
    integer: (low: number, high: number) => low + Math.floor(next() * (high - low + 1)),
    chance: (probability: number) => next() < probability,
    lognormal: (median: number, sigma: number) => median * exp(sigma * normal()),
    pick: <T>(list: readonly T[]): T => list[Math.floor(next() * list.length)]!,
    weighted: <T>(list: readonly (readonly [T, number])[]): T => {
      let left = next() * list.reduce((sum, [, weight]) => sum + weight, 0);
      for (const [value, weight] of list) {
        left -= weight;
        if (left < 0) return value;
      }
      return list[list.length - 1]![0];
    },
  };
}
