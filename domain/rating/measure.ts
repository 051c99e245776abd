import { type FirmColumns, type Measured, NOWHERE, STANDING } from "./columns.ts";
import { extraOf } from "./extra.ts";
import { FIGURES, type Figure } from "./figures.ts";
import { type Places, type Pools, poolsOf } from "./pools.ts";
import { RatingRefusal } from "./refusal.ts";
import type { Indicator, Scheme } from "./scheme.ts";
import { marksOf, standingOf } from "./standing.ts";

export type { Places } from "./pools.ts";

/** From what firms report to ratios: everything about a year that no slider changes. */

type Basis = "last_year" | "fixed";

export type PoolFacts = {
  key: string;
  firms: number;
  /** Of each indicator of the scheme; null where it is off. */
  baselines: (number | null)[];
  basis: (Basis | null)[];
};

export type Measurement = {
  measured: Measured;
  /** Of each indicator, a value for each firm; NaN where a figure is missing. */
  values: Float64Array[];
  pools: PoolFacts[];
  /** Which indicators take part: a local one without a baseline is off. */
  enabled: boolean[];
};

export function measure(
  scheme: Scheme,
  year: FirmColumns,
  before: FirmColumns | null,
  places: Places,
): Measurement {
  refuseUnknown(scheme);
  const standing = standingOf(scheme, year);
  refuseEmpty(scheme, year, standing);
  const mark = marksOf(scheme, year);
  const pools = poolsOf(scheme, year, standing, places);
  const pool = new Uint16Array(year.count).fill(NOWHERE);
  for (let i = 0; i < year.count; i++) if (standing[i] === STANDING.rated) pool[i] = pools.of(year, i);
  refuseBarred(pools, pool, mark);
  const { facts, enabled } = baselinesOf(scheme, pools, before);
  const values = scheme.indicators.map((indicator) => valuesOf(indicator, year));
  const ratios = values.map((value, k) => ratiosOf(value, pool, facts, k));
  const extra = extraOf(scheme, year, places.titles);
  const land = new Float32Array(year.figures.land);
  const { count, district } = year;
  const measured = { count, district, pool, pools: pools.keys.length, standing, mark, ratios, extra, land };
  return { measured, values, pools: facts, enabled };
}

/** A figure over another; NaN where one is missing or there is nothing to divide by. */
function valuesOf({ numerator, denominator }: Indicator, firms: FirmColumns): Float64Array {
  const above = columnOf(firms, numerator);
  const below = columnOf(firms, denominator);
  const values = new Float64Array(firms.count);
  for (let i = 0; i < values.length; i++) {
    const under = below[i] as number;
    values[i] = under > 0 ? (above[i] as number) / under : Number.NaN;
  }
  return values;
}

const columnOf = ({ count, figures }: FirmColumns, figure: Figure): Float64Array =>
  figure === "one" ? new Float64Array(count).fill(1) : figures[figure];

function ratiosOf(values: Float64Array, pool: Uint16Array, facts: PoolFacts[], k: number): Float32Array {
  const baselines = Float64Array.from(facts, ({ baselines }) => baselines[k] ?? Number.NaN);
  const ratios = new Float32Array(values.length);
  for (let i = 0; i < values.length; i++) {
    const where = pool[i] as number;
    ratios[i] = where === NOWHERE ? Number.NaN : (values[i] as number) / (baselines[where] as number);
  }
  return ratios;
}

function baselinesOf(scheme: Scheme, pools: Pools, before: FirmColumns | null) {
  const facts: PoolFacts[] = pools.keys.map((key, i) => ({
    key,
    firms: pools.firms[i] as number,
    baselines: [],
    basis: [],
  }));
  const enabled = scheme.indicators.map(({ enabled }) => enabled);
  const last = scheme.baseline.mode === "last_year" ? before : null;
  const standing = last ? standingOf(scheme, last) : null;
  scheme.indicators.forEach((indicator, k) => {
    const means = last && standing ? meansOf(indicator, last, standing, pools) : null;
    const found = facts.map((_, pool) => baselineOf(indicator, means?.[pool]));
    const lacking = found.indexOf(null);
    if (enabled[k] && lacking >= 0) {
      if (!indicator.local) refuseBaseline(indicator, k, pools.keys[lacking] as string, means?.[lacking]);
      enabled[k] = false;
    }
    facts.forEach((pool, i) => {
      pool.baselines[k] = enabled[k] ? (found[i]?.value ?? null) : null;
      pool.basis[k] = enabled[k] ? (found[i]?.basis ?? null) : null;
    });
  });
  if (!scheme.indicators.some(({ weight }, k) => enabled[k] && weight > 0))
    throw new RatingRefusal(
      "indicators",
      "No indicator with a weight has a baseline.",
      "没有一项有权重的指标具备基准值。",
    );
  return { facts, enabled };
}

type Sums = { above: number; below: number };

/** Sums over the rated firms of the year before that have both figures, pool by pool, in the order of their codes. */
function meansOf(
  { numerator, denominator }: Indicator,
  firms: FirmColumns,
  standing: Uint8Array,
  pools: Pools,
): Sums[] {
  const sums = pools.keys.map(() => ({ above: 0, below: 0 }));
  const above = columnOf(firms, numerator);
  const below = columnOf(firms, denominator);
  for (let i = 0; i < firms.count; i++) {
    const over = above[i] as number;
    const under = below[i] as number;
    if (standing[i] !== STANDING.rated || Number.isNaN(over) || !(under > 0)) continue;
    const sum = sums[pools.of(firms, i)];
    if (!sum) continue;
    sum.above += over;
    sum.below += under;
  }
  return sums;
}

function baselineOf({ fixed }: Indicator, sums?: Sums): { value: number; basis: Basis } | null {
  const mean = sums && sums.above > 0 && sums.below > 0 ? sums.above / sums.below : 0;
  if (mean > 0 && mean < Number.POSITIVE_INFINITY) return { value: mean, basis: "last_year" };
  return fixed === undefined ? null : { value: fixed, basis: "fixed" };
}

function refuseUnknown({ indicators }: Scheme) {
  indicators.forEach((indicator, k) => {
    for (const side of ["numerator", "denominator"] as const)
      if (!FIGURES.includes(indicator[side]))
        throw new RatingRefusal(
          `indicators.${k}.${side}`,
          `The indicator ${indicator.id} asks for ${indicator[side]}, which no firm reports.`,
          `指标“${indicator.name.zh}”引用了未知的数据项 ${indicator[side]}。`,
        );
  });
}

function refuseEmpty({ object }: Scheme, { count }: FirmColumns, standing: Uint8Array) {
  if (count === 0)
    throw new RatingRefusal("year", "No firm reported figures for that year.", "该年度没有企业数据。");
  if (standing.every((stands) => stands === STANDING.outside))
    throw new RatingRefusal(
      "object",
      `No firm of that year is one that the scheme rates (${object.size}, at least ${object.leastLand_mu} mu).`,
      `该年度没有符合方案评价对象的企业（${object.size === "above_scale" ? "规上" : "规下"}，用地不少于 ${object.leastLand_mu} 亩）。`,
    );
  if (!standing.includes(STANDING.rated))
    throw new RatingRefusal(
      "pool",
      "The pool is empty: every firm of that year is exempt or lacks a required figure.",
      "排名池为空：该年度企业均为不定等级（T）或缺必填数据（N）。",
    );
}

function refuseBarred({ keys }: Pools, pool: Uint16Array, mark: Uint8Array) {
  const free = new Uint8Array(keys.length);
  for (let i = 0; i < pool.length; i++)
    if (pool[i] !== NOWHERE && !((mark[i] as number) & 1)) free[pool[i] as number] = 1;
  const barred = free.indexOf(0);
  if (barred >= 0)
    throw new RatingRefusal(
      "vetoes",
      `Every firm of the pool ${keys[barred]} is barred from A and B by a veto; there is nobody to compare.`,
      `排名池 ${keys[barred]} 的企业全部被一票否决，无法评价。`,
    );
}

function refuseBaseline({ id, name }: Indicator, k: number, pool: string, sums?: Sums): never {
  const field = !sums ? "fixed" : sums.below > 0 ? "numerator" : "denominator";
  const [why, zh] =
    field === "fixed"
      ? ["there is no year before to take it from", "没有上年数据"]
      : field === "denominator"
        ? ["its denominator adds up to nothing in the year before", "上年分母合计为零"]
        : ["its numerator adds up to nothing or less in the year before", "上年分子合计不大于零"];
  throw new RatingRefusal(
    `indicators.${k}.${field}`,
    `The indicator ${id} has no baseline in the pool ${pool}: ${why}, and the scheme fixes none.`,
    `指标“${name.zh}”在排名池 ${pool} 中没有基准值：${zh}，方案也未给定数。`,
  );
}
