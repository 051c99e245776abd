import type { FirmFilter } from "../../domain/api/ratings/firms.ts";
import { currentDistrictCode } from "../../domain/districts.ts";
import { containing, literal } from "../db/like.ts";
import { RING, ringText } from "../ring.ts";

/** Whom a request means, as SQL over `enterprise e` and `rating r`. */

export type Condition = { sql: string; values: unknown[] };

export const allOf = (conditions: readonly Condition[]): Condition => ({
  sql: conditions.map(({ sql }) => sql).join(" and ") || "true",
  values: conditions.flatMap(({ values }) => values),
});

/** A park stands for the parks inside it too. */
const INSIDE_PARKS = `e.park_id in (
  with recursive chosen as (
    select id from park where park_code = any(?)
    union
    select p.id from park p join chosen on p.parent_id = chosen.id
  ) select id from chosen)`;

/** What is asked of the firm itself. */
export function firmConditions(filter: FirmFilter): Condition[] {
  const { q, within } = filter;
  const oneOf = (sql: string, values: readonly string[] | undefined): Condition[] =>
    values && values.length > 0 ? [{ sql, values: [values] }] : [];
  return [
    ...oneOf("e.district_code = any(?)", filter.district?.map(currentDistrictCode)),
    ...oneOf(INSIDE_PARKS, filter.park),
    ...oneOf("e.industry_code ^@ any(?)", filter.industry),
    ...oneOf("e.credit_code = any(?)", filter.code),
    ...(q ? [{ sql: "(e.name ilike ? or e.credit_code like ?)", values: patterns(q) }] : []),
    ...(within ? [{ sql: `ST_Covers(${RING}, e.geom)`, values: [ringText(within)] }] : []),
  ];
}

/** What is asked of the firm and of its rating in these runs. */
export const ratingCondition = (runs: readonly number[], filter: FirmFilter): Condition =>
  allOf([
    // One run alone comes out of its index in the order of ranks.
    runs.length === 1
      ? { sql: "r.run_id = ?", values: [runs[0]] }
      : { sql: "r.run_id = any(?)", values: [runs] },
    ...(filter.grade && filter.grade.length > 0 ? [{ sql: "r.grade = any(?)", values: [filter.grade] }] : []),
    ...firmConditions(filter),
  ]);

const patterns = (term: string): string[] => [containing(term), `${literal(term).toUpperCase()}%`];
