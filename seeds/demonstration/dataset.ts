import { DISTRICT_PLANS } from "./district-plan.ts";
import { districtYears, investing } from "./district-years.ts";
import { register } from "./enterprises.ts";
import { settleDistrict } from "./firms.ts";
import { drawLots } from "./lots.ts";
import { naming } from "./names.ts";
import { parcelNumbering } from "./parcels.ts";
import type { Dataset } from "./records.ts";
import { earn } from "./revenue.ts";
import { landTransfers } from "./transfers.ts";
import { report } from "./years.ts";

/** The whole demonstration city, the same on every machine. Everything in it is invented; its totals are the published ones. */
export function demonstrationDataset(): Dataset {
  const lots = drawLots();
  const registry = { number: parcelNumbering(), name: naming() };
  const settlements = DISTRICT_PLANS.map((plan) => ({
    plan,
    ...settleDistrict(
      plan,
      lots.filter(({ district }) => district === plan.code),
      registry,
    ),
  }));
  const firms = settlements.flatMap((settlement) => settlement.firms);
  const parcels = settlements.flatMap((settlement) => settlement.parcels);
  const earned = new Map(settlements.flatMap(({ plan, firms: ofDistrict }) => [...earn(plan, ofDistrict)]));
  const enterpriseYears = report(earned, investing(earned));
  return {
    parcels,
    enterprises: register(firms, (firm) => earned.get(firm)?.get(2025) ?? 0),
    enterpriseYears,
    occupations: settlements.flatMap((settlement) => settlement.occupations),
    landTransfers: landTransfers(parcels),
    districtYears: districtYears(parcels, enterpriseYears, firms),
  };
}
