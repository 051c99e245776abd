import type { RatingExplanation } from "../../domain/api/ratings/explanation.ts";
import type { Read } from "../read.ts";

/** What the runs that count said of a firm, year by year, with the lines of its pool. */
const SQL = `
  select h.year, h.id as run, h.size, r.grade, r.score, r.rank, r.land_mu, r.tax_per_mu, r.revenue_per_mu,
         coalesce(w.pools->r.pool->'lines', '[]') as lines
    from shown_run h
    join rating r on r.run_id = h.id
    join rating_run w on w.id = h.id
   where r.enterprise_id = ?
   order by h.year, h.size`;

export const historyOf = (
  read: Read,
  enterpriseId: number,
  signal: AbortSignal,
): Promise<RatingExplanation["history"]> => read(SQL, [enterpriseId], signal);
