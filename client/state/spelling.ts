/** How parts of the view are read from an address: what can't be understood is left out, so that an old link still opens. */

const NAMES_AT_MOST = 60;

export const oneOf = <T extends string>(choices: readonly T[], text: string | null): T | undefined =>
  choices.find((choice) => choice === text);

/** Those of the choices that a list with commas names, in the order of the choices. */
export function someOf<T extends string>(choices: readonly T[], text: string | null): T[] {
  const named = text?.split(",") ?? [];
  return choices.filter((choice) => named.includes(choice));
}

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
