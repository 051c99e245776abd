import type { GradeLetter } from "../../domain/api/ratings/grades.ts";
import type { AllocationPolicy } from "../../domain/api/ratings/policies.ts";
import type { RatingResponse } from "../../domain/api/ratings/responses.ts";
import { gradeThatCounts } from "../../domain/rating/columns.ts";
import type { Read } from "../read.ts";
import { POLICIES } from "./policy-store.ts";
import { RESPONSES } from "./response-store.ts";

/** What follows from a grade, and what its firm said of it. */

const TODAY = "(now() at time zone 'Asia/Shanghai')::date";

/** Those in force, by the calendar of Chengdu, for the grade or the one it is treated like; what holds here comes first. */
export const policiesFor = (
  read: Read,
  grade: GradeLetter,
  signal: AbortSignal,
): Promise<AllocationPolicy[]> =>
  read(
    `${POLICIES} where grades && ?::text[]
        and (valid_from is null or valid_from <= ${TODAY}) and (valid_to is null or valid_to >= ${TODAY})
      order by scope = 'elsewhere', field, id`,
    [[grade, gradeThatCounts(grade)]],
    signal,
  );

/** In all runs of the year: a new run does not undo what was said of an earlier one. */
export const responsesOf = (
  read: Read,
  year: number,
  enterpriseId: number,
  signal: AbortSignal,
): Promise<RatingResponse[]> =>
  read(
    `${RESPONSES} where r.year = ? and a.enterprise_id = ? order by a.raised_on, a.id`,
    [year, enterpriseId],
    signal,
  );
