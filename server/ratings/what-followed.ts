import type { GradeLetter } from "../../domain/api/ratings/grades.ts";
import type { AllocationPolicy } from "../../domain/api/ratings/policies.ts";
import type { RatingResponse } from "../../domain/api/ratings/responses.ts";
import type { Read } from "../read.ts";

/** What follows from a grade, and what its firm said of it. */

const POLICIES = `
  select id, field, grades, measure, measure_en as "measureEn", basis, source, scope, valid_from as "validFrom",
         valid_to as "validTo", shipped
    from allocation_policy
   where ? = any(grades) and (valid_to is null or valid_to >= (now() at time zone 'Asia/Shanghai')::date)
   order by scope = 'elsewhere', field, id`;

export const policiesFor = (
  read: Read,
  grade: GradeLetter,
  signal: AbortSignal,
): Promise<AllocationPolicy[]> => read(POLICIES, [grade], signal);

const RESPONSES = `
  select s.id, s.run_id as run, w.year, e.credit_code as "creditCode", e.name, s.kind, s.raised_on as "raisedOn",
         s.raised_by as "raisedBy", s.statement, s.outcome, s.outcome_note as "outcomeNote", s.decided_on as "decidedOn",
         s.decided_by as "decidedBy"
    from rating_response s
    join rating_run w on w.id = s.run_id
    join enterprise e on e.id = s.enterprise_id
   where w.year = ? and s.enterprise_id = ?
   order by s.raised_on, s.id`;

/** In all runs of the year: a new run does not undo what was said of an earlier one. */
export const responsesOf = (
  read: Read,
  year: number,
  enterpriseId: number,
  signal: AbortSignal,
): Promise<RatingResponse[]> => read(RESPONSES, [year, enterpriseId], signal);
