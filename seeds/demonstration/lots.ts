import { drawParks } from "../ground/parks.ts";
import { seeded } from "../ground/random.ts";
import { DISTRICT_PLANS, type DistrictPlan } from "./district-plan.ts";
import { industrialUse } from "./land-uses.ts";
import { isIndustrial, type Lot } from "./lot.ts";
import { lotsOfPark, type OfferedLot } from "./park-lots.ts";
import { scatteredLots } from "./scattered-lots.ts";

/** Every lot of the demonstration city that becomes a parcel. */
export function drawLots(): Lot[] {
  const parks = drawParks();
  return DISTRICT_PLANS.flatMap((plan) => {
    const standing = parks.filter((park) => park.district === plan.code && !park.plan.within);
    const offered = standing.flatMap((park, k) => lotsOfPark(park, parks, plan, k + 1));
    const taken = [...takeUp(offered, plan), ...scatteredLots(plan, standing)];
    const random = seeded(`classes ${plan.code}`);
    return taken.map((lot) =>
      isIndustrial(lot) ? { ...lot, landUse: industrialUse(random, !lot.park) } : lot,
    );
  });
}

/** Industry takes lots until the district has its area; what is left over stays green. */
function takeUp(offered: readonly OfferedLot[], plan: DistrictPlan): Lot[] {
  let wanted = plan.inParks_km2 * 1e6;
  const taken = new Set<Lot>();
  for (const lot of offered.toSorted((a, b) => a.order - b.order)) {
    if (!isIndustrial(lot)) taken.add(lot);
    else if (lot.ground_m2 <= wanted + 2_000) {
      taken.add(lot);
      wanted -= lot.ground_m2;
    }
  }
  if (wanted > 20_000)
    throw new Error(`${plan.name}: ${Math.round(wanted)} m² of industrial land find no lot in parks`);
  return offered.filter((lot) => taken.has(lot));
}
