import { disposalsOpen, EXTENSION_MONTHS } from "../domain/cases/disposals.ts";
import type { Cause, Disposal } from "../domain/cases/states.ts";
import {
  afterStep,
  type Progress,
  type StepOrder,
  type Subject,
  stepRefusals,
} from "../domain/cases/steps.ts";
import { day, isoDay, monthsAfter } from "../domain/civil-days.ts";
import { CASE_NOTES } from "./case-notes.ts";
import { TODAY } from "./demonstration/dates.ts";
import type { Random } from "./ground/random.ts";

/** What officers of the demonstration city did with a case, and when. */

const FIRST_DAY = day("2024-01-08");

/** How a case came to where it is. */
export type Past = {
  openedOn: number;
  progress: Progress;
  events: { on: number; order: StepOrder; before: Progress }[];
};

const START: Progress = {
  state: "suspected",
  cause: "unknown",
  ...{ disposal: null, verifiedOn: null, decidedOn: null, decidedAreaM2: null, dueOn: null },
  ...{ begunOn: null, closedOn: null, revivedAreaM2: null },
};

/** How long officers take for a step, in days. */
const TAKES = {
  verify: [12, 70],
  decide: [15, 80],
  begin: [7, 60],
  close: [60, 300],
  reject: [10, 50],
} as const;

function onWorkday(number: number): number {
  const weekday = new Date(number * 86_400_000).getUTCDay();
  return number + (weekday === 6 ? 2 : weekday === 0 ? 1 : 0);
}

/** A case of land that has been so since a day, followed from step to step as the rules allow, until today or until officers leave it. */
export function pastOf(land: Omit<Subject, "openedOn">, since: number | null, random: Random): Past {
  const first = since === null ? FIRST_DAY : Math.max(FIRST_DAY, since + 5);
  const openedOn = onWorkday(random.integer(first, Math.max(first, TODAY - 25)));
  const subject: Subject = { ...land, openedOn: isoDay(openedOn) };
  const past: Past = { openedOn, progress: START, events: [] };
  const rejected = random.chance(0.08);
  let on = openedOn;
  for (const step of rejected ? (["reject"] as const) : (["verify", "decide", "begin", "close"] as const)) {
    const [least, most] = TAKES[step];
    on = onWorkday(on + random.integer(least, most));
    if (on > TODAY || random.chance(0.07)) break;
    const order = orderOf(step, on, subject, past.progress, random);
    if (stepRefusals(subject, past.progress, order, isoDay(TODAY)).length > 0) break;
    past.events.push({ on, order, before: past.progress });
    past.progress = afterStep(past.progress, order);
  }
  return past;
}

function orderOf(
  step: keyof typeof TAKES,
  on: number,
  subject: Subject,
  progress: Progress,
  random: Random,
): StepOrder {
  const note = random.pick(CASE_NOTES[step]);
  const said = { step, note, on: isoDay(on) };
  switch (step) {
    case "verify":
      return { ...said, ...(subject.kind === "idle" && { cause: causeBy(random) }) };
    case "decide":
      return { ...said, ...decision(on, subject, progress, random) };
    case "close":
      return { ...said, revivedAreaM2: part(progress.decidedAreaM2 ?? 0, random) };
    case "begin":
      return said;
    case "reject":
      return { step, note };
  }
}

const causeBy = (random: Random): Cause =>
  random.weighted([
    ["firm", 55],
    ["government", 30],
    ["preparation", 10],
    ["force_majeure", 5],
  ] as const);

/** Mostly all of it; otherwise whole hundreds of m². */
const part = (area: number, random: Random): number =>
  random.chance(0.65) ? area : Math.max(100, Math.floor((area * random.between(0.4, 0.95)) / 100) * 100);

function decision(on: number, subject: Subject, { cause }: Progress, random: Random) {
  const disposal: Disposal = random.pick(disposalsOpen({ ...subject, cause }, on));
  const months = disposal === "extension" ? random.integer(4, EXTENSION_MONTHS) : random.integer(8, 26);
  const decidedAreaM2 = Math.min(subject.areaM2, part(subject.areaM2, random));
  return { disposal, decidedAreaM2, dueOn: isoDay(monthsAfter(on, months)) };
}
