import { asOf } from "./as-of.ts";
import type { Evidence, Finding, ParcelFacts } from "./facts.ts";
import { IDLE } from "./idle.ts";
import { INEFFICIENT } from "./inefficient.ts";
import type { Limits, Rule } from "./rule.ts";
import { SCATTERED } from "./scattered.ts";

/** What a parcel is on a day. Idle is asked first and excludes inefficient; scattered stands beside either. */

/** Raised whenever a rule says something else than before. */
export const RULE_VERSION = "2026-11-2";

export const RULES: readonly Rule[] = [...IDLE, ...INEFFICIENT, ...SCATTERED];

export function screen(known: ParcelFacts, on: number, limits: Limits): Finding[] {
  const facts = asOf(known, on);
  const slack =
    finding("idle", evidenceOf(IDLE, facts, on, limits)) ??
    finding("inefficient", enough(evidenceOf(INEFFICIENT, facts, on, limits), limits));
  const scattered = finding("scattered", evidenceOf(SCATTERED, facts, on, limits));
  return [slack, scattered].filter((found) => found !== null);
}

function evidenceOf(rules: readonly Rule[], facts: ParcelFacts, on: number, limits: Limits): Evidence[] {
  const found: Evidence[] = [];
  for (const rule of rules) {
    const fired = rule.fires(facts, on, limits);
    if (!fired) continue;
    found.push({
      rule: rule.name,
      weight: fired.weight ?? rule.weight,
      since: fired.since,
      facts: fired.facts,
      limits:
        fired.limits ?? Object.fromEntries(rule.limits.map(({ name }) => [name, limits.thresholds[name]])),
    });
  }
  return found;
}

/** One hard rule is enough, and so are some soft ones together. */
function enough(evidence: Evidence[], { thresholds }: Limits): Evidence[] {
  const hard = evidence.some(({ weight }) => weight === "hard");
  return hard || evidence.length >= thresholds.soft_together ? evidence : [];
}

function finding(kind: Finding["kind"], evidence: Evidence[]): Finding | null {
  if (evidence.length === 0) return null;
  const days = evidence.flatMap(({ since }) => (since === null ? [] : [since]));
  return { kind, evidence, since: days.length > 0 ? Math.min(...days) : null };
}
