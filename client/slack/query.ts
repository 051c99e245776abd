import type { SlackView } from "./state.ts";

/** What the slack theme asks the server for, as paths. */

export const SUMMARY = "/api/screening/summary";
export const RULES = "/api/screening/rules";
export const RUNS = "/api/screening/runs";

type Filter = Pick<SlackView, "kinds" | "districts" | "rules" | "urgencies" | "states" | "q">;

const listed = (query: URLSearchParams, name: string, values: readonly string[]) =>
  values.length > 0 && query.set(name, values.join());

/** Candidates are idle or inefficient; that land is scattered is a label beside, and by itself asks for those that have it. */
export const candidateKinds = ({ kinds }: Pick<SlackView, "kinds">) =>
  kinds.filter((kind) => kind !== "scattered");

function selectionOf(view: Filter): URLSearchParams {
  const query = new URLSearchParams();
  listed(query, "kind", candidateKinds(view));
  listed(query, "district", view.districts);
  const scattered = view.kinds.includes("scattered") && candidateKinds(view).length === 0;
  listed(query, "rule", scattered && view.rules.length === 0 ? ["scattered"] : view.rules);
  listed(query, "urgency", view.urgencies);
  listed(query, "state", view.states);
  if (view.q.trim()) query.set("q", view.q.trim());
  return query;
}

/** Ends in a parameter, so that pages of it can be asked for. */
export function candidatesPath(view: SlackView): string {
  const query = selectionOf(view);
  query.set("sort", view.sort);
  return `/api/screening/candidates?${query}`;
}

/** All that the map colours. What it is coloured by is not filtered here, so that a class that is filtered out keeps its figures. */
export function marksPath(view: SlackView): string {
  const kinds = candidateKinds(view).length > 0 ? [] : view.kinds;
  const own = {
    kind: { kinds },
    urgency: { urgencies: [] },
    state: { states: [] },
  }[view.by];
  return `/api/screening/marks?${selectionOf({ ...view, ...own })}`;
}

/** Cases know no rules and no urgency; they have officers and terms instead. */
function caseSelection(view: SlackView): URLSearchParams {
  const query = new URLSearchParams();
  listed(query, "kind", view.kinds);
  listed(query, "district", view.districts);
  listed(
    query,
    "state",
    view.states.filter((state) => state !== "none"),
  );
  if (view.mine) query.set("assignee", "me");
  if (view.overdue) query.set("overdue", "true");
  if (view.due !== null) query.set("due", String(view.due));
  if (view.q.trim()) query.set("q", view.q.trim());
  query.set("sort", view.caseSort);
  return query;
}

export const casesPath = (view: SlackView): string => `/api/cases?${caseSelection(view)}`;

export function ledgerPath(view: SlackView, f: "csv" | "xlsx"): string {
  const query = caseSelection(view);
  query.set("f", f);
  return `/api/cases/ledger?${query}`;
}
