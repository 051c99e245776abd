import type { ColumnsHead } from "../../domain/api/ratings/columns.ts";
import type { GradeLetter, Size, Tallies } from "../../domain/api/ratings/grades.ts";
import type { YieldView } from "./state.ts";

/** What the page and the yield worker say to each other. The worker holds every firm of a run; the page only what it shows. */

/** The firms of one run, by which the worker keeps them. */
export type Block = { year: number; run: number | null; size: Size };

export type Filter = Pick<YieldView, "districts" | "parks" | "industries" | "grades" | "within">;

/** How firms are coloured: by letter, or in classes of a value; given inner bounds put two runs under one legend. */
export type Colouring = Pick<YieldView, "by" | "classes"> & { bounds?: readonly number[] };

export type Class = {
  /** The letter, for grades; else null. */
  grade: GradeLetter | null;
  /** Bounds of the class, lower included; null for grades and for "no value". */
  from: number | null;
  to: number | null;
  firms: number;
  land_mu: number;
};

/** The map's and the panel's picture of a block under a filter, a colouring, and what the hand has changed. */
export type Picture = {
  head: ColumnsHead;
  /** Those the whole filter leaves; so do `classes` and `moved`. */
  matched: number;
  land_mu: number;
  tax_per_mu: number | null;
  revenue_per_mu: number | null;
  /** Of the filter without its grades, so that a letter that is filtered out keeps its figures. */
  tallies: Tallies;
  /** As published, for comparison with `tallies` while terms are changed. */
  publishedTallies: Tallies;
  /** Of the filter without its grades and districts. */
  districts: { code: string; tallies: Tallies; publishedTallies: Tallies; tax_per_mu: number | null }[];
  classes: Class[];
  /** Firms whose grade differs from the stored one, up and down. */
  moved: { up: number; down: number };
  /** Rises with every change of colours, so that the map knows to ask again. */
  paint: number;
  /** Time the worker needed for re-rating and tallying, in ms. */
  took: number;
};

/** Bins of one width between the bounds; firms beyond the outer ones count in the outer bins. Counts by letter, "" for none. */
export type Distribution = { by: string; bounds: number[]; counts: Record<string, number[]> };
export type Scatter = {
  x: string;
  y: string;
  /** Interleaved x, y of every matching firm that has both. */
  points: Float32Array;
  /** Index into GRADES of domain/rating/columns.ts. */
  grades: Uint8Array;
  /** Credit codes, one after the other (worker/codes.ts). */
  codes: Uint8Array;
  /** Least squares over the points shown; null with fewer than three. */
  regression: { slope: number; intercept: number; r2: number } | null;
};
export type MovedFirm = {
  credit_code: string;
  before: GradeLetter;
  after: GradeLetter;
  scoreBefore: number;
  scoreAfter: number;
  land_mu: number;
  district: string;
};

/** A firm or a parcel in a few figures: what it is coloured by is its value, unless that is the grade. */
export type Told = { grade: GradeLetter | null; value: number | null; firms: number };

/** Requests that the worker answers; a newer one of the same kind makes an older one pointless. */
export type YieldWorker = {
  /** Reads a block if it is not held yet. */
  picture(block: Block, filter: Filter, colouring: Colouring, terms: string | null): Promise<Picture>;
  /** Class (index into `classes`, or what map/unclassed.ts has in its place) of each of these firms or parcels. */
  paint(layer: "enterprises" | "parcels", codes: readonly string[]): Promise<Uint8Array>;
  /** What the pointer is over; null for what the block doesn't hold. */
  told(layer: "enterprises" | "parcels", code: string): Promise<Told | null>;
  distribution(by: string): Promise<Distribution>;
  scatter(x: string, y: string): Promise<Scatter>;
  moved(limit: number, offset: number): Promise<{ matched: number; firms: MovedFirm[] }>;
};
