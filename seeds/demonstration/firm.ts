import { yearOf } from "../../domain/civil-days.ts";
import { rounded } from "../ground/exact.ts";
import type { Point, Ring } from "../ground/polygon.ts";
import type { Random } from "../ground/random.ts";
import type { Industry } from "./industries.ts";
import type { parcelNumbering } from "./parcels.ts";
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

export type Registry = {
  number: ReturnType<typeof parcelNumbering>;
  name: (random: Random, industry: Industry, large: boolean) => string;
};

/** The year in which a firm first counted as above the designated size; some came up only in the last five years. */
export function sinceYear(random: Random, founded: number, early: boolean): number {
  const year = yearOf(founded);
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
