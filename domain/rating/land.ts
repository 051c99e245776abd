import { toMu } from "../area.ts";

/** Land that firms are rated on (核定用地): what they own, plus what they rent, less what they let, on 31 December. */

export const TENURES = ["owned", "leased_in", "leased_out"] as const;

/** How a row's land was found. */
export const LAND_RULES = ["whole", "shared", "by_floor", "by_ratio", "not_deducted", "unknown"] as const;
type LandRule = (typeof LAND_RULES)[number];

export type Occupations = {
  firms: number;
  /** A row each: which firm is on which parcel, as what (index into TENURES), on how many m² of floor (NaN where nobody said). */
  firm: Int32Array;
  parcel: Int32Array;
  tenure: Uint8Array;
  floor: Float64Array;
  /** m²; NaN where unknown. */
  parcels: { area: Float64Array; floorArea: Float64Array; agreedFar: Float64Array };
};

/** Mu of each firm, and of each row: less than nothing where it is let, NaN where it cannot be told. */
export type Apportioned = { land: Float64Array; parts: Float64Array; rules: Uint8Array };

type Part = { m2: number; rule: LandRule };

export function apportion(occupations: Occupations): Apportioned {
  const { firms, firm, parcel, tenure } = occupations;
  const rows = firm.length;
  const land = new Float64Array(firms);
  const parts = new Float64Array(rows);
  const rules = new Uint8Array(rows);
  const known = new Uint8Array(firms);
  const owners = ownersOf(occupations);
  for (let row = 0; row < rows; row++) {
    const part =
      tenure[row] === 0
        ? ownPart(occupations, row, owners.get(parcel[row] as number))
        : leasedPart(occupations, row, tenure[row] === 2);
    const holder = firm[row] as number;
    parts[row] = toMu(part.m2);
    rules[row] = LAND_RULES.indexOf(part.rule);
    land[holder] = (land[holder] as number) + (parts[row] as number);
    known[holder] = 1;
  }
  for (let i = 0; i < firms; i++) if (known[i] === 0) land[i] = Number.NaN;
  return { land, parts, rules };
}

/** What several owners of one parcel share it by; `rows` counts those of each, as one may hold it under several titles. */
type Owners = { rows: Map<number, number>; floor: number; allStated: boolean };

/** Of the parcels with more than one row of ownership; one owner needs no sharing. */
function ownersOf({ firm, parcel, tenure, floor, parcels }: Occupations): Map<number, Owners> {
  const titles = new Int32Array(parcels.area.length);
  for (let row = 0; row < firm.length; row++) {
    const at = parcel[row] as number;
    if (tenure[row] === 0) titles[at] = (titles[at] as number) + 1;
  }
  const owners = new Map<number, Owners>();
  for (let row = 0; row < firm.length; row++) {
    const at = parcel[row] as number;
    if (tenure[row] !== 0 || (titles[at] as number) < 2) continue;
    const shared = owners.get(at) ?? { rows: new Map(), floor: 0, allStated: true };
    const holder = firm[row] as number;
    const stated = floor[row] as number;
    shared.rows.set(holder, (shared.rows.get(holder) ?? 0) + 1);
    if (stated > 0) shared.floor += stated;
    else shared.allStated = false;
    owners.set(at, shared);
  }
  return owners;
}

function ownPart({ firm, parcel, floor, parcels }: Occupations, row: number, owners?: Owners): Part {
  const area = parcels.area[parcel[row] as number] as number;
  if (!(area > 0)) return { m2: Number.NaN, rule: "unknown" };
  if (!owners) return { m2: area, rule: "whole" };
  const own = owners.rows.get(firm[row] as number) ?? 1;
  if (owners.rows.size === 1) return { m2: area / own, rule: "whole" };
  if (owners.allStated) return { m2: (area * (floor[row] as number)) / owners.floor, rule: "by_floor" };
  return { m2: area / owners.rows.size / own, rule: "shared" };
}

/** By the share of the parcel's floors; without their total by the agreed floor-area ratio. Never more than the parcel itself. */
function leasedPart({ parcel, floor, parcels }: Occupations, row: number, letOut: boolean): Part {
  const at = parcel[row] as number;
  const leased = floor[row] as number;
  const area = parcels.area[at] as number;
  const total = parcels.floorArea[at] as number;
  const ratio = parcels.agreedFar[at] as number;
  if (!(leased > 0)) return letOut ? { m2: 0, rule: "not_deducted" } : { m2: Number.NaN, rule: "unknown" };
  const sign = letOut ? -1 : 1;
  if (!(area > 0)) return { m2: Number.NaN, rule: "unknown" };
  if (total > 0) return { m2: sign * Math.min(area, (area * leased) / total), rule: "by_floor" };
  if (ratio > 0) return { m2: sign * Math.min(area, leased / ratio), rule: "by_ratio" };
  return { m2: Number.NaN, rule: "unknown" };
}
