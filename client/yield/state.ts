import type { GradeLetter, Size } from "../../domain/api/ratings/grades.ts";

/** What the yield theme shows, as part of the view that a link carries. */
export type YieldView = {
  /** Null shows the latest year that has a published run. */
  year: number | null;
  /** A run of that year other than the one that is shown to all; null for that one. */
  run: number | null;
  size: Size;
  /** `grade`, `score`, `tax_per_mu`, `revenue_per_mu`, or the id of an indicator of the scheme. */
  by: string;
  classes: "quantile" | "fixed";
  districts: readonly string[];
  parks: readonly string[];
  /** Divisions of GB/T 4754. */
  industries: readonly string[];
  grades: readonly GradeLetter[];
  /** lon, lat, lon, lat … of the polygon that was drawn. */
  within: readonly number[] | null;
  drawer: Drawer;
  /** One of FIRM_ORDERS, with - before it to turn it round. */
  sort: string;
  /** The two indicators of the scatter. */
  axes: readonly [x: string, y: string] | null;
  /** Null draws what suits the indicators. */
  axisScale: AxisScale | null;
  /** What bars by district are made of. */
  measure: "land" | "firms";
  /** The year that migration is counted from; null for the one before. */
  since: number | null;
  /** A second run, shown at the right of a line that can be dragged over the map. */
  against: number | null;
  /** What a planner's hand has changed, as domain/rating/terms.ts spells it; null while nothing is. */
  terms: string | null;
  /** Where in the desk (评价管理) the reader is, as desk/place.ts spells it; null while it is closed. */
  desk: string | null;
};

export const AXIS_SCALES = ["linear", "log"] as const;
export type AxisScale = (typeof AXIS_SCALES)[number];

export const DRAWERS = ["closed", "table", "distribution", "districts", "scatter", "migration"] as const;
export type Drawer = (typeof DRAWERS)[number];

export const DEFAULT_YIELD: YieldView = {
  year: null,
  run: null,
  size: "above_scale",
  by: "grade",
  classes: "quantile",
  districts: [],
  parks: [],
  industries: [],
  grades: [],
  within: null,
  drawer: "closed",
  sort: "rank",
  axes: null,
  axisScale: null,
  measure: "land",
  since: null,
  against: null,
  terms: null,
  desk: null,
};
