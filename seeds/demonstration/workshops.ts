import { day, isoDay, monthsAfter } from "../../domain/civil-days.ts";
import { rounded } from "../ground/exact.ts";
import type { Ring } from "../ground/polygon.ts";
import { type Random, seeded } from "../ground/random.ts";
import { TODAY } from "./dates.ts";
import type { DistrictPlan } from "./district-plan.ts";
import { type Firm, pointInside, type Registry, type Settlement, sinceYear } from "./firm.ts";
import type { OccupationRow, ParcelRow } from "./records.ts";
import { chainOf, settle } from "./settling.ts";

/** A parcel with standard workshops (标准厂房), let floor by floor. */
export type Workshop = { landlord: Firm; parcel: ParcelRow; ring: Ring };

const UNSTATED_FLOOR = 0.06;
const LET_AT_MOST = 0.86;
const ROOM_OF_LARGE = 3;
const KEPT_BY_LANDLORD = 0.4;

/** Fills standard workshops (标准厂房) with tenants until the district has the firms it should have. */
export function rentOut(
  plan: DistrictPlan,
  workshops: readonly Workshop[],
  settlement: Settlement,
  nextCode: () => string,
  registry: Registry,
): void {
  const random = seeded(`tenants ${plan.code}`);
  const missing = (aboveScale: boolean) =>
    (aboveScale ? plan.aboveScale : plan.small) -
    settlement.firms.filter((firm) => firm.aboveScale === aboveScale).length;
  const kinds = [
    ...Array.from({ length: missing(true) }, () => true),
    ...Array.from({ length: missing(false) }, () => false),
  ];
  const choices = workshops.map((workshop) => {
    workshop.landlord.land_mu *= KEPT_BY_LANDLORD;
    return [workshop, workshop.parcel.floor_area_m2! * random.lognormal(1, 0.5)] as const;
  });
  const crowd = new Map<Workshop, number>();
  const chosen = kinds.map((aboveScale) => {
    const workshop = random.weighted(choices);
    crowd.set(workshop, (crowd.get(workshop) ?? 0) + (aboveScale ? ROOM_OF_LARGE : 1));
    return { aboveScale, workshop };
  });
  for (const { aboveScale, workshop } of chosen) {
    const creditCode = nextCode();
    const rooms = Math.max(4, crowd.get(workshop)!);
    const share = (LET_AT_MOST / rooms) * (aboveScale ? ROOM_OF_LARGE : 1) * random.between(0.45, 1);
    const floor = rounded(workshop.parcel.floor_area_m2! * share, 1);
    const tenant = tenantOf(workshop, creditCode, aboveScale, floor, registry);
    settlement.firms.push(tenant);
    settlement.occupations.push(...lease(random, workshop, tenant, floor));
  }
}

function tenantOf(
  { landlord, parcel, ring }: Workshop,
  creditCode: string,
  aboveScale: boolean,
  floor: number,
  registry: Registry,
): Firm {
  const random = seeded(`firm ${creditCode}`);
  const industry = settle(random, { district: parcel.district_code, park: parcel.park_code });
  const latest = aboveScale ? day("2022-06-30") : monthsAfter(TODAY, -3);
  const founded = Math.min(latest, day(parcel.completed!) + random.integer(-900, 3600));
  return {
    creditCode,
    name: registry.name(random, industry, false),
    district: parcel.district_code,
    park: landlord.park,
    industry,
    chain: chainOf(random, industry),
    aboveScale,
    giant_yi: null,
    founded,
    since: aboveScale ? sinceYear(random, founded, false) : null,
    at: pointInside(random, ring),
    land_mu: rounded((floor / (parcel.floor_area_m2! / parcel.area_m2)) * (15 / 10_000), 4),
    working: true,
    completed: null,
  };
}

/** Both sides of a lease, and now and then an earlier one that has run out. */
function lease(random: Random, { landlord, parcel }: Workshop, tenant: Firm, floor: number): OccupationRow[] {
  const from = Math.min(
    monthsAfter(TODAY, -2),
    Math.max(tenant.founded + 30, day(parcel.completed!) + 20) + random.integer(0, 400),
  );
  const stated = random.chance(UNSTATED_FLOOR) ? null : floor;
  const until = monthsAfter(from, 12 * random.integer(3, 15));
  const to = until > TODAY ? until : random.chance(0.5) ? null : monthsAfter(TODAY, random.integer(3, 48));
  const both = (start: number, end: number | null, area: number | null): OccupationRow[] => [
    {
      credit_code: tenant.creditCode,
      parcel_code: parcel.parcel_code,
      tenure: "leased_in",
      floor_area_m2: area,
      counterparty: landlord.creditCode,
      from_date: isoDay(start),
      to_date: end === null ? null : isoDay(end),
    },
    {
      credit_code: landlord.creditCode,
      parcel_code: parcel.parcel_code,
      tenure: "leased_out",
      floor_area_m2: area,
      counterparty: tenant.creditCode,
      from_date: isoDay(start),
      to_date: end === null ? null : isoDay(end),
    },
  ];
  const earlier = from - day(parcel.completed!) > 1100 && random.chance(0.06);
  const half = rounded(floor * 0.5, 1);
  return [
    ...(earlier ? both(from - 1050, from - 1, stated === null ? null : half) : []),
    ...both(from, to, stated),
  ];
}
