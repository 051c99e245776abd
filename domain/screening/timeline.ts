import { type Clocked, deadlinesOf, type Milestone } from "./consequences.ts";
import type { ParcelFacts } from "./facts.ts";
import { dueStart } from "./idle.ts";

/** The days that matter on the way of a parcel, in order. */

export type Moment = {
  day: number;
  what:
    | Milestone
    | "supplied"
    | "agreed_start"
    | "extended_start"
    | "started"
    | "stopped"
    | "agreed_completion"
    | "completed"
    | "production_stopped"
    | "reference";
  past: boolean;
};

/** What the timeline is made of. */
export type Way = Clocked &
  Pick<ParcelFacts, "supplied" | "agreed_completion" | "production_stopped" | "price_wan">;

/** `reference` is the day of the screening, null without one; past is what lies before `today`. */
export function timelineOf(facts: Way, reference: number | null, today: number): Moment[] {
  const days: [Moment["what"], number | null][] = [
    ["supplied", facts.supplied],
    ["agreed_start", facts.agreed_start],
    ["extended_start", facts.extension_days > 0 ? dueStart(facts) : null],
    ["started", facts.started],
    ["stopped", facts.development_stopped],
    ["agreed_completion", facts.agreed_completion],
    ["completed", facts.completed],
    ["production_stopped", facts.production_stopped],
    ["reference", reference],
    ...deadlinesOf(facts).map(({ what, day }): [Moment["what"], number] => [what, day]),
  ];
  return days
    .flatMap(([what, day]) => (day === null ? [] : [{ what, day, past: day < today }]))
    .sort((a, b) => a.day - b.day);
}
