import { CASE_STATES } from "../../domain/cases/states.ts";
import { KINDS, RULE_NAMES } from "../../domain/screening/facts.ts";
import { oneOf, readNames, type Spellings, someOf, spelled } from "../state/spelling.ts";
import {
  CANDIDATE_SORTS,
  CASE_SORTS,
  DEFAULT_SLACK,
  LONGEST_SEARCH,
  SLACK_COLOURS,
  SLACK_DESKS,
  SLACK_DRAWERS,
  type SlackView,
  URGENCY_ORDER,
} from "./state.ts";

/** How the slack theme is spelled in the address: names that no other theme uses, and only what differs from the default. */

export function readSlack(query: URLSearchParams): SlackView {
  const start = DEFAULT_SLACK;
  return {
    by: oneOf(SLACK_COLOURS, query.get("tint")) ?? start.by,
    kinds: someOf(KINDS, query.get("kind")),
    rules: someOf(RULE_NAMES, query.get("rule")),
    districts: readNames(query.get("district"), /^\d{6}$/),
    urgencies: someOf(URGENCY_ORDER, query.get("urgency")),
    states: someOf([...CASE_STATES, "none"], query.get("case")),
    mine: query.get("mine") === "yes",
    overdue: query.get("overdue") === "yes",
    q: (query.get("q") ?? "").slice(0, LONGEST_SEARCH),
    drawer: oneOf(SLACK_DRAWERS, query.get("list")) ?? start.drawer,
    sort: oneOf(CANDIDATE_SORTS, query.get("order")) ?? start.sort,
    caseSort: oneOf(CASE_SORTS, query.get("cases")) ?? start.caseSort,
    desk: oneOf(SLACK_DESKS, query.get("screening")) ?? start.desk,
  };
}

const yes = () => "yes";

const SPELLINGS: Spellings<SlackView> = {
  by: ["tint", String],
  kinds: ["kind", String],
  rules: ["rule", String],
  districts: ["district", String],
  urgencies: ["urgency", String],
  states: ["case", String],
  mine: ["mine", yes],
  overdue: ["overdue", yes],
  q: ["q", String],
  drawer: ["list", String],
  sort: ["order", String],
  caseSort: ["cases", String],
  desk: ["screening", String],
};

export const writeSlack = (view: SlackView): [name: string, value: string][] =>
  spelled(view, DEFAULT_SLACK, SPELLINGS);
