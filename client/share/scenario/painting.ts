import type { Step } from "../../../domain/shares/scenario.ts";
import type { Paint, Painting } from "../../map/painting.ts";
import { UNKNOWN } from "../../map/unclassed.ts";

/** How parcels of a scenario are coloured on the map: by what was done to them last, and those that are chosen above all. */

export const CHANGES = ["chosen", "revive", "rezone", "raise_far", "retire"] as const;
type Change = (typeof CHANGES)[number];

export const PAINT_OF: Readonly<Record<Change, Paint>> = {
  chosen: "change-chosen",
  revive: "change-revive",
  rezone: "change-rezone",
  raise_far: "change-raise-far",
  retire: "change-leave",
};

/** Null for steps that name no land. */
export const changeOf = (step: Step): Exclude<Change, "chosen"> | null =>
  "parcels" in step ? step.do : null;

/** What each parcel shows. */
export function changesOf(steps: readonly Step[], chosen: ReadonlySet<string>): Map<string, Change> {
  const changes = new Map<string, Change>();
  for (const step of steps)
    if ("parcels" in step) for (const code of step.parcels) changes.set(code, step.do);
  for (const code of chosen) changes.set(code, "chosen");
  return changes;
}

let painted = 0;

export function paintingOf(
  changes: ReadonlyMap<string, Change>,
  say: (change: Change) => { mark: string; text: string },
): Painting {
  return {
    theme: "share",
    layers: ["parcels"],
    key: `scenario ${++painted}`,
    paints: CHANGES.map((change) => PAINT_OF[change]),
    async classesOf(_, codes) {
      return Uint8Array.from(codes, (code) => {
        const change = changes.get(code);
        return change === undefined ? UNKNOWN : CHANGES.indexOf(change);
      });
    },
    async told(_, code) {
      const change = changes.get(code);
      return change === undefined ? null : { grade: null, ...say(change) };
    },
  };
}
