import { rounded } from "../ground/exact.ts";
import { seeded } from "../ground/random.ts";
import { YEARS } from "./dates.ts";
import { DISTRICT_PLANS } from "./district-plan.ts";
import type { Firm } from "./firm.ts";
import { isIndustrial } from "./lot.ts";
import type { DistrictYearRow, EnterpriseYearRow, ParcelRow } from "./records.ts";
import { PATH, type RevenueByYear } from "./revenue.ts";

/** Published: industrial investment of 2021–2025, 万元 (document 004, 一（一）1). */
const INVESTMENT_WAN = 22_277_000;
const BY_YEAR: Readonly<Record<number, number>> = {
  2021: 0.183,
  2022: 0.191,
  2023: 0.201,
  2024: 0.209,
  2025: 0.216,
};

const TOTAL_REVENUE = DISTRICT_PLANS.reduce((sum, { revenue_yi }) => sum + revenue_yi, 0);

/** Investment follows revenue, less steeply: smaller districts are still building up. */
const investmentShare = (revenue_yi: number) =>
  0.55 * (revenue_yi / TOTAL_REVENUE) + 0.45 / DISTRICT_PLANS.length;

const investmentOf = (district: string, year: number): number => {
  const { revenue_yi } = DISTRICT_PLANS.find(({ code }) => code === district)!;
  return rounded(INVESTMENT_WAN * investmentShare(revenue_yi) * BY_YEAR[year]!, 0);
};

/** Splits each district's investment of a year over its firms. */
export function investing(earned: ReadonlyMap<Firm, RevenueByYear>) {
  const weights = new Map<Firm, Map<number, number>>();
  const totals = new Map<string, number>();
  for (const [firm, revenue] of earned) {
    const random = seeded(`investment ${firm.creditCode}`);
    const byYear = new Map<number, number>();
    for (const year of YEARS) {
      const weight = (revenue.get(year) ?? 0) * random.lognormal(0.06, 0.9);
      byYear.set(year, weight);
      totals.set(`${firm.district} ${year}`, (totals.get(`${firm.district} ${year}`) ?? 0) + weight);
    }
    weights.set(firm, byYear);
  }
  return (firm: Firm, year: number) =>
    (investmentOf(firm.district, year) * weights.get(firm)!.get(year)!) /
    totals.get(`${firm.district} ${year}`)!;
}

const URBAN_GROWTH = 0.017;
const CONSTRUCTION_OVER_URBAN = 1.34;

/** Yearly statistics of the seven districts, in agreement with their firms and parcels. */
export function districtYears(
  parcels: readonly ParcelRow[],
  figures: readonly EnterpriseYearRow[],
  firms: readonly Firm[],
): DistrictYearRow[] {
  const districtOf = new Map(firms.map((firm) => [firm.creditCode, firm.district]));
  const valueAdded = new Map<string, number>();
  for (const { credit_code, year, value_added_wan } of figures) {
    const key = `${districtOf.get(credit_code)} ${year}`;
    valueAdded.set(key, (valueAdded.get(key) ?? 0) + (value_added_wan ?? 0));
  }
  return DISTRICT_PLANS.flatMap((plan) => {
    const net = parcels
      .filter(
        (parcel) => parcel.district_code === plan.code && isIndustrial({ landUse: parcel.land_use_code }),
      )
      .reduce((sum, parcel) => sum + parcel.net_area_m2, 0);
    let urban = (net * 100) / plan.landShare;
    return YEARS.toReversed()
      .map((year): DistrictYearRow => {
        const row = {
          district_code: plan.code,
          year,
          urban_construction_land_m2: Math.round(urban),
          construction_land_m2: Math.round(urban * CONSTRUCTION_OVER_URBAN),
          value_added_wan: rounded(valueAdded.get(`${plan.code} ${year}`) ?? 0, 1),
          revenue_wan: rounded(plan.revenue_yi * 10_000 * PATH[year]!, 0),
          investment_wan: investmentOf(plan.code, year),
        };
        urban /= 1 + URBAN_GROWTH;
        return row;
      })
      .toReversed();
  });
}
