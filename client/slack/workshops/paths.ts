import type { SlackView } from "../state.ts";
import type { Side } from "./state.ts";

/** What the tab and the sheets of workshops ask the server for. */

export const WORKSHOP_SUMMARY = "/api/workshops/summary";
export const PAIRINGS = "/api/workshops/pairings";

const RECORDS: Readonly<Record<Side, string>> = {
  offers: "/api/workshops/offers",
  needs: "/api/workshops/needs",
};

export const recordsPath = (side: Side): string => RECORDS[side];
export const recordPath = (side: Side, id: number): string => `${RECORDS[side]}/${id}`;
export const pairingPath = (id: number): string => `${PAIRINGS}/${id}`;

type Asked = Pick<SlackView, "districts" | "workshops">;

/** Ends in a parameter, so that pages of it can be asked for. */
export function listPath({ districts, workshops }: Asked): string {
  const { side, industry, matched, standing, search, offerSort, needSort } = workshops;
  const query = new URLSearchParams();
  if (districts.length > 0) query.set("district", districts.join());
  if (industry) query.set("industry", industry);
  if (standing !== "all") query.set("state", standing);
  if (matched) query.set("matched", "true");
  if (search.trim()) query.set("q", search.trim());
  query.set("sort", side === "offers" ? offerSort : needSort);
  return `${RECORDS[side]}?${query}`;
}

/** 供需清单: both sides in one workbook, or the side that is seen as a table. */
export function sheetPath({ districts, workshops }: Asked, f: "csv" | "xlsx"): string {
  const query = new URLSearchParams({ f });
  if (f === "csv") query.set("side", workshops.side);
  if (districts.length > 0) query.set("district", districts.join());
  return `/api/workshops/list?${query}`;
}
