import { day } from "../../domain/civil-days.ts";
import { rounded } from "../ground/exact.ts";
import { seeded } from "../ground/random.ts";
import type { DistrictPlan } from "./district-plan.ts";
import { type Fate, fateOf } from "./fates.ts";
import { type Firm, pointInside, type Registry, type Settlement, sinceYear } from "./firm.ts";
import { industryOf } from "./industries.ts";
import { isIndustrial, type Lot } from "./lot.ts";
import { demonstrationCreditCode } from "./names.ts";
import { type Owner, shareOut } from "./owners.ts";
import { industrialParcel, otherParcel } from "./parcels.ts";
import type { OccupationRow, ParcelRow } from "./records.ts";
import { chainOf, settle } from "./settling.ts";
import { rentOut, type Workshop } from "./workshops.ts";

/** Everyone who holds or rents industrial land in one district, and all its parcels. */
export function settleDistrict(plan: DistrictPlan, lots: readonly Lot[], registry: Registry): Settlement {
  const settlement: Settlement = { firms: [], parcels: [], occupations: [] };
  let serial = 0;
  const nextCode = () => demonstrationCreditCode(plan.code, ++serial);
  const owners = shareOut(plan, lots.filter(isIndustrial));
  const workshops: Workshop[] = [];
  for (const owner of owners) {
    const { firm, sites } = found(owner, nextCode(), registry);
    settlement.firms.push(firm);
    for (const { parcel, workshop } of sites) {
      settlement.parcels.push(parcel);
      settlement.occupations.push(owning(firm, parcel));
      if (workshop) workshops.push({ landlord: firm, parcel, ring: parcel.ring });
    }
  }
  for (const lot of lots)
    if (!isIndustrial(lot)) settlement.parcels.push(otherParcel(lot, registry.number(lot, "GB")));
  rentOut(plan, workshops, settlement, nextCode, registry);
  return settlement;
}

const WORKSHOP_AREA = { least: 5_000, most: 60_000 };
const WORKSHOP_SHARE = 0.12;

/** An owner, its firm and its parcels. */
function found(owner: Owner, creditCode: string, registry: Registry) {
  const random = seeded(`firm ${creditCode}`);
  const main = owner.lots[0]!;
  const industry = owner.giant ? industryOf(owner.giant.industry) : settle(random, main);
  const aboveScale = owner.kind !== "small";
  const name = registry.name(random, industry, owner.kind === "giant");
  const sites = owner.lots.map((lot, k) => {
    const fate = fateOf(random, owner.kind, k === 0);
    const workshop = canBeLet(lot, fate, owner.kind) && random.chance(WORKSHOP_SHARE);
    const right = !lot.park && random.chance(0.3) ? "JB" : "GB";
    const tenure = { holder: name, industry: industry.code, fate, workshop };
    return { parcel: industrialParcel(lot, registry.number(lot, right), tenure), workshop, fate };
  });
  const first = sites[0]!.parcel;
  const founded = day(first.supply_date!) - random.integer(60, 1500);
  const firm: Firm = {
    creditCode,
    name,
    district: main.district,
    park: main.parkShare >= 0.5 ? main.park : null,
    industry,
    chain: chainOf(random, industry),
    aboveScale,
    giant_yi: owner.giant?.revenue_yi ?? null,
    founded,
    since: aboveScale ? sinceYear(random, founded, owner.kind === "giant") : null,
    at: pointInside(random, first.ring),
    land_mu: rounded((sites.reduce((sum, { parcel }) => sum + parcel.area_m2, 0) * 15) / 10_000, 4),
    working: first.completed !== null && first.production_stopped === null,
    completed: first.completed === null ? null : day(first.completed),
  };
  return { firm, sites };
}

const canBeLet = (lot: Lot, fate: Fate, kind: Owner["kind"]) =>
  kind !== "giant" &&
  ["running", "just_enough", "one_soft_flaw"].includes(fate) &&
  lot.ground_m2 >= WORKSHOP_AREA.least &&
  lot.ground_m2 <= WORKSHOP_AREA.most;

const owning = (firm: Firm, parcel: ParcelRow): OccupationRow => ({
  credit_code: firm.creditCode,
  parcel_code: parcel.parcel_code,
  tenure: "owned",
  floor_area_m2: null,
  counterparty: null,
  from_date: parcel.supply_date!,
  to_date: null,
});
