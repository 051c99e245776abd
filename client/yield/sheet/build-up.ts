import type { RatingExplanation } from "../../../domain/api/ratings/explanation.ts";

/** How a score builds up item by item, as spans on one scale of points. */

type Parts = Pick<RatingExplanation, "items" | "scale" | "bonuses" | "deductions">;
type ScoredItem = RatingExplanation["items"][number];

export type Step = { from: number; to: number };
export type ItemStep = Step & {
  item: ScoredItem /** Where the item would end with its whole weight. */;
  full: number;
};
export type ExtraStep = Step & {
  kind: "bonus" | "deduction";
  name: { zh: string; en: string };
  points: number;
};
export type BuildUp = {
  items: ItemStep[];
  extras: ExtraStep[];
  /** Items that are not in use. */
  off: ScoredItem[];
  /** The end of the scale: 100 points, or more where bonuses and caps reach beyond. */
  reach: number;
};

const inUse = ({ enabled, weight }: ScoredItem) => enabled && weight > 0;

export function buildUp({ items, scale, bonuses, deductions }: Parts): BuildUp {
  let at = 0;
  const steps = items.filter(inUse).map((item) => {
    const from = at;
    at += (item.score ?? 0) * scale;
    return { item, from, to: at, full: from + item.weight * scale };
  });
  const extras = [
    ...bonuses.map((one) => ({ ...one, kind: "bonus" as const })),
    ...deductions.map((one) => ({ ...one, kind: "deduction" as const })),
  ].map((extra) => {
    const from = at;
    at += extra.kind === "bonus" ? extra.points : -extra.points;
    return { ...extra, from, to: at };
  });
  const ends = [...steps.flatMap(({ to, full }) => [to, full]), ...extras.map(({ to }) => to)];
  return { items: steps, extras, off: items.filter((item) => !inUse(item)), reach: Math.max(100, ...ends) };
}

/** The left end and the length of a span, in percent of the scale; what deductions take below nothing is not drawn. */
export function placed({ from, to }: Step, reach: number): { left: number; width: number } {
  const left = Math.max(0, Math.min(from, to));
  const right = Math.max(0, from, to);
  return { left: (left / reach) * 100, width: ((right - left) / reach) * 100 };
}
