import type { Knex } from "knex";
import { numberPrinted } from "../domain/plan/standing.ts";
import { insertRows } from "./bulk.ts";
import { demonstrationTasks } from "./plan-tasks.ts";

/** What is known of the plan's targets without anybody having entered it, and the work of the demonstration. */

/** The year that the plan of the seven districts starts from. */
const BASE_YEAR = 2025;

const PUBLISHED = `
  select t.id, t.base_value, d.title, t.source->>'section' as section, t.source->>'line' as line
    from target t join policy_document d on d.file = t.source->>'file'
   where t.base_year = ? order by t.id`;

type Published = { id: string; base_value: string | null; title: string; section: string; line: string };

/** The figures of the base year are published, with the targets that start from them: no demonstration, whatever else is loaded. */
export async function loadPublishedFigures(trx: Knex): Promise<void> {
  const { rows } = await trx.raw<{ rows: Published[] }>(PUBLISHED, [BASE_YEAR]);
  const figures = rows.flatMap(({ id, base_value, title, section, line }) => {
    const value = numberPrinted(base_value);
    const source = `《${title}》${section}（第${line}行）`;
    return value === null ? [] : [{ target_id: id, year: BASE_YEAR, value, source, note: "规划基期公布值" }];
  });
  await insertRows(
    trx,
    `insert into target_actual (target_id, year, value, source, note)
     select * from json_to_recordset(?) as r (target_id text, year integer, value double precision, source text, note text)`,
    figures,
  );
}

/** What the districts of the demonstration city earned, beside what the plan wants of them. */
const EARNED = `
  insert into target_actual (target_id, year, value, source, note, synthetic)
  select t.id, y.year, round((y.revenue_wan / 10000)::numeric, 2), '演示数据（合成）', '由演示企业营收汇总，并非统计数据', true
    from district_year y join target t on t.id = 'revenue-2030-' || y.district_code
   where y.synthetic and y.revenue_wan is not null
   order by t.id, y.year`;

export async function loadDemonstrationPlanWork(trx: Knex, progress: (line: string) => void): Promise<void> {
  await trx.raw(EARNED);
  const tasks = demonstrationTasks();
  await insertRows(
    trx,
    `insert into plan_task (year, district_code, title, points, responsible, cooperating, begins_on, due_on, state, progress, note,
       source, synthetic)
     select r.*, true from json_to_recordset(?) as r (year integer, district_code text, title text, points text, responsible text,
       cooperating text, begins_on date, due_on date, state text, progress integer, note text, source jsonb)`,
    tasks,
  );
  progress(`${tasks.length} tasks of the plan`);
}
