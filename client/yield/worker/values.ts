import { STANDING } from "../../../domain/rating/columns.ts";
import { type Firms, placed } from "./firms.ts";

/** What firms can be coloured and drawn by, besides their letter. */

const MILLIONTHS = 1e6;
export const scoreOf = (points: number): number => points / MILLIONTHS;

/** One value per firm, NaN where it has none; null for a name that means nothing here. */
export function valuesOf(firms: Firms, by: string, points: Int32Array): Float32Array | null {
  if (by === "score") return scores(firms, points);
  if (by === "tax_per_mu") return firms.taxPerMu;
  if (by === "revenue_per_mu") return firms.revenuePerMu;
  if (by === "land_mu") return firms.measured.land;
  const indicator = firms.head.scheme.definition.indicators.findIndex(({ id }) => id === by);
  return indicator < 0 ? null : ofIndicator(firms, indicator);
}

function scores({ count, measured }: Firms, points: Int32Array): Float32Array {
  const values = new Float32Array(count).fill(Number.NaN);
  for (let i = 0; i < count; i++)
    if (measured.standing[i] === STANDING.rated) values[i] = scoreOf(points[i] ?? 0);
  return values;
}

/** Ratios times the baselines they were made with. */
function ofIndicator({ count, head, measured }: Firms, indicator: number): Float32Array {
  const ratios = measured.ratios[indicator];
  const baselines = Float64Array.from(head.pools, (pool) => pool.baselines[indicator] ?? Number.NaN);
  const values = new Float32Array(count).fill(Number.NaN);
  for (let i = 0; i < count; i++) {
    const pool = measured.pool[i];
    if (placed(pool)) values[i] = (ratios?.[i] ?? Number.NaN) * (baselines[pool] ?? Number.NaN);
  }
  return values;
}

/** Values that are there, from the smallest. */
export const sorted = (values: Float32Array): Float32Array =>
  values.filter((value) => !Number.isNaN(value)).sort();

/** The value below which `share` of the sorted ones lie. */
export const quantile = (ordered: Float32Array, share: number): number =>
  ordered[Math.min(ordered.length - 1, Math.floor(share * ordered.length))] ?? 0;

/** The nearest of 1, 2, 5, 10, 20, 50 … */
export function round125(value: number): number {
  const power = 10 ** Math.floor(Math.log10(value));
  const lead = value / power;
  return (lead < 1.5 ? 1 : lead < 3.5 ? 2 : lead < 7.5 ? 5 : 10) * power;
}
