import type { ParcelComposition } from "../../domain/api/ratings/parcels.ts";
import { apportion, LAND_RULES, TENURES } from "../../domain/rating/land.ts";
import { inUseAtEndOf } from "../ratings/occupation-at.ts";
import type { Read } from "../read.ts";

/** Occupations on the last day of a year, and what the runs that are meant say of each firm. */
const sqlOf = (year: number) => `
  with run as (
    select id, size from rating_run where id = ?::integer and year = ?::integer
    union all
    select id, size from shown_run where ?::integer is null and year = ?::integer
  )
  select p.area_m2 as area, p.floor_area_m2 as "floorArea", p.agreed_far as far, occupations.list as rows
    from parcel p
   cross join lateral (
     select coalesce(json_agg(json_build_object('credit_code', e.credit_code, 'name', e.name, 'tenure', o.tenure,
              'floor', o.floor_area_m2, 'grade', rated.grade, 'score', rated.score) order by e.credit_code, o.id), '[]') as list
       from occupation o
       join enterprise e on e.id = o.enterprise_id
       left join lateral (
         select r.grade, r.score from run join rating r on r.run_id = run.id and r.enterprise_id = e.id
          order by run.size limit 1) rated on true
      where o.parcel_id = p.id and ${inUseAtEndOf(year)}) occupations
   where p.parcel_code = ?`;

type Part = ParcelComposition["parts"][number];
type Occupation = Pick<Part, "credit_code" | "name" | "tenure" | "grade" | "score"> & {
  floor: number | null;
};
type Row = { area: number; floorArea: number | null; far: number | null; rows: Occupation[] };

export const compositionStore = (read: Read) => ({
  /** Who used a parcel on the last day of a year; of a run that is not of that year nothing is said. */
  async one(
    code: string,
    year: number,
    run: number | null,
    signal: AbortSignal,
  ): Promise<ParcelComposition | undefined> {
    const [row] = await read<Row>(sqlOf(year), [run, year, run, year, code], signal);
    return row && { year, parts: partsOf(row) };
  },
});

function partsOf({ area, floorArea, far, rows }: Row): Part[] {
  const firms = [...new Set(rows.map(({ credit_code }) => credit_code))];
  const { parts, rules } = apportion({
    firms: firms.length,
    firm: Int32Array.from(rows, ({ credit_code }) => firms.indexOf(credit_code)),
    parcel: new Int32Array(rows.length),
    tenure: Uint8Array.from(rows, ({ tenure }) => TENURES.indexOf(tenure)),
    floor: Float64Array.from(rows, ({ floor }) => floor ?? Number.NaN),
    parcels: {
      area: Float64Array.of(area),
      floorArea: Float64Array.of(floorArea ?? Number.NaN),
      agreedFar: Float64Array.of(far ?? Number.NaN),
    },
  });
  return rows.map(({ floor: _, ...row }, i) => {
    const mu = parts[i] ?? Number.NaN;
    return { ...row, land_mu: Number.isNaN(mu) ? null : mu, rule: LAND_RULES[rules[i] ?? 0] ?? "unknown" };
  });
}
