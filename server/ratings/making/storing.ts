import type { Knex } from "knex";
import { GRADES, type Graded, NOWHERE, STANDING, type Terms } from "../../../domain/rating/columns.ts";
import { factsOf, KEPT_FIGURES } from "../../../domain/rating/facts.ts";
import type { Measurement } from "../../../domain/rating/measure.ts";
import { earned, MILLION, slopesOf } from "../../../domain/rating/points.ts";
import { copyIn, type RowWriter } from "../../db/copy/in.ts";
import type { FirmsOfYear } from "./firms-of-year.ts";

/** Stores what a rating found, a row for each firm of the run, in bulk. */

export type Rated = {
  firms: FirmsOfYear;
  measurement: Measurement;
  terms: Terms;
  graded: Graded;
  ranks: Uint32Array;
  /** Of firms; NaN where either is missing. */
  taxPerMu: Float64Array;
  revenuePerMu: Float64Array;
};

export type Watch = { signal: AbortSignal; progress: (share: number) => void };

const RATING = `rating (run_id, enterprise_id, grade, score, rank, land_mu, item_scores, pool, mark, extra, item_values,
  revenue_per_mu, tax_per_mu, figures, facts, titles)`;
const RATING_FIELDS = 16;

/** Places in the columns of the firms that the run speaks of. */
function inRun(standing: Uint8Array): Int32Array {
  const kept = new Int32Array(standing.length);
  let count = 0;
  for (let i = 0; i < standing.length; i++) if (standing[i] !== STANDING.outside) kept[count++] = i;
  return kept.subarray(0, count);
}

export async function storeRatings(
  trx: Knex.Transaction,
  run: number,
  rated: Rated,
  { signal, progress }: Watch,
): Promise<void> {
  const kept = inRun(rated.measurement.measured.standing);
  const write = ratingWriter(run, rated);
  await copyIn(trx, RATING, kept.length, (row, to) => write(kept[row] ?? 0, to), {
    signal,
    progress: (done) => progress(done / kept.length),
  });
}

function ratingWriter(run: number, { firms, measurement, terms, graded, ranks }: Rated) {
  const { measured, values, enabled } = measurement;
  const { figures, titles } = firms.columns;
  const { land, revenue, tax } = figures;
  const kept = KEPT_FIGURES.map((figure) => figures[figure]);
  const indicators = values.length;
  const slopes = slopesOf(terms);
  /** Points out of the weight, before the scale. */
  const scoreOf = (k: number, ratio: number) => {
    const full = slopes.most[k] ?? 0;
    if (full === 0) return 0;
    return ((terms.weights[k] ?? 0) * (terms.caps[k] ?? 0) * earned(slopes, k, ratio)) / full;
  };

  return (i: number, to: RowWriter) => {
    const isRated = measured.standing[i] === STANDING.rated;
    const mu = land[i] ?? Number.NaN;
    const perMu = (figure: number | undefined) => (mu > 0 ? (figure ?? Number.NaN) / mu : Number.NaN);
    to.row(RATING_FIELDS);
    to.integer(run);
    to.integer(firms.ids[i] ?? 0);
    to.text(GRADES[graded.grade[i] ?? 0] ?? "");
    to.float(isRated ? (graded.points[i] ?? 0) / MILLION : Number.NaN);
    to.integer(ranks[i] || null);
    // Who lets more than it has stands on nothing.
    to.float(mu < 0 ? 0 : mu);
    to.floats(isRated ? indicators : 0, (k) =>
      enabled[k] ? scoreOf(k, measured.ratios[k]?.[i] ?? Number.NaN) : Number.NaN,
    );
    const pool = measured.pool[i] ?? NOWHERE;
    to.integer(pool === NOWHERE ? null : pool);
    to.integer(measured.mark[i] ?? 0);
    to.float(measured.extra[i] ?? 0);
    to.floats(indicators, (k) => values[k]?.[i] ?? Number.NaN);
    to.float(perMu(revenue[i]));
    to.float(perMu(tax[i]));
    to.floats(kept.length, (k) => kept[k]?.[i] ?? Number.NaN);
    to.integer(factsOf(firms.columns, i));
    // As a number with a sign, for the column is no wider than the bits.
    to.integer((titles[i] ?? 0) | 0);
  };
}
