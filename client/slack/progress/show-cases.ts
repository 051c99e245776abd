import type { CaseState } from "../../../domain/cases/states.ts";
import { goSlack } from "../../state/store.ts";
import type { SlackView } from "../state.ts";

/** Opens the list of the cases that a figure counts. */

export type Stage = "opened" | "verified" | "decided" | "closed" | "overdue";

/** A stage counts what has come that far, so its list has what went on from there, too. */
const STATES: Readonly<Record<Stage, readonly CaseState[]>> = {
  opened: [],
  verified: ["verified", "decided", "in_progress", "closed"],
  decided: ["decided", "in_progress", "closed"],
  closed: ["closed"],
  overdue: [],
};

export const OPEN_STATES = ["suspected", "verified", "decided", "in_progress"] as const;

type Counted = Partial<Pick<SlackView, "kinds" | "districts" | "states" | "mine" | "overdue" | "due">>;

export const showCases = (counted: Counted) =>
  goSlack({ states: [], mine: false, overdue: false, due: null, q: "", ...counted, drawer: "cases" });

export const showStage = (stage: Stage, districts: readonly string[]) =>
  showCases({ districts, states: STATES[stage], overdue: stage === "overdue" });
