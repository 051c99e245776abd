import { CASE_STATES } from "../../domain/cases/states.ts";
import { KINDS, RULE_NAMES } from "../../domain/screening/facts.ts";
import { oneOf, readNames, type Spellings, someOf, spelled } from "../state/spelling.ts";
import {
  CANDIDATE_SORTS,
  CASE_SORTS,
  DEFAULT_SLACK,
  DUE_WITHIN,
  GROUP_SORTS,
  LONGEST_SEARCH,
  POTENTIAL_SORTS,
  SLACK_COLOURS,
  SLACK_DESKS,
  SLACK_DRAWERS,
  type SlackView,
  URGENCY_ORDER,
} from "./state.ts";
import { readWorkshops, writeWorkshops } from "./workshops/address.ts";

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
    due: DUE_WITHIN.find((days) => String(days) === query.get("due")) ?? start.due,
    q: (query.get("q") ?? "").slice(0, LONGEST_SEARCH),
    unfound: query.get("unfound") === "yes",
    drawer: oneOf(SLACK_DRAWERS, query.get("list")) ?? start.drawer,
    sort: oneOf(CANDIDATE_SORTS, query.get("order")) ?? start.sort,
    caseSort: oneOf(CASE_SORTS, query.get("cases")) ?? start.caseSort,
    potentialSort: oneOf(POTENTIAL_SORTS, query.get("potential")) ?? start.potentialSort,
    groupSort: oneOf(GROUP_SORTS, query.get("groups")) ?? start.groupSort,
    desk: oneOf(SLACK_DESKS, query.get("screening")) ?? start.desk,
    workshops: readWorkshops(query),
  };
}

const yes = () => "yes";

const SPELLINGS: Spellings<Omit<SlackView, "workshops">> = {
  by: ["tint", String],
  kinds: ["kind", String],
  rules: ["rule", String],
  districts: ["district", String],
  urgencies: ["urgency", String],
  states: ["case", String],
  mine: ["mine", yes],
  overdue: ["overdue", yes],
  due: ["due", String],
  q: ["q", String],
  unfound: ["unfound", yes],
  drawer: ["list", String],
  sort: ["order", String],
  caseSort: ["cases", String],
  potentialSort: ["potential", String],
  groupSort: ["groups", String],
  desk: ["screening", String],
};

export const writeSlack = (view: SlackView): [name: string, value: string][] => [
  ...spelled<Omit<SlackView, "workshops">>(view, DEFAULT_SLACK, SPELLINGS),
  ...writeWorkshops(view.workshops),
];
