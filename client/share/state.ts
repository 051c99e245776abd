import { DEFAULT_SWITCHES, type ShareId, type Switches } from "../../domain/shares/switches.ts";

/** What the share theme shows, as part of the view that a link carries. */
export type ShareView = {
  /** The share that the map and the charts tell. */
  share: ShareId;
  /** Null for the latest. */
  year: number | null;
  /** Null for the seven districts together. */
  district: string | null;
  switches: Switches;
  drawer: ShareDrawer;
  /** The saved scenario that is open; null for one that has not been saved. */
  scenario: number | null;
  /** Saved scenarios that are held side by side. */
  beside: readonly number[];
};

export const SHARE_DRAWERS = ["closed", "districts", "months", "table", "scenario"] as const;
export type ShareDrawer = (typeof SHARE_DRAWERS)[number];

export const BESIDE_AT_MOST = 4;

export const DEFAULT_SHARE: ShareView = {
  share: "R1",
  year: null,
  district: null,
  switches: DEFAULT_SWITCHES,
  drawer: "closed",
  scenario: null,
  beside: [],
};
