import type { Grades, Scheme } from "../../../domain/rating/scheme.ts";
import { follow } from "./weights.ts";

/** What a hand can do to a scheme, each giving another scheme that still holds together. */

const HUNDREDTHS = 100;
const hundredths = (weight: number) => Math.round(weight * HUNDREDTHS);

/** `on` says which indicators count; the weight of the others is left alone. `base` is what proportions are taken from. */
export function withWeight(base: Scheme, on: readonly boolean[], moved: number, weight: number): Scheme {
  const places = base.indicators.flatMap((_, k) => (on[k] ? [k] : []));
  const before = places.map((k) => hundredths(base.indicators[k]?.weight ?? 0));
  const after = follow(before, places.indexOf(moved), hundredths(weight));
  return {
    ...base,
    indicators: base.indicators.map((indicator, k) => {
      const at = places.indexOf(k);
      return at < 0 ? indicator : { ...indicator, weight: (after[at] ?? 0) / HUNDREDTHS };
    }),
  };
}

export const withMultiple = (scheme: Scheme, multiple: number): Scheme => ({
  ...scheme,
  baseline: { ...scheme.baseline, multiple: Math.round(clamp(multiple, 0.1, 10) * 100) / 100 },
});

const clamp = (value: number, least: number, most: number) => Math.min(most, Math.max(least, value));

const WHOLE = 10_000;
/** Scores that begin grades: the highest there may be, and how far two keep from each other. */
const HIGHEST = 300;
const APART = 0.1;
const percentOf = (share: number) => share / 100;

/** One border between grades: a share of the pool, or a score. */
export type Border = { kind: "top" | "bottom" | "score"; place: number; value: number };

/** The borders of a scheme, best first. */
export function bordersOf(grades: Grades): Border[] {
  if (grades.method === "cutoff")
    return grades.scores.map((value, place) => ({ kind: "score", place, value }));
  return [
    ...grades.top.map((share, place): Border => ({ kind: "top", place, value: percentOf(share) })),
    { kind: "bottom", place: 0, value: percentOf(grades.bottom) },
  ];
}

/** Moves a border as far as its neighbours let it. */
export function withBorder(scheme: Scheme, { kind, place }: Border, value: number): Scheme {
  return { ...scheme, grades: moved(scheme.grades, kind, place, value) };
}

function moved(grades: Grades, kind: Border["kind"], place: number, value: number): Grades {
  if (grades.method === "cutoff") {
    const most = place === 0 ? HIGHEST : (grades.scores[place - 1] ?? HIGHEST) - APART;
    const least = place === grades.scores.length - 1 ? 0 : (grades.scores[place + 1] ?? 0) + APART;
    if (least > most) return grades;
    const score = Number(clamp(Math.round(value), least, most).toFixed(2));
    return { ...grades, scores: grades.scores.map((other, i) => (i === place ? score : other)) };
  }
  const share = Math.round(value * HUNDREDTHS);
  if (kind === "bottom") return { ...grades, bottom: clamp(share, 0, WHOLE - (grades.top.at(-1) ?? 0)) };
  const least = grades.top[place - 1] ?? 0;
  const most = grades.top[place + 1] ?? WHOLE - grades.bottom;
  return { ...grades, top: grades.top.map((other, i) => (i === place ? clamp(share, least, most) : other)) };
}
