import { day, isoDay } from "../civil-days.ts";
import { deadlinesOf as idleDeadlines, type Milestone } from "../screening/consequences.ts";
import { isOpen } from "./machine.ts";
import type { Progress, Subject } from "./steps.ts";

/** What is due on a case and when. */

/** What deadlines depend on. */
type Land = Pick<Subject, "kind" | "building">;
type Stage = Pick<Progress, "state" | "cause" | "dueOn">;

export type Due = {
  what: Milestone | "disposal_due";
  day: string;
  /** From today; negative when past. */
  days: number;
};

/** Fee and recovery are for delays that are a firm's own; until the cause is known they may become due. */
const mayCost = ({ kind }: Land, { cause }: Stage) =>
  kind === "idle" && (cause === "firm" || cause === "unknown");

/** All that matter to a case, in order, past ones too. */
export function deadlinesOf(subject: Land, progress: Stage, today: string): Due[] {
  const dueOf = (what: Due["what"], on: number): Due => ({ what, day: isoDay(on), days: on - day(today) });
  return [
    ...(mayCost(subject, progress) ? idleDeadlines(subject.building) : []).map((one) =>
      dueOf(one.what, one.day),
    ),
    ...(progress.dueOn === null ? [] : [dueOf("disposal_due", day(progress.dueOn))]),
  ].sort((a, b) => a.days - b.days);
}

/**
 * The one that an officer must look to: once it is decided, the end of the disposal; before that the next day that something
 * follows from, or the last one that was missed. A case that is over has none.
 */
export function deadlineOf(subject: Land, progress: Stage, today: string): Due | null {
  if (!isOpen(progress.state)) return null;
  const all = deadlinesOf(subject, progress, today);
  const disposal = all.find(({ what }) => what === "disposal_due");
  return disposal ?? all.find(({ days }) => days >= 0) ?? all.at(-1) ?? null;
}

/** Whether that day has passed. */
export const isOverdue = (deadline: Due | null): boolean => deadline !== null && deadline.days < 0;
