import type { CaseKind, CaseState, Step } from "./states.ts";

/**
 * Which steps a state allows and where each leads. A decision may be changed until the case is closed. What was rejected and is taken up again
 * is looked into anew; what was closed too early needs a new decision, for the old one did not hold.
 */
export const WAYS: Readonly<Record<CaseState, Readonly<Partial<Record<Step, CaseState>>>>> = {
  suspected: { verify: "verified", reject: "rejected" },
  verified: { decide: "decided", reject: "rejected" },
  decided: { begin: "in_progress", decide: "decided" },
  in_progress: { close: "closed", decide: "decided" },
  closed: { reopen: "verified" },
  rejected: { reopen: "suspected" },
};

export const stepsFrom = (state: CaseState): Step[] => Object.keys(WAYS[state]) as Step[];

export const isOpen = (state: CaseState): boolean => state !== "closed" && state !== "rejected";

/** Of which kinds a parcel has one open case together: idle and inefficient exclude each other, scattered stands beside either. */
export const excluding = (kind: CaseKind): readonly CaseKind[] =>
  kind === "scattered" ? ["scattered"] : ["idle", "inefficient"];
