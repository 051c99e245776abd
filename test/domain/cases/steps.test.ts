import { describe, expect, test } from "vitest";
import { type CaseKind, type CaseState, DISPOSALS, STEPS } from "../../../domain/cases/states.ts";
import {
  afterStep,
  type Progress,
  type StepOrder,
  type Subject,
  stepRefusals,
} from "../../../domain/cases/steps.ts";
import { day } from "../../../domain/civil-days.ts";

const TODAY = "2026-03-01";

const subject = (kind: CaseKind, agreedStart = "2024-02-29"): Subject => ({
  kind,
  areaM2: 20_000,
  openedOn: "2025-06-01",
  building: {
    agreed_start: day(agreedStart),
    extension_days: 0,
    started: null,
    completed: null,
    development_stopped: null,
  },
});

const SUSPECTED: Progress = {
  state: "suspected",
  cause: "unknown",
  disposal: null,
  verifiedOn: null,
  decidedOn: null,
  decidedAreaM2: null,
  dueOn: null,
  begunOn: null,
  closedOn: null,
  revivedAreaM2: null,
};
const verified = (cause: Progress["cause"] = "firm"): Progress => ({
  ...SUSPECTED,
  state: "verified",
  cause,
  verifiedOn: "2025-07-01",
});
const DECIDED: Progress = {
  ...verified(),
  state: "decided",
  disposal: "negotiated_recovery",
  decidedOn: "2025-08-01",
  decidedAreaM2: 15_000,
  dueOn: "2026-08-01",
};
const DECIDE: StepOrder = {
  step: "decide",
  note: "",
  on: "2025-08-01",
  disposal: "negotiated_recovery",
  decidedAreaM2: 20_000,
  dueOn: "2026-08-01",
};

const wrong = (kind: CaseKind, progress: Progress, order: StepOrder, agreedStart?: string) =>
  stepRefusals(subject(kind, agreedStart), progress, order, TODAY).map(({ field }) => field);

describe("a case goes its way", () => {
  const inState = (state: CaseState): Progress => ({ ...DECIDED, state });
  const allowed = (state: CaseState) =>
    STEPS.filter((step) => !wrong("idle", inState(state), { step, note: "" }).includes("step"));

  test.each([
    ["suspected", ["verify", "reject"]],
    ["verified", ["reject", "decide"]],
    ["decided", ["decide", "begin"]],
    ["in_progress", ["decide", "close"]],
    ["closed", ["reopen"]],
    ["rejected", ["reopen"]],
  ] as const)("%s allows %j", (state, steps) => {
    expect(allowed(state)).toEqual(steps);
  });

  test("to its end", () => {
    const orders: StepOrder[] = [
      { step: "verify", note: "现场核查", on: "2025-06-20", cause: "firm" },
      DECIDE,
      { step: "begin", note: "", on: "2025-09-01" },
      { step: "close", note: "", on: "2026-02-01", revivedAreaM2: 18_000 },
    ];
    let progress = SUSPECTED;
    for (const order of orders) {
      expect(stepRefusals(subject("idle"), progress, order, TODAY), order.step).toEqual([]);
      progress = afterStep(progress, order);
    }
    expect(progress).toEqual({
      state: "closed",
      cause: "firm",
      disposal: "negotiated_recovery",
      verifiedOn: "2025-06-20",
      decidedOn: "2025-08-01",
      decidedAreaM2: 20_000,
      dueOn: "2026-08-01",
      begunOn: "2025-09-01",
      closedOn: "2026-02-01",
      revivedAreaM2: 18_000,
    });
  });

  test("what was closed too early is decided anew, what was rejected is looked into anew", () => {
    const reopen: StepOrder = { step: "reopen", note: "又停建" };
    const closed = afterStep({ ...DECIDED, state: "closed", closedOn: "2026-01-01" }, reopen);
    expect(closed).toEqual(verified());
    expect(afterStep({ ...verified(), state: "rejected" }, reopen)).toEqual(SUSPECTED);
  });

  test("a decision that is changed while it is carried out begins anew", () => {
    const begun: Progress = { ...DECIDED, state: "in_progress", begunOn: "2025-09-01" };
    const again = afterStep(begun, { ...DECIDE, on: "2025-10-01" });
    expect(again).toMatchObject({ state: "decided", begunOn: null, decidedOn: "2025-10-01" });
  });
});

describe("each step wants its own", () => {
  test("what is missing is named all at once, in both languages", () => {
    expect(wrong("idle", SUSPECTED, { step: "verify", note: "" })).toEqual(["on", "cause"]);
    expect(wrong("inefficient", SUSPECTED, { step: "verify", note: "" })).toEqual(["on"]);
    expect(wrong("idle", verified(), { step: "decide", note: "" })).toEqual([
      ...["on", "disposal", "decidedAreaM2", "dueOn"],
    ]);
    expect(wrong("idle", DECIDED, { step: "begin", note: "" })).toEqual(["on"]);
    expect(wrong("idle", verified(), { step: "reject", note: "" })).toEqual(["note"]);
    for (const { message, zh } of stepRefusals(
      subject("idle"),
      verified(),
      { step: "decide", note: "" },
      TODAY,
    )) {
      expect(message).toMatch(/[a-z]/);
      expect(zh).toMatch(/\p{Script=Han}/u);
    }
  });

  test("and nothing that belongs to another", () => {
    const order: StepOrder = { step: "begin", note: "", on: "2025-09-01", cause: "firm", revivedAreaM2: 1 };
    expect(wrong("idle", DECIDED, order)).toEqual(["cause", "revivedAreaM2"]);
  });

  test("idle land is verified with a cause", () => {
    const verify: StepOrder = { step: "verify", note: "", on: "2025-07-01", cause: "unknown" };
    expect(wrong("idle", SUSPECTED, verify)).toEqual(["cause"]);
    expect(wrong("inefficient", SUSPECTED, verify)).toEqual([]);
  });

  test("days follow each other and do not lie in the future", () => {
    const verify = (on: string): StepOrder => ({ step: "verify", note: "", on, cause: "firm" });
    expect(wrong("idle", SUSPECTED, verify("2025-06-01"))).toEqual([]);
    expect(wrong("idle", SUSPECTED, verify("2025-05-31"))).toEqual(["on"]);
    expect(wrong("idle", SUSPECTED, verify(TODAY))).toEqual([]);
    expect(wrong("idle", SUSPECTED, verify("2026-03-02"))).toEqual(["on"]);
    expect(wrong("idle", DECIDED, { step: "begin", note: "", on: "2025-07-31" })).toEqual(["on"]);
    expect(wrong("idle", verified(), { ...DECIDE, dueOn: "2025-07-31" })).toEqual(["dueOn"]);
  });

  test("areas: decided at most the parcel, revived at most what was decided", () => {
    expect(wrong("idle", verified(), { ...DECIDE, decidedAreaM2: 20_000.01 })).toEqual(["decidedAreaM2"]);
    const close = (revivedAreaM2: number): StepOrder => ({
      step: "close",
      note: "",
      on: TODAY,
      revivedAreaM2,
    });
    const begun: Progress = { ...DECIDED, state: "in_progress", begunOn: "2025-09-01" };
    expect(wrong("idle", begun, close(15_000))).toEqual([]);
    expect(wrong("idle", begun, close(0))).toEqual([]);
    expect(wrong("idle", begun, close(15_000.01))).toEqual(["revivedAreaM2"]);
    expect(wrong("idle", begun, close(Number.NaN))).toEqual(["revivedAreaM2"]);
  });
});

describe("ways of disposal", () => {
  const open = (kind: CaseKind, cause: Progress["cause"], on: string, agreedStart?: string) =>
    DISPOSALS.filter(
      (disposal) =>
        wrong(kind, verified(cause), { ...DECIDE, disposal, on, dueOn: on }, agreedStart).length === 0,
    );

  test("of a firm's delay: the fee from one year on, recovery from two", () => {
    // A year after 29 February 2024 is 28 February 2025, two years after it 28 February 2026.
    expect(open("idle", "firm", "2026-02-27")).toContain("idle_fee");
    expect(open("idle", "firm", "2026-02-27")).not.toContain("recovery_without_pay");
    expect(open("idle", "firm", "2026-02-28")).toContain("recovery_without_pay");
    expect(open("idle", "firm", "2025-08-02", "2024-08-02")).toContain("idle_fee");
    expect(open("idle", "firm", "2025-08-01", "2024-08-02")).not.toContain("idle_fee");
  });

  test("of a delay that is not the firm's: agreed, and never a fee", () => {
    for (const cause of ["government", "force_majeure", "preparation"] as const) {
      const ways = open("idle", cause, "2026-02-28");
      expect(ways).toContain("extension");
      expect(ways).not.toContain("idle_fee");
      expect(ways).not.toContain("recovery_without_pay");
    }
  });

  test("an extension ends within a year", () => {
    const extended = (dueOn: string) =>
      wrong("idle", verified("government"), { ...DECIDE, disposal: "extension", dueOn });
    expect(extended("2026-08-01")).toEqual([]);
    expect(extended("2026-08-02")).toEqual(["dueOn"]);
  });

  test("of inefficient and of scattered land", () => {
    expect(open("inefficient", "unknown", "2025-08-01")).toEqual(
      expect.arrayContaining(["negotiated_recovery", "merger", "upgrading", "reinvestment"]),
    );
    expect(open("scattered", "unknown", "2025-08-01")).toEqual(
      expect.arrayContaining(["planning_change", "consolidation", "function_change", "relocation"]),
    );
    expect(open("inefficient", "firm", "2026-02-28")).not.toContain("idle_fee");
  });
});
