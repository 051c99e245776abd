import type { Migration } from "../../domain/api/ratings/movement.ts";
import { GRADES } from "../../domain/rating/columns.ts";
import type { Read } from "../read.ts";
import type { Condition } from "./selection.ts";

/** How many firms, and how much land, had which grade before and which after. */

export type Flow = Migration["flows"][number];

/** The letter's place, best first; none comes last. */
export const gradePlace = (column: string) => `position(${column} in '${GRADES.join("")}')`;

/** Firms of two sets of runs, each firm once. */
export const BOTH = `
  (select * from rating where run_id = any(?)) a
  full join (select * from rating where run_id = any(?)) b using (enterprise_id)
  join enterprise e on e.id = enterprise_id`;

/** Land as it is now; of those that are no longer rated, as it was. */
const FLOWS = `
  select a.grade as "from", b.grade as "to", count(*)::integer as firms,
         coalesce(sum(coalesce(b.land_mu, a.land_mu)), 0) as land_mu
    from ${BOTH}`;

export const flowsBetween = (
  read: Read,
  before: readonly number[],
  after: readonly number[],
  condition: Condition,
  signal: AbortSignal,
): Promise<Flow[]> =>
  read(
    `${FLOWS} where ${condition.sql} group by a.grade, b.grade
      order by ${gradePlace("a.grade")} nulls last, ${gradePlace("b.grade")} nulls last`,
    [before, after, ...condition.values],
    signal,
  );
