import { useSyncExternalStore } from "react";
import type { Box } from "./area.ts";
import type { Condition, Join } from "./cql2.ts";
import { FIRST_OPTIONS, type Options } from "./formats.ts";
import { DEGREES } from "./systems.ts";

/** What is chosen at the desk beyond what a link carries, kept for as long as the page is open. */
export type Work = Readonly<{
  /** What the choices of columns and conditions are about; of another layer, they say nothing. */
  layer: string | null;
  conditions: readonly (Condition & { id: number })[];
  join: Join;
  /** The filter as it was written by hand; null while it comes from the form. */
  written: string | null;
  from: string;
  until: string;
  /** Null for all. */
  columns: ReadonlySet<string> | null;
  geometry: boolean;
  options: Options;
  crs: string;
  /** What the map shows. */
  seen: Box | null;
}>;

const OF_A_LAYER = {
  conditions: [],
  join: "AND",
  written: null,
  from: "",
  until: "",
  columns: null,
  geometry: true,
} as const satisfies Partial<Work>;

const START: Work = { layer: null, ...OF_A_LAYER, options: FIRST_OPTIONS, crs: DEGREES, seen: null };

let work: Work = START;
const listeners = new Set<() => void>();

const workOn = (layer: string): Work => (work.layer === layer ? work : { ...work, ...OF_A_LAYER, layer });

const publish = (next: Work) => {
  work = next;
  for (const listener of listeners) listener();
};

/** A change of what is chosen for a layer. */
export const changeWork = (layer: string, change: Partial<Work>) => publish({ ...workOn(layer), ...change });

export const seeBox = (seen: Box) => publish({ ...work, seen });

function subscribe(listener: () => void) {
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
  };
}

export function useWork(layer: string): Work {
  useSyncExternalStore(subscribe, () => work);
  return workOn(layer);
}
