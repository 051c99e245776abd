import { z } from "zod";
import { Text } from "../api/text.ts";
import { EXEMPTIONS, FIGURES, PROTECTIONS, VETOES } from "./figures.ts";

/**
 * A rating scheme (评价方案): what is compared, against what, and how grades follow. It is data: a bureau writes its own, and
 * every run names the version it applied.
 */

/** How sure a part of a scheme is: read in the source itself, read about it, common practice, or our own suggestion. */
export const CERTAINTIES = ["read", "secondary", "practice", "suggestion"] as const;

const Provenance = z.strictObject({ certainty: z.enum(CERTAINTIES), basis: Text });

const Id = z.string().regex(/^[a-z][a-z0-9_]{0,39}$/, "lower-case letters, digits and _, at most 40");
/** Shares of a pool in parts of ten thousand, so that quotas are whole-number arithmetic. */
const Share = z.number().int().min(0).max(10_000);
/** What a hand can move is told to the hundredth, so that a link can spell it; what single bits are off by is left out. */
const hundredths = (least: number, most: number) =>
  z
    .number()
    .min(least)
    .max(most)
    .multipleOf(0.01)
    .overwrite((number) => Math.round(number * 100) / 100);

const Indicator = z.strictObject({
  id: Id,
  name: Text,
  numerator: z.enum(FIGURES),
  denominator: z.enum(FIGURES),
  weight: hundredths(0, 100),
  direction: z.enum(["higher", "lower"]),
  /** The most of its weight that it can earn; 1.5 lets it earn half as much again. */
  cap: z.number().min(0.1).max(3),
  /** A local indicator (地方特色指标) may be off; the weights of the others are then scaled to 100. */
  local: z.boolean(),
  enabled: z.boolean(),
  /** Its baseline where the year before cannot give one, or where the scheme fixes it. */
  fixed: z.number().positive().optional(),
  provenance: Provenance,
});
export type Indicator = z.infer<typeof Indicator>;

/** Points for a title a firm bears, or for a figure that it does not report. */
const Bonus = z.strictObject({
  when: z.union([
    z.strictObject({ title: z.string().min(1).max(40) }),
    z.strictObject({ missing: z.enum(FIGURES) }),
  ]),
  points: z.number().positive().max(100),
  name: Text,
  provenance: Provenance,
});

/**
 * By quota: `top` holds what the best grades may have at most, cumulated (A 20 %, A and B 60 %); `bottom` is what the lowest
 * grade has at least. By cut-off: the score from which each grade but the lowest begins.
 */
const Grades = z.discriminatedUnion("method", [
  z.strictObject({
    method: z.literal("quota"),
    letters: z.literal(["ABC", "ABCD"]),
    top: z.array(Share).min(1).max(2),
    bottom: Share,
  }),
  z.strictObject({
    method: z.literal("cutoff"),
    letters: z.literal(["ABC", "ABCD"]),
    scores: z.array(hundredths(0, 300)).min(2).max(3),
  }),
]);
export type Grades = z.infer<typeof Grades>;

const Shape = z.strictObject({
  name: Text,
  description: Text,
  provenance: Provenance,
  /** Whom it rates: firms above the designated size (规上), or smaller ones on at least `leastLand_mu`. */
  object: z.strictObject({
    size: z.enum(["above_scale", "below_scale"]),
    leastLand_mu: z.number().min(0).max(1000),
  }),
  /**
   * Who is compared with whom. Parks with fewer than `least` firms join the other firms of their district; a pool that is still
   * smaller cannot be rated.
   */
  pool: z.strictObject({ by: z.enum(["all", "district", "park"]), least: z.number().int().min(2).max(1000) }),
  indicators: z.array(Indicator).min(1).max(12),
  baseline: z.strictObject({
    /** The mean of the pool in the year before, as Σ numerator / Σ denominator; or the numbers fixed with the indicators. */
    mode: z.enum(["last_year", "fixed"]),
    /** The value that earns the whole weight, in baselines. */
    multiple: hundredths(0.1, 10),
  }),
  bonuses: z.array(Bonus).max(20),
  deductions: z.array(Bonus).max(20),
  bonusMax: z.number().min(0).max(100),
  deductionMax: z.number().min(0).max(100),
  grades: Grades,
  /** Facts that bar A and B. */
  vetoes: z.array(z.enum(VETOES)),
  /** Facts that leave a firm without a grade (T), treated like B and outside the quotas. */
  exemptions: z.array(z.enum(EXEMPTIONS)),
  /** Facts that keep a firm out of the lowest grade, unless it is barred. */
  protections: z.array(z.enum(PROTECTIONS)),
  /** Figures without which a firm cannot be rated (N); any other that is missing earns nothing. */
  required: z.array(z.enum(FIGURES)),
});

export const Scheme = Shape.superRefine((scheme, context) => {
  const refuse = (path: (string | number)[], message: string) =>
    context.addIssue({ code: "custom", path, message });
  const ids = scheme.indicators.map(({ id }) => id);
  const sum = scheme.indicators.reduce((all, { weight }) => all + Math.round(weight * 100), 0) / 100;
  if (sum !== 100) refuse(["indicators"], `the weights add up to ${sum}, not to 100`);
  scheme.indicators.forEach((indicator, i) => {
    if (ids.indexOf(indicator.id) !== i) refuse(["indicators", i, "id"], `${indicator.id} is there twice`);
    if (!indicator.enabled && !indicator.local)
      refuse(["indicators", i, "enabled"], "only a local indicator can be off");
    if (indicator.numerator === "one") refuse(["indicators", i, "numerator"], "one cannot be a numerator");
    if (indicator.numerator === indicator.denominator)
      refuse(["indicators", i, "denominator"], "is the same figure as the numerator");
    if (scheme.baseline.mode === "fixed" && indicator.enabled && indicator.fixed === undefined)
      refuse(["indicators", i, "fixed"], "a fixed baseline needs a number for every indicator that is on");
  });
  if (!scheme.indicators.some(({ enabled, weight }) => enabled && weight > 0))
    refuse(["indicators"], "none is on with a weight above 0");
  refuseGrades(scheme.grades, refuse);
});
export type Scheme = z.infer<typeof Scheme>;

function refuseGrades(grades: Grades, refuse: (path: string[], message: string) => void) {
  const lines = grades.letters.length - 1;
  if (grades.method === "cutoff") {
    if (grades.scores.length !== lines)
      refuse(["grades", "scores"], `${grades.letters} needs ${lines} scores, not ${grades.scores.length}`);
    if (grades.scores.some((score, i) => i > 0 && score >= (grades.scores[i - 1] ?? 0)))
      refuse(["grades", "scores"], "each score must be lower than the one before");
    return;
  }
  if (grades.top.length !== lines - 1)
    refuse(["grades", "top"], `${grades.letters} needs ${lines - 1} shares, not ${grades.top.length}`);
  if (grades.top.some((share, i) => i > 0 && share < (grades.top[i - 1] ?? 0)))
    refuse(["grades", "top"], "shares are cumulated, so none may be smaller than the one before");
  if ((grades.top.at(-1) ?? 0) + grades.bottom > 10_000)
    refuse(["grades", "bottom"], "best and lowest grades together exceed the whole pool");
}
