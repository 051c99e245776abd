import { rounded } from "../ground/exact.ts";
import type { Point, Ring } from "../ground/polygon.ts";
import { type Random, seeded } from "../ground/random.ts";
import { day, isoDay, monthsAfter, TODAY } from "./dates.ts";
import type { DistrictPlan } from "./district-plan.ts";
import { type Fate, fateOf } from "./fates.ts";
import { chainOf, type Industry, settle } from "./industries.ts";
import { isIndustrial, type Lot } from "./lot.ts";
import { demonstrationCreditCode } from "./names.ts";
import { type Owner, shareOut } from "./owners.ts";
import { industrialParcel, otherParcel, type parcelNumbering } from "./parcels.ts";
import type { OccupationRow, ParcelRow } from "./records.ts";

/** A firm before its figures: what it is, where it sits, and the land or floor that its figures follow from. */
export type Firm = {
  creditCode: string;
  name: string;
  district: string;
  park: string | null;
  industry: Industry;
  chain: string | null;
  aboveScale: boolean;
  giant_yi: number | null;
  founded: number;
  /** Year of first counting as above the designated size. */
  since: number | null;
  at: Point;
  land_mu: number;
  /** Whether its main site has come into production. */
  working: boolean;
  completed: number | null;
};

export type Settlement = { firms: Firm[]; parcels: ParcelRow[]; occupations: OccupationRow[] };

type Registry = {
  number: ReturnType<typeof parcelNumbering>;
  name: (random: Random, industry: Industry, large: boolean) => string;
};

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
  const industry = owner.kind === "giant" ? giantIndustry(main.district, random) : settle(random, main);
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
    giant_yi: owner.giant_yi ?? null,
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

/** Giants are car makers in the east, makers of electronics in the south, and of materials in the north. */
const giantIndustry = (district: string, random: Random): Industry =>
  settle(random, {
    district,
    park: { "510112": "chengdu-auto-city", "510116": "chengdu-optoelectronics" }[district] ?? null,
  });

function sinceYear(random: Random, founded: number, early: boolean): number {
  const year = Number(isoDay(founded).slice(0, 4));
  const late = !early && random.chance(0.14);
  return Math.min(
    2025,
    Math.max(year + 1, 1998, late ? random.integer(2021, 2025) : Math.min(2020, year + random.integer(1, 9))),
  );
}

/** A point well inside a convex ring: a mean of its corners with uneven weights. */
export function pointInside(random: Random, ring: Ring): Point {
  let [x, y, total] = [0, 0, 0];
  for (const [lon, lat] of ring) {
    const weight = random.between(0.4, 1.6);
    x += lon * weight;
    y += lat * weight;
    total += weight;
  }
  return [rounded(x / total, 7), rounded(y / total, 7)];
}

const owning = (firm: Firm, parcel: ParcelRow): OccupationRow => ({
  credit_code: firm.creditCode,
  parcel_code: parcel.parcel_code,
  tenure: "owned",
  floor_area_m2: null,
  counterparty: null,
  from_date: parcel.supply_date!,
  to_date: null,
});

type Workshop = { landlord: Firm; parcel: ParcelRow; ring: Ring };

const UNSTATED_FLOOR = 0.06;
const LET_AT_MOST = 0.86;
const ROOM_OF_LARGE = 3;
const KEPT_BY_LANDLORD = 0.4;

/** Fills standard workshops (标准厂房) with tenants until the district has the firms it should have. */
function rentOut(
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
