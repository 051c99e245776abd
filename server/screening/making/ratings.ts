import type { Knex } from "knex";
import type { Size } from "../../../domain/api/ratings/grades.ts";
import { lettersOf } from "../../../domain/rating/columns.ts";
import type { Scheme } from "../../../domain/rating/scheme.ts";

/** The rating runs that a screening asks: of the two newest years that are published, not after the year it is made for. */

export type AskedRun = {
  id: number;
  year: number;
  /** The lowest grade that its scheme gives. */
  lowest: string;
  /** Σ tax over Σ land of the firms it rated; NaN where nothing is known. */
  meanTaxPerMu: number;
};

/** Newest first; of one year that above the designated size comes first, as on the map. */
const RUNS = `
  select s.id, s.year, s.size, v.definition->'grades' as grades,
         (select sum(r.tax_per_mu * r.land_mu) / nullif(sum(r.land_mu), 0) from rating r
           where r.run_id = s.id and r.score is not null and r.tax_per_mu is not null and r.land_mu > 0) as mean
    from shown_run s join rating_run n on n.id = s.id join rating_scheme v on v.id = n.scheme_id
   where s.year in (select distinct year from shown_run where year <= ? order by year desc limit 2)
   order by s.year desc, s.size`;

type Row = { id: number; year: number; size: Size; grades: Scheme["grades"]; mean: number | null };

export async function askedRuns(trx: Knex.Transaction, year: number): Promise<AskedRun[]> {
  const { rows } = await trx.raw<{ rows: Row[] }>(RUNS, [year]);
  return rows.map(({ id, year, grades, mean }) => ({
    id,
    year,
    lowest: lettersOf(grades).at(-1) ?? "",
    meanTaxPerMu: mean ?? Number.NaN,
  }));
}
