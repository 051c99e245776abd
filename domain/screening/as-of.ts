import type { ParcelFacts } from "./facts.ts";

/** What had happened by then: a screening of a day in the past doesn't know what came after it. */
export function asOf(facts: ParcelFacts, on: number): ParcelFacts {
  const { started, completed, development_stopped, production_stopped } = facts;
  const later = (day: number | null) => day !== null && day > on;
  if (![started, completed, development_stopped, production_stopped].some(later)) return facts;
  const by = (day: number | null) => (later(day) ? null : day);
  return {
    ...facts,
    started: by(started),
    completed: by(completed),
    development_stopped: by(development_stopped),
    production_stopped: by(production_stopped),
  };
}
