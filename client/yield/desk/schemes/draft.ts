import type { Scheme } from "../../../../domain/rating/scheme.ts";

/** A scheme under somebody's hand: what has changed, whether a form can show it, and its weights brought to 100. */

/** Kept while the page is open, so that closing the desk loses no work. */
const drafts = new Map<string, Scheme>();

export const draftOf = (name: string, original: Scheme): Scheme =>
  drafts.get(name) ?? structuredClone(original);

export const keepDraft = (name: string, draft: Scheme) => drafts.set(name, draft);

export const forgetDraft = (name: string) => drafts.delete(name);

/** How many values differ; what is there on one side only counts once. */
export function changes(before: unknown, after: unknown): number {
  if (Object.is(before, after)) return 0;
  if (!isTree(before) || !isTree(after)) return 1;
  const names = new Set([...Object.keys(before), ...Object.keys(after)]);
  return [...names].reduce((sum, name) => sum + changes(before[name], after[name]), 0);
}

const isTree = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null;

/** Whether the form finds what it shows; whether it makes a scheme is for the server to say. */
export function fitsForm(value: unknown): value is Scheme {
  if (!isTree(value)) return false;
  const { name, indicators, baseline, grades } = value;
  const named = (text: unknown) => isTree(text) && typeof text.zh === "string" && typeof text.en === "string";
  return (
    named(name) &&
    isTree(baseline) &&
    typeof baseline.multiple === "number" &&
    Array.isArray(indicators) &&
    indicators.every((one) => isTree(one) && named(one.name) && typeof one.weight === "number") &&
    isTree(grades) &&
    typeof grades.letters === "string" &&
    (Array.isArray(grades.top) || Array.isArray(grades.scores))
  );
}

const hundredths = (weight: number) => Math.round(weight * 100);

/** In hundredths, so that a third of a hundred does not spoil the sum. */
export const sumOf = (weights: readonly number[]): number =>
  weights.reduce((all, weight) => all + hundredths(weight || 0), 0) / 100;

/** The same proportions, adding up to 100; what rounding leaves goes to the heaviest. */
export function spread(weights: readonly number[]): number[] {
  const sum = sumOf(weights);
  if (sum <= 0) return [...weights];
  const scaled = weights.map((weight) => hundredths(((weight || 0) * 100) / sum));
  const heaviest = scaled.indexOf(Math.max(...scaled));
  const left = 10_000 - scaled.reduce((all, part) => all + part, 0);
  return scaled.map((part, i) => (i === heaviest ? part + left : part) / 100);
}

/** The name under which changes to a scheme are kept: its own, or for one that ships with the program the next that is free. */
export function proposedKey(key: string, shipped: boolean, taken: readonly string[]): string {
  if (!shipped) return key;
  const base = `${key.slice(0, 50)}-own`;
  for (let n = 1; ; n++) {
    const name = n === 1 ? base : `${base}-${n}`;
    if (!taken.includes(name)) return name;
  }
}
