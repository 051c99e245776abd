/** What shares are added up from: land by district and the year it was supplied, and transfers by district and month. */

/** `m0` is new-type industrial land (新型产业用地), `warehouse` stores and logistics; all else is not asked for. */
export const LAND_KINDS = ["industry", "m0", "warehouse"] as const;
export type LandKind = (typeof LAND_KINDS)[number];

export type LandPart = {
  district: string;
  /** Year of its supply; null for land that was always there as far as records go. */
  supplied: number | null;
  kind: LandKind;
  /** Sum of net areas (净用地), and of legal areas. */
  net_m2: number;
  area_m2: number;
};

export const TRANSFER_USES = [
  "industry",
  "new_industry",
  "warehouse",
  "commerce",
  "housing",
  "other",
] as const;
export type TransferUse = (typeof TRANSFER_USES)[number];

export const SUPPLY_MODES = ["transfer", "negotiated", "allocation", "lease", "lease_then_transfer"] as const;
export type SupplyMode = (typeof SUPPLY_MODES)[number];

export type TransferPart = {
  district: string;
  year: number;
  /** 1 to 12. */
  month: number;
  use: TransferUse;
  mode: SupplyMode;
  area_m2: number;
};

/** What districts report once a year; null where it was not reported. */
export type Statistic = {
  district: string;
  year: number;
  urban_m2: number | null;
  construction_m2: number | null;
};

export type Parts = {
  land: readonly LandPart[];
  transfers: readonly TransferPart[];
  statistics: readonly Statistic[];
};
