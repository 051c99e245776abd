import { expect, test } from "vitest";
import { sharedDatabase } from "../setup/database.ts";
import { GRADED } from "./grades.ts";

const { knex } = await sharedDatabase();

/** 闲置土地: a year past the agreed start without starting, or stopped for a year with too little built or paid. */
const IDLE = `
  idle as (
    select id, started is null as unstarted from parcel
     where land_use_code like '1001%'
       and (started is null and agreed_start + extension_days + interval '1 year' <= date '2025-12-31'
         or completed is null and development_stopped + interval '1 year' <= date '2025-12-31'
            and (developed_area_m2 / required_area_m2 < 1.0 / 3 or invested_wan / agreed_investment_wan < 0.25)))`;

/** The lowest floor-area ratio by industry (工业项目建设用地控制指标); 0.8 where none is given. */
const FLOOR_RATIO = `
  floor_ratio (code, least) as (values ('13', 1.0), ('14', 1.0), ('15', 1.0), ('18', 1.0), ('19', 1.0), ('24', 1.0), ('26', 0.6),
    ('27', 0.7), ('30', 0.7), ('31', 0.6), ('32', 0.6), ('33', 0.7), ('34', 0.7), ('35', 0.7), ('36', 0.7), ('37', 0.7),
    ('38', 0.7), ('39', 1.0), ('40', 1.0), ('41', 1.0), ('42', 0.7), ('43', 0.7))`;

const HITS = `
  twice as (
    select enterprise_id, bool_and(grade = 'C') as lowest, bool_and(tax_mu < mean_tax_mu / 3) as little_tax
      from graded group by 1 having count(*) = 2),
  hits as (
    select p.id,
           coalesce(p.completed is null and p.agreed_completion + interval '24 months' <= date '2025-12-31', false) as late,
           coalesce(p.completed + interval '24 months' <= date '2025-12-31' and p.invested_wan / p.agreed_investment_wan < 0.5, false) as thin,
           coalesce(p.production_stopped + interval '12 months' <= date '2025-12-31', false) as closed,
           p.prohibited_industry or p.safety_breach as barred,
           coalesce(twice.lowest, false) as lowest,
           coalesce(twice.little_tax, false) as little_tax,
           coalesce(p.floor_area_m2 / p.area_m2 < coalesce(r.least, 0.8), false) as low,
           coalesce(p.floor_area_m2 / p.area_m2 < least(0.6, coalesce(r.least, 0.8)), false) as very_low,
           coalesce(p.base_area_m2 / p.area_m2 < 0.3, false) as bare,
           coalesce(p.office_area_m2 / p.area_m2 > 0.07, false) as offices
      from parcel p
      join occupation o on o.parcel_id = p.id and o.tenure = 'owned'
      left join twice on twice.enterprise_id = o.enterprise_id
      left join floor_ratio r on r.code = p.industry_code
     where p.land_use_code like '1001%' and p.id not in (select id from idle))`;

test("about three industrial parcels in a hundred are idle, of both kinds", async () => {
  const { rows } = await knex.raw<{ rows: { unstarted: number; stopped: number; all: number }[] }>(`
    with ${IDLE}
    select count(*) filter (where unstarted) as unstarted, count(*) filter (where not unstarted) as stopped,
           (select count(*) from parcel where land_use_code like '1001%') as all from idle`);
  const { unstarted, stopped, all } = rows[0]!;
  expect(unstarted / all).toBeGreaterThan(0.01);
  expect(stopped / all).toBeGreaterThan(0.008);
  expect((unstarted + stopped) / all).toBeGreaterThan(0.022);
  expect((unstarted + stopped) / all).toBeLessThan(0.038);
});

test("10 to 15 in a hundred are inefficient, and every rule finds some", async () => {
  const { rows } = await knex.raw<{ rows: Record<string, number>[] }>(`
    with ${GRADED}, ${IDLE}, ${FLOOR_RATIO}, ${HITS}
    select avg((late or thin or closed or barred or lowest or very_low
             or little_tax::integer + low::integer + bare::integer + offices::integer >= 2)::integer)::float8 as inefficient,
           avg(late::integer)::float8 as late, avg(thin::integer)::float8 as thin, avg(closed::integer)::float8 as closed,
           avg(barred::integer)::float8 as barred, avg(lowest::integer)::float8 as lowest,
           avg(little_tax::integer)::float8 as little_tax, avg(low::integer)::float8 as low,
           avg(very_low::integer)::float8 as very_low, avg(bare::integer)::float8 as bare, avg(offices::integer)::float8 as offices
      from hits`);
  const { inefficient, ...rules } = rows[0]!;
  expect(inefficient).toBeGreaterThan(0.1);
  expect(inefficient).toBeLessThan(0.15);
  for (const part of Object.values(rules)) expect(part).toBeGreaterThan(0.005);
});

test("some parcels miss idleness by days, by an extension, or by a stop that is too recent", async () => {
  const { rows } = await knex.raw<{ rows: Record<"days" | "extended" | "recent", number>[] }>(`
    select count(*) filter (where started is null
             and agreed_start + extension_days + interval '1 year' between date '2026-01-01' and date '2026-04-01') as days,
           count(*) filter (where started is null and extension_days > 0
             and agreed_start + interval '1 year' <= date '2025-12-31'
             and agreed_start + extension_days + interval '1 year' > date '2025-12-31') as extended,
           count(*) filter (where development_stopped + interval '1 year' > date '2025-12-31') as recent
      from parcel`);
  for (const found of Object.values(rows[0]!)) expect(Number(found)).toBeGreaterThan(3);
});

test("grades spread: the best firms earn several times what the lowest do", async () => {
  const { rows } = await knex.raw<{ rows: { grade: string; tax: number; share: number }[] }>(`
    with ${GRADED}
    select grade, percentile_cont(0.5) within group (order by tax_mu) as tax,
           count(*)::float8 / sum(count(*)) over () as share from graded where year = 2025 group by 1 order by 1`);
  const [best, , lowest] = rows;
  expect(rows.map(({ grade }) => grade)).toEqual(["A", "B", "C"]);
  expect(best!.tax / lowest!.tax).toBeGreaterThan(4);
});

test("the published screening has found just the parcels that are idle by this count", async () => {
  const { rows } = await knex.raw<{ rows: Record<"missed" | "added", number>[] }>(`
    with ${IDLE},
    found as (select parcel_id as id, 'idle_not_started' = any(rules) as unstarted from finding where kind = 'idle')
    select (select count(*) from (select * from idle except select * from found) m) as missed,
           (select count(*) from (select * from found except select * from idle) a) as added`);
  expect(rows[0]).toEqual({ missed: 0, added: 0 });
});
