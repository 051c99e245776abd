import { yearOf } from "../../domain/civil-days.ts";
import { rounded } from "../ground/exact.ts";
import { seeded } from "../ground/random.ts";
import { LAST_YEAR, YEARS } from "./dates.ts";
import type { DistrictPlan } from "./district-plan.ts";
import type { Firm } from "./firm.ts";

/** Revenue of the region relative to 2025; 2025 is 24.9 % above 2020 (document 004, 一（一）1). */
export const PATH: Readonly<Record<number, number>> = {
  2021: 0.877,
  2022: 0.8925,
  2023: 0.9155,
  2024: 0.956,
  2025: 1,
};

/** The designated size (规上) begins at 20 million yuan. */
const DESIGNATED_WAN = 2_000;
const MOST_BELOW_GIANTS_WAN = 960_000;
const YI = 10_000;

/** Revenue by year of one firm, 万元; years before it was founded are absent. */
export type RevenueByYear = Map<number, number>;

/** Revenue of every firm of a district, such that those above the designated size add up to the plan in every year. */
export function earn(plan: DistrictPlan, firms: readonly Firm[]): Map<Firm, RevenueByYear> {
  const earned = new Map(firms.map((firm) => [firm, rawPath(firm)]));
  for (const year of YEARS) {
    const counted = firms.filter((firm) => countsIn(firm, year));
    const rest = counted.filter(({ giant_yi }) => giant_yi === null);
    const giants = counted.reduce(
      (sum, firm) =>
        sum + (firm.giant_yi ?? 0) * YI * (earned.get(firm)!.get(year)! / earned.get(firm)!.get(LAST_YEAR)!),
      0,
    );
    const path = PATH[year]!;
    scaleTo(
      rest.map((firm) => ({ figures: earned.get(firm)!, year })),
      plan.revenue_yi * YI * path - giants,
    );
    for (const firm of counted) {
      if (firm.giant_yi === null) continue;
      const figures = earned.get(firm)!;
      if (year !== LAST_YEAR)
        figures.set(year, rounded((figures.get(year)! / figures.get(LAST_YEAR)!) * firm.giant_yi * YI, 1));
    }
  }
  for (const [firm, figures] of earned)
    if (firm.giant_yi !== null) figures.set(LAST_YEAR, firm.giant_yi * YI);
  return earned;
}

export const countsIn = (firm: Firm, year: number) =>
  firm.since !== null && firm.since <= year && existsIn(firm, year);
const existsIn = (firm: Firm, year: number) => yearOf(firm.founded) <= year;

/** Before the district's total is known: land times the industry's yield, and chance; back in time with ups and downs. */
function rawPath(firm: Firm): RevenueByYear {
  const random = seeded(`revenue ${firm.creditCode}`);
  const figures: RevenueByYear = new Map();
  const small = Math.min(1_960, Math.max(6, random.lognormal(430, 0.95)));
  let revenue = firm.aboveScale
    ? firm.land_mu * firm.industry.revenuePerMu * random.lognormal(1, 0.85)
    : firm.working
      ? small
      : small * 0.04;
  for (const year of YEARS.toReversed()) {
    if (!existsIn(firm, year)) break;
    const belowYet = firm.since !== null && firm.since > year;
    figures.set(year, rounded(belowYet ? Math.min(revenue, random.between(700, 1_950)) : revenue, 1));
    revenue /=
      1 + Math.max(-0.35, Math.min(0.6, 0.03 + random.normal() * (firm.giant_yi === null ? 0.13 : 0.05)));
    if (!firm.aboveScale) revenue = Math.min(revenue, 1_980);
  }
  return figures;
}

/** Scales figures to a sum, within the designated size below and the giants above. */
function scaleTo(items: readonly { figures: RevenueByYear; year: number }[], total: number): void {
  for (let round = 0; round < 25; round++) {
    const sum = items.reduce((all, { figures, year }) => all + figures.get(year)!, 0);
    for (const { figures, year } of items) {
      const scaled = figures.get(year)! * (total / sum);
      figures.set(year, rounded(Math.min(MOST_BELOW_GIANTS_WAN, Math.max(DESIGNATED_WAN + 15, scaled)), 1));
    }
  }
}
