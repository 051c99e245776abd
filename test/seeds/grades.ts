/**
 * The per-mu rating of the default scheme, written down once more in SQL: what each firm above the designated size scored and got
 * in 2024 and 2025. It shares nothing with domain/ on purpose; it is there to see that the dataset holds what it should.
 */
export const GRADED = `
  land as (
    select o.enterprise_id, y.year,
           case when bool_and(o.tenure = 'owned' or o.floor_area_m2 is not null) then
             sum(case o.tenure when 'owned' then p.area_m2
                               when 'leased_in' then p.area_m2 * o.floor_area_m2 / p.floor_area_m2
                               else -p.area_m2 * o.floor_area_m2 / p.floor_area_m2 end) * 15 / 10000 end as mu,
           sum(p.floor_area_m2) filter (where o.tenure = 'owned') / nullif(sum(p.area_m2) filter (where o.tenure = 'owned'), 0) as far
      from generate_series(2023, 2025) as y (year)
      join occupation o on o.from_date <= make_date(y.year, 12, 31) and coalesce(o.to_date, 'infinity') >= make_date(y.year, 12, 31)
      join parcel p on p.id = o.parcel_id
     group by 1, 2),
  pool as (
    select y.*, land.mu, land.far
      from enterprise_year y join land using (enterprise_id, year)
     where y.above_scale and land.mu > 0 and y.revenue_wan is not null and y.tax_wan is not null),
  mean as (
    select year, sum(revenue_wan) / sum(mu) as revenue_mu, sum(tax_wan) / sum(mu) as tax_mu, sum(revenue_wan) / sum(staff) as revenue_head,
           sum(revenue_wan) / sum(energy_tce) as revenue_tce, sum(rd_wan) / sum(revenue_wan) as research,
           sum(value_added_wan) / sum(mu) as added_mu, sum(investment_wan) / sum(mu) as invested_mu, avg(far) as far
      from pool group by year),
  scored as (
    select pool.enterprise_id, pool.year, pool.vetoes, pool.tax_wan / pool.mu as tax_mu, mean.tax_mu as mean_tax_mu,
           20 * item(revenue_wan / mu, mean.revenue_mu) + 20 * item(tax_wan / mu, mean.tax_mu)
             + 20 * item(revenue_wan / staff, mean.revenue_head) + 5 * item(revenue_wan / energy_tce, mean.revenue_tce)
             + 5 * item(rd_wan / revenue_wan, mean.research) + 15 * item(value_added_wan / mu, mean.added_mu)
             + 10 * item(investment_wan / mu, mean.invested_mu) + 5 * item(pool.far, mean.far) as score
      from pool join mean on mean.year = pool.year - 1
     where pool.exemptions = '{}'),
  ranked as (
    select *, row_number() over (partition by year order by vetoes <> '{}', score desc, tax_mu desc) as rank,
           count(*) over (partition by year) as rated
      from scored),
  graded as (
    select *, case when rank <= floor(0.3 * rated) then 'A' when rank > rated - ceil(0.1 * rated) then 'C' else 'B' end as grade
      from ranked)`.replace(
  /item\(([^,]+), ([^)]+)\)/g,
  "coalesce(least(1, greatest(0, ($1) / (2 * $2))), 0)",
);
