import fc from "fast-check";
import { expect, test } from "vitest";
import { WAYS } from "../../../domain/cases/machine.ts";
import { CASE_KINDS, CAUSES, DISPOSALS, STEPS } from "../../../domain/cases/states.ts";
import {
  afterStep,
  type Progress,
  type StepOrder,
  type Subject,
  stepRefusals,
} from "../../../domain/cases/steps.ts";
import { day, isoDay } from "../../../domain/civil-days.ts";

/** Whatever is asked of it, a case never comes to be what the rules and the database forbid. */

const OPENED = "2024-01-10";
const TODAY = "2026-01-10";

const anyDay = fc.integer({ min: day(OPENED) - 30, max: day(TODAY) + 30 }).map(isoDay);
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined });
const area = fc.double({ min: -1, max: 1_200, noNaN: true });

const anyOrder: fc.Arbitrary<StepOrder> = fc.record({
  step: fc.constantFrom(...STEPS),
  note: fc.constantFrom("", "说明"),
  on: maybe(anyDay),
  cause: maybe(fc.constantFrom(...CAUSES)),
  disposal: maybe(fc.constantFrom(...DISPOSALS)),
  decidedAreaM2: maybe(area),
  dueOn: maybe(anyDay),
  revivedAreaM2: maybe(area),
});

/** Orders that say just what their step wants come further than those that say anything. */
const fitting = fc
  .record({ step: fc.constantFrom(...STEPS), on: fc.constantFrom("2024-06-01", "2025-01-01", TODAY) })
  .map(({ step, on }): StepOrder => {
    if (step === "verify") return { step, note: "", on, cause: "firm" };
    const decision = { disposal: "negotiated_recovery", decidedAreaM2: 900, dueOn: "2027-01-01" } as const;
    if (step === "decide") return { step, note: "", on, ...decision };
    if (step === "begin") return { step, note: "", on };
    return step === "close" ? { step, note: "", on, revivedAreaM2: 800 } : { step, note: "说明" };
  });

const START: Progress = {
  state: "suspected",
  cause: "unknown",
  ...{ disposal: null, verifiedOn: null, decidedOn: null, decidedAreaM2: null, dueOn: null },
  ...{ begunOn: null, closedOn: null, revivedAreaM2: null },
};

function mustHold({ kind, areaM2 }: Subject, progress: Progress) {
  const { state, cause, disposal, verifiedOn, decidedOn, dueOn, begunOn, closedOn } = progress;
  const decided = state === "decided" || state === "in_progress" || state === "closed";
  if (kind === "idle" && cause === "unknown") expect(["suspected", "rejected"]).toContain(state);
  expect(disposal !== null).toBe(decided);
  expect(decidedOn !== null && dueOn !== null && progress.decidedAreaM2 !== null).toBe(decided);
  if (decided) expect(progress.decidedAreaM2).toBeLessThanOrEqual(areaM2);
  expect(begunOn !== null).toBe(state === "in_progress" || state === "closed");
  expect(closedOn !== null && progress.revivedAreaM2 !== null).toBe(state === "closed");
  if (closedOn !== null) expect(progress.revivedAreaM2).toBeLessThanOrEqual(progress.decidedAreaM2!);
  const days = [OPENED, verifiedOn, decidedOn, begunOn, closedOn].filter((one) => one !== null);
  expect(days).toEqual([...days].sort());
  expect(days.at(-1)! <= TODAY).toBe(true);
  if (dueOn !== null) expect(dueOn >= decidedOn!).toBe(true);
}

test("no sequence of steps leads where a case may not be", () => {
  const reached = new Set<string>();
  fc.assert(
    fc.property(
      fc.constantFrom(...CASE_KINDS),
      fc.array(fc.oneof(anyOrder, fitting, fitting), { minLength: 10, maxLength: 60, size: "max" }),
      (kind, orders) => {
        const building = { agreed_start: day("2022-06-30"), extension_days: 0, started: null };
        const subject: Subject = {
          kind,
          areaM2: 1_000,
          openedOn: OPENED,
          building: { ...building, completed: null, development_stopped: null },
        };
        let progress = START;
        for (const order of orders) {
          if (stepRefusals(subject, progress, order, TODAY).length > 0) continue;
          const next = afterStep(progress, order);
          expect(WAYS[progress.state][order.step]).toBe(next.state);
          mustHold(subject, next);
          progress = next;
          reached.add(next.state);
        }
      },
    ),
    { numRuns: 400 },
  );
  expect([...reached].sort()).toEqual(Object.keys(WAYS).sort());
});
