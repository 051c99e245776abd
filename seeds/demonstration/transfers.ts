import { day, isoDay } from "../../domain/civil-days.ts";
import { districtBorders } from "../ground/districts.ts";
import { rounded } from "../ground/exact.ts";
import { contains, type Point } from "../ground/polygon.ts";
import { type Random, seeded } from "../ground/random.ts";
import { YEARS } from "./dates.ts";
import { DISTRICT_PLANS, type DistrictPlan } from "./district-plan.ts";
import { pointInside } from "./firm.ts";
import { isIndustrial } from "./lot.ts";
import type { LandTransferRow, ParcelRow } from "./records.ts";

/** Industry's share of what is transferred in a year: near the 30 % that it should not fall below. */
const SHARE_BY_YEAR: Readonly<Record<number, number>> = {
  2021: 0.272,
  2022: 0.283,
  2023: 0.296,
  2024: 0.305,
  2025: 0.291,
};
const SHARE_SPREAD = 0.035;

/** Signed transfers of five years: those of industrial parcels, and as many others as the share asks for. */
export function landTransfers(parcels: readonly ParcelRow[]): LandTransferRow[] {
  return DISTRICT_PLANS.flatMap((plan) =>
    YEARS.flatMap((year) => {
      const random = seeded(`transfers ${plan.code} ${year}`);
      const industrial = parcels
        .filter(
          (parcel) => parcel.district_code === plan.code && parcel.supply_date?.startsWith(String(year)),
        )
        .filter((parcel) => isIndustrial({ landUse: parcel.land_use_code }))
        .map((parcel) => ofParcel(parcel, random));
      const area = industrial.reduce((sum, transfer) => sum + transfer.area_m2, 0);
      const share = SHARE_BY_YEAR[year]! + random.between(-SHARE_SPREAD, SHARE_SPREAD);
      return [...industrial, ...others(plan, year, area / share - area, random)];
    }),
  );
}

function ofParcel(parcel: ParcelRow, random: Random): LandTransferRow {
  const [lon, lat] = pointInside(random, parcel.ring);
  return {
    contract_no: parcel.contract_no!,
    district_code: parcel.district_code,
    parcel_code: parcel.parcel_code,
    signed: parcel.supply_date!,
    land_use: parcel.new_industry ? "new_industry" : "industry",
    supply_mode: parcel.supply_mode as LandTransferRow["supply_mode"],
    area_m2: parcel.area_m2,
    price_wan: parcel.price_wan,
    lon,
    lat,
  };
}

type Kind = { use: LandTransferRow["land_use"]; area: number; price: number };

const KINDS: readonly (readonly [Kind, number])[] = [
  [{ use: "housing", area: 42_000, price: 780 }, 52],
  [{ use: "commerce", area: 21_000, price: 520 }, 27],
  [{ use: "warehouse", area: 38_000, price: 42 }, 13],
  [{ use: "other", area: 26_000, price: 130 }, 8],
];

const ALLOCATED = 0.07;

/** Transfers for housing, trade and the rest until their area is used up; allocations come on top and do not count. */
function others(plan: DistrictPlan, year: number, area: number, random: Random): LandTransferRow[] {
  const rows: LandTransferRow[] = [];
  for (let left = area; left > 0; ) {
    const kind = random.weighted(KINDS);
    const size = rounded(Math.max(2_500, random.lognormal(kind.area, 0.6)), 2);
    const last = left - size < 4_000;
    rows.push(
      other(plan, year, kind, last ? rounded(Math.max(left, 600), 2) : size, false, rows.length, random),
    );
    left = last ? 0 : left - size;
    if (random.chance(ALLOCATED)) {
      rows.push(
        other(
          plan,
          year,
          { use: "other", area: 0, price: 0 },
          rounded(random.lognormal(18_000, 0.5), 2),
          true,
          rows.length,
          random,
        ),
      );
    }
  }
  return rows;
}

function other(
  plan: DistrictPlan,
  year: number,
  kind: Kind,
  area: number,
  allocated: boolean,
  serial: number,
  random: Random,
): LandTransferRow {
  const signed = random.integer(day(`${year}-01-04`), day(`${year}-12-30`));
  const [lon, lat] = somewhere(plan, random);
  const mu = (area * 15) / 10_000;
  return {
    contract_no: `DEMO-${year}-${plan.code}-${String(serial + 1).padStart(4, "0")}`,
    district_code: plan.code,
    parcel_code: null,
    signed: isoDay(signed),
    land_use: kind.use,
    supply_mode: allocated ? "allocation" : random.chance(0.02) ? "negotiated" : "transfer",
    area_m2: area,
    price_wan: allocated ? null : rounded(mu * kind.price * random.lognormal(1, 0.4), 2),
    lon,
    lat,
  };
}

/** Towns have no ruled edges: how far, in degrees, land is let beyond the plain. */
const EDGE = 0.014;

function somewhere({ code, plain: [west, south, east, north] }: DistrictPlan, random: Random): Point {
  const borders = bordersOf(code);
  for (;;) {
    const point: Point = [
      rounded(random.between(west, east) + random.normal() * EDGE, 7),
      rounded(random.between(south, north) + random.normal() * EDGE, 7),
    ];
    if (contains(borders, point)) return point;
  }
}

const allBorders = districtBorders();
const bordersOf = (code: string) => allBorders.get(code)!;
