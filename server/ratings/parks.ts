import type { RatedPark } from "../../domain/api/ratings/parks.ts";
import type { Read } from "../read.ts";
import type { ChosenRun } from "./chosen-runs.ts";

/** Parks as a run rated them, best first, those it could not grade last. */
const SQL = `
  select json_build_object('code', k.park_code, 'name', json_build_object('zh', k.name, 'en', k.name_en)) as park, k.level,
         case when d.code is not null then
           json_build_object('code', d.code, 'name', json_build_object('zh', d.name, 'en', d.name_en)) end as district,
         g.grade, g.score, g.rank, g.firms, g.land_mu, g.tax_per_mu, g.revenue_per_mu, g.land_by_grade as "landByGrade"
    from park_rating g
    join park k on k.id = g.park_id
    left join district d on d.code = k.district_code
   where g.run_id = ?
   order by g.rank nulls last, k.park_code`;

export const ratedParks = (read: Read, run: ChosenRun, signal: AbortSignal): Promise<RatedPark[]> =>
  read(SQL, [run.id], signal);
