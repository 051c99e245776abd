/** What an entry of the audit changed, value by value, as a person reads it. */

export type Value = string | number | boolean | null;
export type Change = { path: readonly string[]; before: Value | undefined; after: Value | undefined };

type Kept = Readonly<Record<string, unknown>> | null;

const isPlain = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** Lists are one value: which of their places changed tells a reader nothing. */
const asValue = (value: unknown): Value => {
  if (Array.isArray(value))
    return value.map((one) => (isPlain(one) ? JSON.stringify(one) : String(one))).join(", ");
  if (typeof value === "string" || typeof value === "number" || typeof value === "boolean") return value;
  return null;
};

function* leaves(tree: unknown, path: readonly string[]): Generator<[path: readonly string[], value: Value]> {
  if (!isPlain(tree)) yield [path, asValue(tree)];
  else for (const [name, value] of Object.entries(tree)) yield* leaves(value, [...path, name]);
}

const byPath = (kept: Kept) =>
  new Map(
    kept === null ? [] : [...leaves(kept, [])].map(([path, value]) => [path.join("\n"), value] as const),
  );

const isNothing = (value: Value | undefined) => value === undefined || value === null || value === false;

/** Nothing was there before what is new, and nothing is left of what was removed. */
export function changesOf(before: Kept, after: Kept): Change[] {
  const [was, is] = [byPath(before), byPath(after)];
  return [...new Set([...was.keys(), ...is.keys()])]
    .map((key) => ({ path: key.split("\n"), before: was.get(key), after: is.get(key) }))
    .filter((change) => change.before !== change.after)
    .filter(({ before, after }) => !(isNothing(before) && isNothing(after)));
}
