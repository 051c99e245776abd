/** How parts of the view are read from an address: what can't be understood is left out, so that an old link still opens. */

const NAMES_AT_MOST = 60;

export const oneOf = <T extends string>(choices: readonly T[], text: string | null): T | undefined =>
  choices.find((choice) => choice === text);

/** Those of the choices that a list with commas names, in the order of the choices. */
export function someOf<T extends string>(choices: readonly T[], text: string | null): T[] {
  const named = text?.split(",") ?? [];
  return choices.filter((choice) => named.includes(choice));
}

const CORNERS_AT_MOST = 200;

/** The corners of an area, as lon, lat of each. */
export function readCorners(text: string | null): number[] | null {
  const numbers = text?.split(",").map((part) => (part === "" ? Number.NaN : Number(part))) ?? [];
  const sound = numbers.every((n, i) => Math.abs(n) <= (i % 2 === 0 ? 180 : 85));
  const whole = numbers.length % 2 === 0 && numbers.length >= 6 && numbers.length <= 2 * CORNERS_AT_MOST;
  return sound && whole ? numbers : null;
}

export const spellCorners = (corners: readonly number[] | null): string =>
  (corners ?? []).map((n) => Number(n.toFixed(6))).join();

/** Each name once, in the order given; what is not spelled like one is left out. */
export const readNames = (text: string | null, spelling: RegExp): string[] =>
  [...new Set(text?.split(",").filter((name) => spelling.test(name)))].slice(0, NAMES_AT_MOST);

/** Names and values for the address, in a fixed order, of what differs from the default. */
export type Spellings<V> = { [P in keyof V]: [name: string, spell: (value: V[P]) => string] };

const differs = (a: unknown, b: unknown) => String(a ?? "") !== String(b ?? "");

export function spelled<V extends object>(
  view: V,
  start: V,
  spellings: Spellings<V>,
): [name: string, value: string][] {
  const write = <P extends keyof V>(part: P): [string, string][] => {
    const [name, spell] = spellings[part];
    return differs(view[part], start[part]) ? [[name, spell(view[part])]] : [];
  };
  return (Object.keys(spellings) as (keyof V)[]).flatMap(write);
}
