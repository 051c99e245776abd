import type { CSSProperties } from "react";
import type { Padding } from "./map/wanted.ts";
import { PANEL_PX, RAIL_PX, SHEET_PX } from "./panes.tsx";
import { heightOf, type Stop } from "./ui/bottom-sheet.ts";

/** The column of tools at the right edge of the map, with its margin. */
const TOOLS_PX = 56;
const MARGIN_PX = 16;
const BAR_PX = 76;
const PHONE_BAR_PX = 64;

/** Room that bars, panels and tools take from the map. A sheet drawn all the way up leaves the map where it was. */
export function roomFor(given: {
  phone: boolean;
  narrow: boolean;
  selected: boolean;
  panelStop: Stop;
  sheetStop: Stop;
  /** Height of the card with the list at the foot of the page; 0 where there is none. */
  drawer: number;
}): Padding {
  const { phone, narrow, selected, panelStop, sheetStop, drawer } = given;
  if (phone) {
    const stop = selected ? sheetStop : panelStop;
    return { top: PHONE_BAR_PX, right: 0, bottom: heightOf(stop === "full" ? "half" : stop), left: 0 };
  }
  return {
    top: BAR_PX,
    right: (selected ? SHEET_PX : 0) + TOOLS_PX,
    bottom: drawer && drawer + MARGIN_PX,
    left: narrow && selected ? RAIL_PX : PANEL_PX,
  };
}

/** The same for the style sheets: tools, scale and crosshair stand in what is left. */
export const roomStyle = ({ top, right, bottom, left }: Padding): CSSProperties & Record<string, string> => ({
  "--room-top": `${top}px`,
  "--room-right": `${right}px`,
  "--room-bottom": `${bottom}px`,
  "--room-left": `${left}px`,
});
