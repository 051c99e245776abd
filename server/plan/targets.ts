import type { Actual, PlanTarget, TargetQuery } from "../../domain/api/plan.ts";
import type { Source } from "../../domain/api/source.ts";
import { figureOf, neededAYear, numberPrinted, pathAt, standingOf } from "../../domain/plan/standing.ts";
import { boardOf, inOrder } from "../../domain/plan/targets.ts";
import type { Ask } from "../asking.ts";
import { today } from "../today.ts";
import { type Bilingual, bilingual } from "./english.ts";

/** The targets board: what is wanted, what was reached, and how the two stand. */

type TargetRow = {
  id: string;
  scope: string;
  name: string;
  unit: string;
  operator: string;
  base_year: number | null;
  base_value: string | null;
  target_year: number | null;
  target_value: string;
  cumulative: boolean;
  annual_average: boolean;
  source: Source;
};
type ActualRow = Omit<Actual, "changedAt"> & { changed_at: Date };

const TARGETS = `
  select id, scope, name, unit, operator, base_year, base_value, target_year, target_value, cumulative, annual_average,
         source
    from target`;

const ACTUALS = `
  select v.id, v.version, v.target_id as target, v.year, v.value, v.kind, v.source, v.note, a.display_name as "changedBy", v.changed_at,
         v.synthetic
    from target_actual v left join account a on a.id = v.account_id`;

export const thisYear = (): number => Number(today().slice(0, 4));

const present = ({ changed_at, ...actual }: ActualRow): Actual => ({
  ...actual,
  changedAt: changed_at.toISOString(),
});

export async function oneActual(ask: Ask, id: number): Promise<Actual | undefined> {
  const [row] = await ask<ActualRow>(`${ACTUALS} where v.id = ?`, [id]);
  return row && present(row);
}

function targetOf(row: TargetRow, actuals: Actual[], text: Bilingual, year: number): PlanTarget {
  const { scope, name, base_value, target_value, ...same } = row;
  const latest = actuals.at(-1) ?? null;
  const aim = { ...same, base: numberPrinted(base_value), target: numberPrinted(target_value) };
  const held = figureOf(aim, actuals);
  return {
    ...same,
    board: boardOf(row.id),
    ...{ scope: text(scope), name: text(name) },
    ...{ base_printed: base_value, base: aim.base },
    ...{ target_printed: target_value, target: aim.target },
    ...{ actuals, latest },
    average: aim.annual_average ? (held?.value ?? null) : null,
    standing: standingOf(aim, held, year),
    path_now: latest && pathAt(aim, latest.year),
    needed_a_year: neededAYear(aim, latest),
  };
}

export async function targetsOf(ask: Ask, { board, year = thisYear() }: TargetQuery): Promise<PlanTarget[]> {
  const text = await bilingual(ask);
  const rows = await ask<TargetRow>(TARGETS, []);
  const reached = await ask<ActualRow>(`${ACTUALS} where v.year <= ? order by v.target_id, v.year`, [year]);
  const byTarget = new Map<string, Actual[]>(rows.map(({ id }) => [id, []]));
  for (const row of reached) byTarget.get(row.target)?.push(present(row));
  return rows
    .filter(({ id }) => board === undefined || boardOf(id) === board)
    .sort((a, b) => inOrder(a.id, b.id))
    .map((row) => targetOf(row, byTarget.get(row.id) ?? [], text, year));
}
