import type { PlanTarget, PlanTask } from "../../domain/api/plan.ts";

/** What the plan theme shows, as part of the view that a link carries. */
export type PlanView = {
  drawer: PlanDrawer;
  board: Board;
  /** As things stood at the end of that year; null for now. */
  asOf: number | null;
  /** The cluster that is lit on the map, by its place in the plan. */
  cluster: number | null;
  /** Whether links of cooperation are drawn. */
  links: boolean;
  list: TaskListName;
  /** The tasks of that year; null for all years. */
  taskYear: number | null;
  /** Codes of districts; `city` for the tasks of the city. */
  districts: readonly string[];
  states: readonly TaskState[];
  late: boolean;
  q: string;
  form: FormPlace | null;
};

export const PLAN_DRAWERS = ["closed", "targets", "tasks", "cooperation", "tools"] as const;
export type PlanDrawer = (typeof PLAN_DRAWERS)[number];

/** Spelled out because their own file would bring the schemas into the page. */
export const BOARDS = [
  "plan_155",
  "districts_2030",
  "text_155",
  "land",
  "city_2030",
  "plan_145",
] as const satisfies readonly Board[];
export type Board = PlanTarget["board"];

export const TASK_STATES = [
  "planned",
  "under_way",
  "done",
  "delayed",
  "dropped",
] as const satisfies readonly TaskState[];
export type TaskState = PlanTask["state"];

/** 三张清单, and all that they say in one. */
export const TASK_LISTS = ["all", "points", "responsible", "progress"] as const;
export type TaskListName = (typeof TASK_LISTS)[number];

/** What is written in a dialog: the figures of a target, a file of them, or a task. */
export type FormPlace = `figures:${string}` | "import" | `task:${number | "new"}`;

export const LONGEST_SEARCH = 60;

export const DEFAULT_PLAN: PlanView = {
  drawer: "closed",
  board: "plan_155",
  asOf: null,
  cluster: null,
  links: true,
  list: "all",
  taskYear: null,
  districts: [],
  states: [],
  late: false,
  q: "",
  form: null,
};
