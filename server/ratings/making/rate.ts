import type { Knex } from "knex";
import { grade, rank, termsOf } from "../../../domain/rating/grade.ts";
import { measure } from "../../../domain/rating/measure.ts";
import type { Scheme } from "../../../domain/rating/scheme.ts";
import type { StoredScheme } from "../scheme-store.ts";
import { storeParcelRatings, storeParkRatings } from "./derived.ts";
import type { FirmsOfYear } from "./firms-of-year.ts";
import { type Inputs, readInputs } from "./inputs.ts";
import { type Rated, storeRatings } from "./storing.ts";
import { poolsOf, summaryOf } from "./summary.ts";

/** A run from end to end: what firms reported, what that is worth, and the record of it. */

export type RateOrder = {
  year: number;
  scheme: StoredScheme;
  by: string | null;
  note: string | null;
};

export type RateStep = "reading" | "rating" | "storing";
export type RateWatch = { signal: AbortSignal; progress(step: RateStep, share: number): void };

/** Lets others have their turn, and ends here when nobody wants the run any more. */
async function pause(signal: AbortSignal): Promise<void> {
  await new Promise(setImmediate);
  signal.throwIfAborted();
}

/** What a run will say, before any of it is stored. */
export type Found = { order: RateOrder; inputs: Inputs; rated: Rated };

/** Writes nothing. The transaction should see one state of the data. */
export async function find(trx: Knex.Transaction, order: RateOrder, watch: RateWatch): Promise<Found> {
  const { signal, progress } = watch;
  const { definition } = order.scheme;
  progress("reading", 0);
  const reading = { signal, progress: (share: number) => progress("reading", share) };
  const inputs = await readInputs(trx, definition, order.year, reading);
  progress("rating", 0);
  return { order, inputs, rated: await compute(definition, inputs, watch) };
}

/** Answers the number of the run, a draft. */
export async function store(trx: Knex.Transaction, found: Found, watch: RateWatch): Promise<number> {
  const { signal, progress } = watch;
  const { order, inputs, rated } = found;
  progress("storing", 0);
  const run = await storeRun(trx, order, inputs, rated);
  const part = (from: number, to: number) => ({
    signal,
    progress: (share: number) => progress("storing", from + share * (to - from)),
  });
  await storeRatings(trx, run, rated, part(0, 0.85));
  await pause(signal);
  await storeParcelRatings(trx, run, inputs, rated, part(0.85, 1));
  await storeParkRatings(trx, run, inputs, rated);
  signal.throwIfAborted();
  return run;
}

/** Both in one transaction, for whoever is alone with the database. */
export const rate = async (trx: Knex.Transaction, order: RateOrder, watch: RateWatch): Promise<number> =>
  store(trx, await find(trx, order, watch), watch);

async function compute(scheme: Scheme, inputs: Inputs, { signal, progress }: RateWatch): Promise<Rated> {
  const { year, before, places } = inputs;
  await pause(signal);
  const measurement = measure(scheme, year.columns, before, places);
  progress("rating", 0.5);
  await pause(signal);
  const terms = termsOf(scheme, measurement.enabled);
  const graded = grade(measurement.measured, terms);
  await pause(signal);
  const [taxPerMu, revenuePerMu] = [perMu(year, "tax"), perMu(year, "revenue")];
  const ranks = rank(measurement.measured, graded, taxPerMu, revenuePerMu);
  progress("rating", 1);
  await pause(signal);
  return { firms: year, measurement, terms, graded, ranks, taxPerMu, revenuePerMu };
}

function perMu({ columns: { figures } }: FirmsOfYear, figure: "tax" | "revenue"): Float64Array {
  return figures[figure].map((value, i) => value / (figures.land[i] ?? Number.NaN));
}

async function storeRun(
  trx: Knex.Transaction,
  { year, scheme, by, note }: RateOrder,
  { dataRevision, lists }: Inputs,
  rated: Rated,
): Promise<number> {
  const { measurement, graded, firms } = rated;
  const summary = summaryOf(rated, lists);
  const last = measurement.pools.some(({ basis }) => basis.includes("last_year"));
  const [{ id }] = await trx("rating_run")
    .insert({
      scheme_id: scheme.id,
      year,
      size: scheme.definition.object.size,
      base_year: last ? year - 1 : null,
      data_revision: dataRevision,
      pools: JSON.stringify(poolsOf(measurement.pools, graded.lines, lists)),
      summary: JSON.stringify(summary),
      firms: Object.values(summary.tallies).reduce((all, tallied) => all + tallied.firms, 0),
      synthetic: firms.synthetic,
      created_by: by,
      note,
    })
    .returning("id");
  return id;
}
