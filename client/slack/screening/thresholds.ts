import type { RuleList, ScreeningRule, ScreeningRun, Thresholds } from "../../../domain/api/screening.ts";

/** Thresholds as people type them: shares in percent, all else as it is. */

type Limit = ScreeningRule["limits"][number];
export type Threshold = Limit & {
  /** Of the rule that it belongs to; null for what only potential assumes. */
  rule: string | null;
  basis: Pick<ScreeningRule["basis"], "text" | "certainty">;
};

/** What potential assumes that a run may set otherwise. */
const ASSUMED = ["upstairs_far", "upstairs_from"] as const;

/** What was typed; empty where the default stands. */
export type Typed = Partial<Record<keyof Thresholds, string>>;

/** What there is to be set, as the server tells it. */
export type Settable = Pick<RuleList, "rules" | "assumptions">;

/** Each threshold once, with the first rule that it belongs to; then what potential assumes. */
export function thresholdsOf({ rules, assumptions }: Settable): Threshold[] {
  const known = new Map<string, Threshold>();
  for (const { number, basis, limits } of rules)
    for (const limit of limits)
      if (!known.has(limit.name)) known.set(limit.name, { ...limit, rule: number, basis });
  for (const name of ASSUMED) {
    const basis = assumptions.find((one) => one.name === name);
    if (basis && basis.value !== null)
      known.set(name, { name, value: basis.value, unit: "ratio", rule: null, basis });
  }
  return [...known.values()];
}

const PERCENT = 100;
const plain = (value: number) => String(Number(value.toFixed(2)));

export const inForm = (value: number, unit: Limit["unit"]): string =>
  plain(unit === "share" ? value * PERCENT : value);

/** What differs from the default; what is no number is left to the server to refuse. */
export function readThresholds(typed: Typed, settable: Settable): Thresholds {
  const given: Thresholds = {};
  for (const { name, unit } of thresholdsOf(settable)) {
    const text = typed[name]?.trim();
    if (text) given[name] = unit === "share" ? Number(text) / PERCENT : Number(text);
  }
  return given;
}

/** Names of the thresholds that a run did not leave at their defaults. */
export const changedIn = (run: ScreeningRun["thresholds"], settable: Settable): Threshold[] =>
  thresholdsOf(settable).filter(({ name, value }) => Math.abs(run[name] - value) > 1e-9);

/** With its unit; a ratio has none. */
export const told = (
  value: number,
  unit: Limit["unit"],
  units: Readonly<Record<Exclude<Limit["unit"], "ratio">, string>>,
): string => inForm(value, unit) + (unit === "ratio" ? "" : units[unit]);
