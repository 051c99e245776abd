/** SQL of what parcels yield (产出): the revenue of their firms in the newest year that is rated, in 万元. */

const NEWEST_RUNS = "(select id from shown_run where year = (select max(year) from shown_run))";

/** Of firms above and below the designated size together; null where nobody reported. */
export const OUTPUT = `
  (select sum(r.revenue_per_mu * r.land_mu) from parcel_rating r
    where r.parcel_id = p.id and r.run_id in ${NEWEST_RUNS} and r.revenue_per_mu is not null)`;

/** The park of a parcel `p`, or the development zone that the park stands in. */
export const JOIN_PARK = `
  left join park k on k.id = p.park_id
  left join park zone on zone.id = k.parent_id`;
export const PARK_CODE = "coalesce(zone.park_code, k.park_code)";

/** A mean of fewer parcels says more of them than of their park. */
const LEAST_PRODUCING = 10;

/** Σ output over Σ land of the parcels whose output is known. */
export const MEANS = `
  with output as (
    select r.parcel_id, sum(r.revenue_per_mu * r.land_mu)::numeric as wan
      from parcel_rating r
     where r.run_id in ${NEWEST_RUNS} and r.revenue_per_mu is not null
     group by r.parcel_id)
  select ${PARK_CODE} as park, p.district_code as district,
         (sum(o.wan) * 10000 / (sum(p.area_m2::numeric) * 15))::float8 as per_mu
    from output o join parcel p on p.id = o.parcel_id ${JOIN_PARK}
   group by grouping sets ((1), (2))
  having count(*) filter (where o.wan > 0) >= ${LEAST_PRODUCING}`;
