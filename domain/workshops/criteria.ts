/** What an offered workshop and a firm's need are held against each other by. */

export const CRITERIA = [
  "district",
  "industry",
  "area",
  "height",
  "load",
  "ground_floor",
  "power",
  "crane",
  "rent",
  "date",
] as const;
export type Criterion = (typeof CRITERIA)[number];

/** `ask` where one side did not say what the other asks for; `open` where nobody asks. */
export const FITS = ["yes", "no", "ask", "open"] as const;
export type Fit = (typeof FITS)[number];

export type OfferedWorkshop = {
  district_code: string;
  /** Divisions of GB/T 4754; empty takes all. */
  industries: readonly string[];
  /** What is left on offer. */
  left_m2: number;
  least_area_m2: number | null;
  height_m: number | null;
  load_kn_m2: number | null;
  power_kva: number | null;
  crane_t: number | null;
  ground_floor: boolean;
  rent_yuan: number | null;
  free_from: string | null;
};

export type NeededWorkshop = {
  industry_code: string;
  /** Empty for any. */
  districts: readonly string[];
  area_low_m2: number;
  area_high_m2: number;
  height_m: number | null;
  load_kn_m2: number | null;
  power_kva: number | null;
  crane_t: number | null;
  ground_floor: boolean;
  rent_yuan: number | null;
  wanted_by: string | null;
};
