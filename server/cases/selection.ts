import type { CaseQuery } from "../../domain/api/cases.ts";
import { isOverdue } from "../../domain/cases/deadlines.ts";
import { currentDistrictCode } from "../../domain/districts.ts";
import type { Ask } from "../asking.ts";
import { containing } from "../db/like.ts";
import { deadlineOfRow, SLIM_COLUMNS, SLIM_FROM, type SlimRow } from "./records.ts";

/** Which cases a request means, and in which order. */

export type Filter = Omit<CaseQuery, "limit" | "offset" | "find">;

type Condition = { sql: string; values: readonly unknown[] };

/** What the database can tell of a selection; what is due when it can't. */
type Stored = Partial<Omit<Filter, "sort" | "overdue" | "due">>;

function conditionsOf(filter: Stored, me: number | null): Condition[] {
  const { state, kind, district, parcel, assignee, q } = filter;
  const conditions: Condition[] = [];
  const where = (sql: string, ...values: unknown[]) => conditions.push({ sql, values });
  if (state) where("c.state = any(?)", state);
  if (kind) where("c.kind = any(?)", kind);
  if (district) where("p.district_code = any(?)", district.map(currentDistrictCode));
  if (parcel) where("p.parcel_code = ?", parcel);
  if (assignee === "none") where("c.assignee_id is null");
  else if (assignee !== undefined) where("c.assignee_id = ?", assignee === "me" ? me : assignee);
  if (q) {
    const like = containing(q);
    where("(p.parcel_code ilike ? or p.address ilike ? or p.holder ilike ?)", like, like, like);
  }
  return conditions;
}

export async function slimRows(ask: Ask, filter: Stored, me: number | null): Promise<SlimRow[]> {
  const conditions = conditionsOf(filter, me);
  const where = conditions.map(({ sql }) => sql).join(" and ") || "true";
  return ask<SlimRow>(
    `select ${SLIM_COLUMNS} from ${SLIM_FROM} where ${where} order by c.id`,
    conditions.flatMap(({ values }) => values),
  );
}

const NEVER = Number.POSITIVE_INFINITY;

const ORDERS: Readonly<
  Record<Filter["sort"], (a: SlimRow & { due: number }, b: SlimRow & { due: number }) => number>
> = {
  // Two that have none are equal, which their difference would not say.
  deadline: (a, b) => (a.due === b.due ? 0 : a.due - b.due),
  "-changed": (a, b) => b.changed_at.getTime() - a.changed_at.getTime(),
  "-opened": (a, b) => b.opened_at.getTime() - a.opened_at.getTime(),
  "-area": (a, b) => b.area_m2 - a.area_m2,
  code: (a, b) => (a.parcel_code < b.parcel_code ? -1 : a.parcel_code > b.parcel_code ? 1 : 0),
};

/**
 * All that are meant, in order. What is due when is a rule of the domain and depends on the day, so it is not asked of the database;
 * the rows are slim, and cases are as many as officers can follow.
 */
export async function selectCases(
  ask: Ask,
  filter: Filter,
  me: number | null,
  on: string,
): Promise<SlimRow[]> {
  const rows = (await slimRows(ask, filter, me)).map((row) => {
    const deadline = deadlineOfRow(row, on);
    return { ...row, due: deadline?.days ?? NEVER, overdue: isOverdue(deadline) };
  });
  return rows
    .filter(({ overdue }) => filter.overdue === undefined || overdue === filter.overdue)
    .filter(({ due }) => filter.due === undefined || (due >= 0 && due <= filter.due))
    .sort((a, b) => ORDERS[filter.sort](a, b) || a.id - b.id);
}
