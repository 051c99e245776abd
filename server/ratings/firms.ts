import { createHash } from "node:crypto";
import type { FirmFilter, FirmPage, RatedFirm } from "../../domain/api/ratings/firms.ts";
import type { GradeLetter } from "../../domain/api/ratings/grades.ts";
import { createKept } from "../kept.ts";
import type { Services } from "../services.ts";
import type { ChosenRun } from "./chosen-runs.ts";
import { firmOrder } from "./order.ts";
import { ratingCondition } from "./selection.ts";
import { LIST_TABLES } from "./tables.ts";

/** Rated firms as a list: a page of it, what the whole selection adds up to, and where in it one stands. */

export type FirmRow = Omit<RatedFirm, "size"> & { run_id: number };

/** The columns of a rated firm; the runs of the year before are found once for all rows. */
export const FIRM_COLUMNS = `
  r.run_id, e.credit_code, e.name, e.district_code, d.name as district_name, k.park_code, k.name as park_name, e.industry_code,
  r.grade, r.score, r.rank, r.land_mu, r.tax_per_mu, r.revenue_per_mu, r.item_values as values,
  (select p.grade from rating p where p.enterprise_id = r.enterprise_id
      and p.run_id = any(array(select id from shown_run where year = ?)) limit 1) as previous,
  e.synthetic`;
export const FIRM_JOINS = `
  join enterprise e on e.id = r.enterprise_id
  join district d on d.code = e.district_code
  left join park k on k.id = e.park_id`;

export const presentFirm =
  (runs: readonly ChosenRun[]) =>
  ({ run_id, ...firm }: FirmRow): RatedFirm => ({
    ...firm,
    size: runs.find(({ id }) => id === run_id)!.size,
  });

type Selected = { runs: readonly ChosenRun[]; filter: FirmFilter };
type Totals = Pick<FirmPage, "matched" | "totals">;
const TOTALS_KEPT = 500;

export function firmStore({ read, revisions }: Services) {
  const kept = createKept<Totals>(TOTALS_KEPT, () => 1);

  const conditionOf = ({ runs, filter }: Selected) =>
    ratingCondition(
      runs.map(({ id }) => id),
      filter,
    );

  /** Sorted on few columns first, so that the others are read of one page only. */
  async function page(
    selected: Selected,
    sort: string,
    limit: number,
    offset: number,
    signal: AbortSignal,
  ): Promise<RatedFirm[]> {
    const { sql, values } = conditionOf(selected);
    const order = firmOrder(sort);
    const rows = await read<FirmRow>(
      `select ${FIRM_COLUMNS}
         from (select r.run_id, r.enterprise_id from rating r join enterprise e on e.id = r.enterprise_id
                where ${sql} order by ${order} limit ? offset ?) chosen
         join rating r using (run_id, enterprise_id) ${FIRM_JOINS} order by ${order}`,
      [selected.runs[0]!.year - 1, ...values, limit, offset],
      signal,
    );
    return rows.map(presentFirm(selected.runs));
  }

  /** Added up once per selection and version of the data, not once per page. */
  async function totals(selected: Selected, signal: AbortSignal): Promise<Totals> {
    const { sql, values } = conditionOf(selected);
    const asked = JSON.stringify([revisions.of({ reads: LIST_TABLES }), sql, values]);
    const name = createHash("sha256").update(asked).digest("base64");
    const known = kept.get(name);
    if (known) return known;
    const rows = await read<TotalRow>(
      `${TOTALS} join enterprise e on e.id = r.enterprise_id where ${sql} group by r.grade`,
      values,
      signal,
    );
    const made = addUp(rows);
    // Firms that are named one by one are hardly ever asked for together again.
    if (!selected.filter.code) kept.set(name, made);
    return made;
  }

  /** How many of the selection come before this firm; null where it is not among them. */
  async function place(selected: Selected, sort: string, creditCode: string, signal: AbortSignal) {
    const { sql, values } = conditionOf(selected);
    const rows = await read<{ place: number }>(
      `select place::integer from (
         select e.credit_code, row_number() over (order by ${firmOrder(sort)}) - 1 as place
           from rating r join enterprise e on e.id = r.enterprise_id where ${sql}) placed
        where credit_code = ?`,
      [...values, creditCode],
      signal,
    );
    return rows[0]?.place ?? null;
  }

  return { page, totals, place };
}

type TotalRow = {
  grade: GradeLetter;
  firms: number;
  land: number;
  revenue: number;
  revenueLand: number;
  tax: number;
  taxLand: number;
};

/** Figures as the run had them: what a mu earned, times its land. */
const TOTALS = `
  select r.grade, count(*)::integer as firms, coalesce(sum(r.land_mu), 0) as land,
         coalesce(sum(r.land_mu * r.revenue_per_mu), 0) as revenue,
         coalesce(sum(r.land_mu) filter (where r.revenue_per_mu is not null), 0) as "revenueLand",
         coalesce(sum(r.land_mu * r.tax_per_mu), 0) as tax,
         coalesce(sum(r.land_mu) filter (where r.tax_per_mu is not null), 0) as "taxLand"
    from rating r`;

function addUp(rows: readonly TotalRow[]): Totals {
  const sum = (figure: Exclude<keyof TotalRow, "grade">) => rows.reduce((all, row) => all + row[figure], 0);
  const mean = (amount: number, land: number) => (land > 0 ? amount / land : null);
  return {
    matched: sum("firms"),
    totals: {
      land_mu: sum("land"),
      revenue_wan: sum("revenue"),
      tax_wan: sum("tax"),
      tax_per_mu: mean(sum("tax"), sum("taxLand")),
      revenue_per_mu: mean(sum("revenue"), sum("revenueLand")),
      grades: Object.fromEntries(rows.map(({ grade, firms, land }) => [grade, { firms, land_mu: land }])),
    },
  };
}
