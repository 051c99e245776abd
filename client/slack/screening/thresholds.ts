import type { ScreeningRule, ScreeningRun, Thresholds } from "../../../domain/api/screening.ts";

/** Thresholds as people type them: shares in percent, all else as it is. */

type Limit = ScreeningRule["limits"][number];
export type Threshold = Limit & { rule: ScreeningRule };

/** What was typed; empty where the default stands. */
export type Typed = Partial<Record<keyof Thresholds, string>>;

/** Each threshold once, with the first rule that it belongs to. */
export function thresholdsOf(rules: readonly ScreeningRule[]): Threshold[] {
  const known = new Map<string, Threshold>();
  for (const rule of rules)
    for (const limit of rule.limits) if (!known.has(limit.name)) known.set(limit.name, { ...limit, rule });
  return [...known.values()];
}

const PERCENT = 100;
const plain = (value: number) => String(Number(value.toFixed(2)));

export const inForm = (value: number, unit: Limit["unit"]): string =>
  plain(unit === "share" ? value * PERCENT : value);

/** What differs from the default; what is no number is left to the server to refuse. */
export function readThresholds(typed: Typed, rules: readonly ScreeningRule[]): Thresholds {
  const given: Thresholds = {};
  for (const { name, unit } of thresholdsOf(rules)) {
    const text = typed[name]?.trim();
    if (text) given[name] = unit === "share" ? Number(text) / PERCENT : Number(text);
  }
  return given;
}

/** Names of the thresholds that a run did not leave at their defaults. */
export const changedIn = (run: ScreeningRun["thresholds"], rules: readonly ScreeningRule[]): Threshold[] =>
  thresholdsOf(rules).filter(({ name, value }) => Math.abs(run[name] - value) > 1e-9);

/** With its unit; a ratio has none. */
export const told = (
  value: number,
  unit: Limit["unit"],
  units: Readonly<Record<Exclude<Limit["unit"], "ratio">, string>>,
): string => inForm(value, unit) + (unit === "ratio" ? "" : units[unit]);
