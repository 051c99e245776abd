import type { Layout } from "../../domain/api/layout.ts";
import type { MapSetup } from "../../domain/api/map.ts";
import type { Position, Selection, View } from "../state/view.ts";
import type { Ground } from "./ground.ts";
import type { Painting } from "./painting.ts";
import {
  countsParcels,
  drawnIn,
  isQuiet,
  showsWorkshops,
  slackStyle,
  takenLayer,
  trustsTiles,
} from "./style.ts";

/** What the map is told to show, and what of it has changed. */

export type Bounds = [west: number, south: number, east: number, north: number];
export type Padding = { top: number; right: number; bottom: number; left: number };

export type Wanted = {
  view: View;
  setup: MapSetup;
  layout: Layout;
  ground: Ground | null;
  padding: Padding;
  /** What `view.at === null` should show; undefined while that is not known yet. */
  frame: Bounds | undefined;
  /** What belongs to the selected thing and is lit with it. */
  related: readonly Selection[];
  /** The colours of what the yield and the slack theme paint, once they are known. */
  painting: Painting | null;
};

export const positionKey = ({ lon, lat, zoom, bearing, pitch }: Position) =>
  [lon.toFixed(5), lat.toFixed(5), zoom.toFixed(2), bearing.toFixed(1), pitch.toFixed(1)].join();

const drawnAs = (view: View) => (isQuiet(view) ? view.theme : "");

/** Whether the drawing itself differs, not just the place or the selection. */
export function restyles(a: Wanted, b: Wanted): boolean {
  return (
    a.setup !== b.setup ||
    a.layout !== b.layout ||
    a.ground !== b.ground ||
    a.painting?.marks !== b.painting?.marks ||
    a.painting?.scene !== b.painting?.scene ||
    countsParcels(a.view) !== countsParcels(b.view) ||
    a.view.language !== b.view.language ||
    a.view.mode !== b.view.mode ||
    a.view.colour !== b.view.colour ||
    a.view.hidden !== b.view.hidden ||
    a.view.shown !== b.view.shown ||
    a.view.opacity !== b.view.opacity ||
    drawnAs(a.view) !== drawnAs(b.view) ||
    slackStyle(a.view) !== slackStyle(b.view) ||
    showsWorkshops(a.view) !== showsWorkshops(b.view) ||
    trustsTiles(a.view) !== trustsTiles(b.view) ||
    takenLayer(a.view) !== takenLayer(b.view) ||
    drawnIn(a.view) !== drawnIn(b.view)
  );
}

export const hasSameRoom = (a: Wanted | undefined, b: Wanted): boolean =>
  JSON.stringify(a?.padding) === JSON.stringify(b.padding);
