import { bbox } from "@turf/turf";
import type { Text } from "../../domain/api/text.ts";
import type { Bounds } from "../map/wanted.ts";
import type { Selection } from "../state/view.ts";
import type { Sheet } from "./use-sheet.ts";

/** What every sheet has, whatever it is about. */

export function titleOf({ kind, value }: Sheet, text: (text: Text) => string): string {
  switch (kind) {
    case "feature":
      return String(value.id);
    case "parcel":
      return value.code;
    case "enterprise":
      return value.name;
    default:
      return text(value.name);
  }
}

export const isSynthetic = ({ kind, value }: Sheet): boolean =>
  kind === "feature" ? value.properties?.synthetic === true : value.synthetic;

/** About 400 m around a point: it is shown with its block. */
const AROUND_POINT = 0.004;

/** What the map should show of it; null where it has no place. */
export function boundsOf({ kind, value }: Sheet): Bounds | null {
  switch (kind) {
    case "enterprise":
      return around(value.point);
    case "feature": {
      if (!value.geometry) return null;
      const [west, south, east, north] = bbox(value);
      return west === east ? around([west, south]) : [west, south, east, north];
    }
    default:
      return value.bounds;
  }
}

/** What is lit with it on the map: the parcels of a firm. */
export const relatedTo = (sheet: Sheet | null): Selection[] =>
  sheet?.kind === "enterprise" ? sheet.value.parcels.map(({ code }) => ({ kind: "parcel", code })) : [];

const around = ([lon, lat]: [number, number]): Bounds => [
  lon - AROUND_POINT,
  lat - AROUND_POINT,
  lon + AROUND_POINT,
  lat + AROUND_POINT,
];
