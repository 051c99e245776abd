import { GRADES, type Grade, lettersOf } from "../../../domain/rating/columns.ts";
import type { Scheme } from "../../../domain/rating/scheme.ts";
import { UNKNOWN } from "../../map/unclassed.ts";
import type { Class, Colouring } from "../protocol.ts";
import type { Firms } from "./firms.ts";
import { quantile, round125, sorted } from "./values.ts";

/** Classes that colours stand for: the letters, or ranges of a value. */

const QUANTILES = [0.2, 0.4, 0.6, 0.8];
/** In baselines of an indicator: around what is usual. */
const AROUND = [0.25, 0.5, 1, 2];
const ROUND: Readonly<Record<string, readonly number[]>> = {
  score: [20, 40, 60, 80],
  tax_per_mu: [5, 10, 20, 40],
  revenue_per_mu: [100, 200, 500, 1000],
};

/** Inner bounds of the classes of a value; equal ones fall together. Stored values decide, so that colours hold while sliders move. */
export function boundsOf(firms: Firms, { by, classes }: Colouring, stored: Float32Array): number[] {
  const bounds = classes === "fixed" ? roundBounds(firms, by) : quantileBounds(stored);
  return bounds.filter((bound, i) => i === 0 || bound > (bounds[i - 1] ?? 0));
}

function quantileBounds(stored: Float32Array): number[] {
  const ordered = sorted(stored);
  const least = ordered[0] ?? 0;
  return QUANTILES.map((share) => quantile(ordered, share)).filter((bound) => bound > least);
}

function roundBounds({ head }: Firms, by: string): readonly number[] {
  const k = head.scheme.definition.indicators.findIndex(({ id }) => id === by);
  const largest = head.pools.reduce(
    (most, pool) => (pool.firms > most.firms ? pool : most),
    head.pools[0] ?? { firms: 0, baselines: [] as (number | null)[] },
  );
  const usual = head.scheme.definition.indicators[k]?.fixed ?? largest.baselines[k] ?? null;
  return ROUND[by] ?? (usual ? AROUND.map((times) => round125(times * usual)) : []);
}

/** Letters of the scheme, best first, then those that stand beside them. */
const lettersShown = ({ grades }: Scheme): Grade[] => [...lettersOf(grades), "T", "N"];

const empty = (grade: Grade | null, from: number | null, to: number | null): Class => ({
  grade,
  from,
  to,
  firms: 0,
  land_mu: 0,
});

export const letterClasses = (scheme: Scheme): Class[] =>
  lettersShown(scheme).map((letter) => empty(letter, null, null));

/** One class more than bounds, and one for firms without the value. The outermost are open. */
export const valueClasses = (bounds: readonly number[]): Class[] => [
  ...[...bounds, null].map((to, i) => empty(null, bounds[i - 1] ?? null, to)),
  empty(null, null, null),
];

/** Place of every grade number among the classes of letters. */
export const placesOfLetters = (scheme: Scheme): Uint8Array => {
  const shown = lettersShown(scheme);
  return Uint8Array.from(GRADES, (letter) => {
    const place = letter === "" ? -1 : shown.indexOf(letter);
    return place < 0 ? UNKNOWN : place;
  });
};

/** Place of a value among the classes that `valueClasses` makes of the bounds. */
export function placeOfValue(bounds: readonly number[], value: number): number {
  if (Number.isNaN(value)) return bounds.length + 1;
  let place = 0;
  while (place < bounds.length && value >= (bounds[place] ?? 0)) place++;
  return place;
}
