import type { PlanView } from "./state.ts";

/** What the plan theme asks the server for, as paths. */

export const COOPERATION = "/api/plan/cooperation";
export const TOOLS = "/api/plan/tools";
export const TASKS = "/api/plan/tasks";
const ACTUALS = "/api/plan/actuals";
export const IMPORT = `${ACTUALS}/import`;

/** All boards, so that another one is there at once. */
export const targetsPath = ({ asOf }: Pick<PlanView, "asOf">): string =>
  asOf === null ? "/api/plan/targets" : `/api/plan/targets?year=${asOf}`;

/** Figures of all years: who mends one must see them. */
export const ALL_TARGETS = targetsPath({ asOf: null });

export const newActualPath = (target: string): string =>
  `/api/plan/targets/${encodeURIComponent(target)}/actuals`;
export const actualPath = (id: number): string => `${ACTUALS}/${id}`;
export const taskPath = (id: number): string => `${TASKS}/${id}`;
export const versioned = (path: string, version: number): string => `${path}?version=${version}`;

const queryOf = (parts: readonly [name: string, value: string][]): URLSearchParams =>
  new URLSearchParams(parts.filter(([, value]) => value !== ""));

export function targetListPath({ asOf }: PlanView, f: "csv" | "xlsx"): string {
  return `/api/plan/targets/list?${queryOf([
    ["year", asOf === null ? "" : String(asOf)],
    ["f", f],
  ])}`;
}

const selectionOf = ({ taskYear, districts, states, late, q }: PlanView): [string, string][] => [
  ["year", taskYear === null ? "" : String(taskYear)],
  ["district", districts.join()],
  ["state", states.join()],
  ["overdue", late ? "true" : ""],
  ["q", q.trim()],
];

export const tasksPath = (view: PlanView): string => `${TASKS}?${queryOf(selectionOf(view))}`;

export const taskListPath = (view: PlanView, f: "csv" | "xlsx"): string =>
  `${TASKS}/list?${queryOf([...selectionOf(view), ["f", f]])}`;
