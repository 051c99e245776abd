import type { Figure } from "../../domain/rating/figures.ts";
import type { Scheme } from "../../domain/rating/scheme.ts";
import type { Read } from "../read.ts";
import type { ChosenRun } from "./chosen-runs.ts";
import { FIRM_COLUMNS, FIRM_JOINS, type FirmRow } from "./firms.ts";

/** All that is stored of one firm in a run, and what it reports of the year today. */

type Reported = Exclude<Figure, "land" | "floorAreaRatio" | "one">;

export type ExplainedRow = FirmRow & {
  enterprise_id: number;
  item_scores: (number | null)[];
  extra: number;
  mark: number;
  pool: number | null;
  facts: Record<Reported, number | null> & {
    titles: string[];
    vetoes: string[];
    exemptions: string[];
    protections: string[];
  };
};

const FACTS = `
  json_build_object('revenue', y.revenue_wan, 'tax', y.tax_wan, 'valueAdded', y.value_added_wan, 'staff', y.staff,
    'energy', y.energy_tce, 'rd', y.rd_wan, 'investment', y.investment_wan, 'emissions', y.emissions_t, 'titles', e.titles,
    'vetoes', coalesce(y.vetoes, '{}'), 'exemptions', coalesce(y.exemptions, '{}'),
    'protections', coalesce(y.protections, '{}')) as facts`;

export async function explainedFirm(
  read: Read,
  run: ChosenRun,
  creditCode: string,
  signal: AbortSignal,
): Promise<ExplainedRow | undefined> {
  const rows = await read<ExplainedRow>(
    `select ${FIRM_COLUMNS}, r.enterprise_id, r.item_scores, r.extra, r.mark, r.pool, ${FACTS}
       from rating r ${FIRM_JOINS} left join enterprise_year y on y.enterprise_id = e.id and y.year = ?
      where r.run_id = ? and e.credit_code = ?`,
    [run.year - 1, run.year, run.id, creditCode],
    signal,
  );
  return rows[0];
}

export type Figures = Record<Figure, number | null>;

/** Figures as indicators name them. The floor-area ratio is no column: what its indicator made of it is all there is. */
export function figuresOf({ facts, land_mu, values }: ExplainedRow, { indicators }: Scheme): Figures {
  const { revenue, tax, valueAdded, staff, energy, rd, investment, emissions } = facts;
  const ratio = indicators.findIndex(
    ({ numerator, denominator }) => numerator === "floorAreaRatio" && denominator === "one",
  );
  const reported = { revenue, tax, valueAdded, staff, energy, rd, investment, emissions };
  return { ...reported, land: land_mu, floorAreaRatio: values[ratio] ?? null, one: 1 };
}
