import { oneOf, readNames, type Spellings, someOf, spelled } from "../state/spelling.ts";
import {
  BOARDS,
  DEFAULT_PLAN,
  type FormPlace,
  LONGEST_SEARCH,
  PLAN_DRAWERS,
  type PlanView,
  TASK_LISTS,
  TASK_STATES,
} from "./state.ts";

/** How the plan theme is spelled in the address: names that no other theme uses, and only what differs from the default. */

const FORM = /^(figures:[A-Za-z0-9_-]{1,60}|import|task:(new|[1-9]\d{0,8}))$/;
const CLUSTER = /^[1-9]\d?$/;
const YEAR = /^20\d\d$/;

const readForm = (text: string | null): FormPlace | null =>
  text !== null && FORM.test(text) ? (text as FormPlace) : null;

const numberLike = (spelling: RegExp, text: string | null): number | null =>
  text !== null && spelling.test(text) ? Number(text) : null;

export function readPlan(query: URLSearchParams): PlanView {
  const start = DEFAULT_PLAN;
  return {
    drawer: oneOf(PLAN_DRAWERS, query.get("plan")) ?? start.drawer,
    board: oneOf(BOARDS, query.get("board")) ?? start.board,
    asOf: numberLike(YEAR, query.get("asof")),
    cluster: numberLike(CLUSTER, query.get("cluster")),
    links: query.get("links") !== "no",
    list: oneOf(TASK_LISTS, query.get("tasks")) ?? start.list,
    taskYear: numberLike(YEAR, query.get("tasksof")),
    districts: readNames(query.get("taskdistrict"), /^(\d{6}|city)$/),
    states: someOf(TASK_STATES, query.get("taskstate")),
    late: query.get("late") === "yes",
    q: (query.get("task") ?? "").slice(0, LONGEST_SEARCH),
    form: readForm(query.get("enter")),
  };
}

const SPELLINGS: Spellings<PlanView> = {
  drawer: ["plan", String],
  board: ["board", String],
  asOf: ["asof", String],
  cluster: ["cluster", String],
  links: ["links", () => "no"],
  list: ["tasks", String],
  taskYear: ["tasksof", String],
  districts: ["taskdistrict", String],
  states: ["taskstate", String],
  late: ["late", () => "yes"],
  q: ["task", String],
  form: ["enter", String],
};

export const writePlan = (view: PlanView): [name: string, value: string][] =>
  spelled(view, DEFAULT_PLAN, SPELLINGS);
