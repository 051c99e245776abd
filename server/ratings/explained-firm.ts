import { titlesOf } from "../../domain/rating/extra.ts";
import { KEPT_FIGURES, namesOfFacts, namesOfTitles, type Reported } from "../../domain/rating/facts.ts";
import type { Figure } from "../../domain/rating/figures.ts";
import type { Scheme } from "../../domain/rating/scheme.ts";
import type { Read } from "../read.ts";
import type { ChosenRun } from "./chosen-runs.ts";
import { FIRM_COLUMNS, FIRM_JOINS, type FirmRow } from "./firms.ts";

/** All that is stored of one firm in a run. */

export type ExplainedRow = FirmRow & {
  enterprise_id: number;
  item_scores: (number | null)[];
  extra: number;
  mark: number;
  pool: number | null;
  figures: (number | null)[];
  facts: number;
  titles: number;
};

export async function explainedFirm(
  read: Read,
  run: ChosenRun,
  creditCode: string,
  signal: AbortSignal,
): Promise<ExplainedRow | undefined> {
  const rows = await read<ExplainedRow>(
    `select ${FIRM_COLUMNS}, r.enterprise_id, r.item_scores, r.extra, r.mark, r.pool, r.figures, r.facts, r.titles
       from rating r ${FIRM_JOINS}
      where r.run_id = ? and e.credit_code = ?`,
    [run.year - 1, run.id, creditCode],
    signal,
  );
  return rows[0];
}

/** What the firm reported of the year, as it was when the run was made. */
export const reportedOf = ({ figures }: ExplainedRow) =>
  Object.fromEntries(KEPT_FIGURES.map((figure, place) => [figure, figures[place] ?? null])) as Record<
    Reported,
    number | null
  >;

/** The same as indicators name it. */
export type Figures = Record<Figure, number | null>;

export const figuresOf = (row: ExplainedRow): Figures => ({ ...reportedOf(row), one: 1 });

/** What held of the firm when the run was made. */
export const factsOf = ({ facts, titles }: ExplainedRow, scheme: Scheme) => ({
  ...namesOfFacts(facts),
  titles: namesOfTitles(titlesOf(scheme), titles),
});
