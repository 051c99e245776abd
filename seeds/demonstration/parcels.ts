import { isoDay, yearOf } from "../../domain/civil-days.ts";
import { rounded } from "../ground/exact.ts";
import { type Random, seeded } from "../ground/random.ts";
import { type Contract, contractFor } from "./contracts.ts";
import type { Fate } from "./fates.ts";
import { industrialUse } from "./land-uses.ts";
import { isIndustrial, type Lot } from "./lot.ts";
import type { ParcelRow } from "./records.ts";
import { worksFor } from "./works.ts";

/** How a lot is used by industry: by whom, for what, and what became of the contract. */
export type Tenure = { holder: string; industry: string; fate: Fate; workshop: boolean };

/** Numbers parcels within their cadastral sub-area, in the order in which lots come. */
export function parcelNumbering() {
  const serials = new Map<string, number>();
  return (lot: Lot, right: string) => {
    const place = lot.district + lot.cadastre;
    const serial = (serials.get(place) ?? 0) + 1;
    serials.set(place, serial);
    return `${place}${right}${String(serial).padStart(5, "0")}`;
  };
}

const MEASURED_NOISE = 0.003;
const MOST_NOISE = 0.009;

/** The area on paper differs a little from the outline, as real ones do. */
function legalArea(random: Random, lot: Lot): number {
  const noise = Math.max(-MOST_NOISE, Math.min(MOST_NOISE, random.normal() * MEASURED_NOISE));
  return rounded(lot.ground_m2 * (1 + noise), 2);
}

const NEW_INDUSTRY_CODES: ReadonlySet<string> = new Set(["27", "39", "40"]);

export function industrialParcel(lot: Lot, code: string, tenure: Tenure): ParcelRow {
  const random = seeded(`parcel ${code}`);
  const area = legalArea(random, lot);
  const contract = contractFor(random, tenure.fate, !lot.park, (area * 15) / 10_000);
  const newIndustry =
    NEW_INDUSTRY_CODES.has(tenure.industry) && yearOf(contract.supplied) >= 2018 && random.chance(0.4);
  const takenAlong = random.chance(0.24) ? random.between(0.01, 0.06) : 0;
  return {
    ...plainParcel(lot, code, area),
    land_use_code: newIndustry ? "100101" : industrialUse(random, !lot.park),
    new_industry: newIndustry,
    area_basis: basisOf(random, tenure.fate, !lot.park),
    net_area_m2: rounded(area * (1 - takenAlong), 2),
    industry_code: tenure.industry,
    holder: tenure.holder,
    ...terms(random, contract, code),
    ...worksFor(random, tenure.fate, contract, area, tenure.workshop),
  };
}

/** A parcel of another use: its outline and area are known, its contract is no concern of an industrial map. */
export function otherParcel(lot: Lot, code: string): ParcelRow {
  return plainParcel(lot, code, legalArea(seeded(`parcel ${code}`), lot));
}

function basisOf(random: Random, fate: Fate, scattered: boolean): ParcelRow["area_basis"] {
  if (["building", "never_started", "nearly_idle", "extended"].includes(fate)) return "contract";
  return random.weighted([
    ["certificate", scattered ? 80 : 92],
    ["contract", 6],
    ["measured", scattered ? 14 : 2],
  ]);
}

/** Contracts before 2007 say little of what was promised, and some allocations say nothing. */
function terms(random: Random, contract: Contract, code: string): Partial<ParcelRow> {
  const old = yearOf(contract.supplied) < 2007;
  const silent = old && random.chance(0.6);
  return {
    supply_mode: contract.mode,
    contract_no: `DEMO-${isoDay(contract.supplied).slice(0, 4)}-${code.slice(0, 12)}-${code.slice(14)}`,
    supply_date: isoDay(contract.supplied),
    term_years: contract.mode === "allocation" ? null : contract.termYears,
    price_wan: contract.mode === "allocation" && random.chance(0.5) ? null : contract.price_wan,
    agreed_start: isoDay(contract.start),
    extension_days: contract.extension,
    agreed_completion: isoDay(contract.completion),
    agreed_far: silent ? null : contract.far,
    agreed_investment_wan: silent ? null : contract.investment_wan,
    agreed_tax_wan_per_mu: contract.taxPerMu_wan,
  };
}

const plainParcel = (lot: Lot, code: string, area: number): ParcelRow => ({
  parcel_code: code,
  district_code: lot.district,
  address: lot.address,
  land_use_code: lot.landUse,
  new_industry: false,
  control_line: isIndustrial(lot) ? lot.control : "none",
  area_m2: area,
  area_basis: "certificate",
  net_area_m2: area,
  park_code: lot.park,
  park_share: rounded(lot.parkShare, 6),
  industry_code: null,
  holder: null,
  supply_mode: null,
  contract_no: null,
  supply_date: null,
  term_years: null,
  price_wan: null,
  agreed_start: null,
  extension_days: 0,
  agreed_completion: null,
  agreed_far: null,
  agreed_investment_wan: null,
  agreed_tax_wan_per_mu: null,
  started: null,
  completed: null,
  development_stopped: null,
  production_stopped: null,
  invested_wan: null,
  required_area_m2: null,
  developed_area_m2: null,
  floor_area_m2: null,
  base_area_m2: null,
  office_area_m2: null,
  prohibited_industry: false,
  safety_breach: false,
  ring: lot.ring,
});
