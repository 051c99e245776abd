import type { PlanTask, TaskList, TaskQuery } from "../../domain/api/plan.ts";
import { currentDistrictCode } from "../../domain/districts.ts";
import { ENDED } from "../../domain/plan/tasks.ts";
import type { Ask } from "../asking.ts";
import { containing } from "../db/like.ts";
import { today } from "../today.ts";
import { noTask } from "./changing.ts";

/** Tasks of the three lists as they are read: one, or those that a request means. */

type Row = Omit<PlanTask, "changedAt"> & { changed_at: Date };

/** The day is the first parameter. */
const COLUMNS = `
  t.id, t.version, t.year, t.district_code, t.title, t.points, t.responsible, t.cooperating, t.begins_on, t.due_on, t.state,
  t.progress, t.note, t.due_on < ?::date and t.state <> all(?) as overdue, t.source, a.display_name as "changedBy",
  t.changed_at, t.synthetic`;
const FROM = "plan_task t left join account a on a.id = t.account_id";

const present = ({ changed_at, ...task }: Row): PlanTask => ({
  ...task,
  changedAt: changed_at.toISOString(),
});

type Condition = [sql: string, ...values: unknown[]];

function conditionsOf(query: TaskQuery, late: readonly unknown[]): Condition[] {
  const conditions: Condition[] = [];
  if (query.year !== undefined) conditions.push(["t.year = ?", query.year]);
  if (query.district)
    conditions.push(["coalesce(t.district_code, 'city') = any(?)", query.district.map(currentDistrictCode)]);
  if (query.state) conditions.push(["t.state = any(?)", query.state]);
  if (query.overdue !== undefined)
    conditions.push([`(t.due_on < ?::date and t.state <> all(?)) = ?`, ...late, query.overdue]);
  if (query.q) {
    const texts = ["t.title", "t.points", "t.responsible", "t.cooperating"];
    const like = containing(query.q);
    conditions.push([`(${texts.map((text) => `${text} ilike ?`).join(" or ")})`, ...texts.map(() => like)]);
  }
  return conditions;
}

export async function tasksOf(ask: Ask, query: TaskQuery): Promise<PlanTask[]> {
  const late = [today(), ENDED];
  const conditions = conditionsOf(query, late);
  const where = conditions.map(([sql]) => sql).join(" and ") || "true";
  const rows = await ask<Row>(
    `select ${COLUMNS} from ${FROM} where ${where} order by t.year, t.district_code nulls first, t.due_on, t.id`,
    [...late, ...conditions.flatMap(([, ...values]) => values)],
  );
  return rows.map(present);
}

/** The years are of all tasks, so that a list that is narrowed to one leads to the others. */
export async function taskList(ask: Ask, query: TaskQuery): Promise<TaskList> {
  const years = await ask<{ year: number }>("select distinct year from plan_task order by year", []);
  return { tasks: await tasksOf(ask, query), years: years.map(({ year }) => year) };
}

export async function oneTask(ask: Ask, id: number): Promise<PlanTask> {
  const [row] = await ask<Row>(`select ${COLUMNS} from ${FROM} where t.id = ?`, [today(), ENDED, id]);
  if (!row) throw noTask(id);
  return present(row);
}
