import type { FormatName } from "../../domain/open-data.ts";

/** What is taken of the data, as far as a link carries it. */
export type TakingView = {
  drawer: TakingDrawer;
  layer: string;
  format: FormatName;
  area: Area;
  /** Codes of districts, where these are what is taken. */
  districts: readonly string[];
  /** Lon, lat of each corner of the area that was drawn. */
  within: readonly number[] | null;
};

export const TAKING_DRAWERS = ["closed", "code", "preview", "services"] as const;
export type TakingDrawer = (typeof TAKING_DRAWERS)[number];

/** Everything, the districts named, what the map shows, or an area drawn on it. */
export const AREAS = ["all", "districts", "seen", "drawn"] as const;
export type Area = (typeof AREAS)[number];

export const DEFAULT_TAKING: TakingView = {
  drawer: "closed",
  layer: "parcels",
  format: "gpkg",
  area: "all",
  districts: [],
  within: null,
};
