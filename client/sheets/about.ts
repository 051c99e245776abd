import { bbox } from "@turf/turf";
import type { Text } from "../../domain/api/text.ts";
import type { NeedDetail } from "../../domain/api/workshops.ts";
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
    case "offer":
      return value.name;
    case "need":
      return value.firm;
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
    case "offer":
      return around(value.at);
    case "need":
      return around(...wouldDo(value).map(({ at }) => at));
    case "feature": {
      if (!value.geometry) return null;
      const [west, south, east, north] = bbox(value);
      return west === east ? around([west, south]) : [west, south, east, north];
    }
    default:
      return value.bounds;
  }
}

/** What is lit with it on the map: the parcels of a firm, the workshops that would do for a need. */
export function relatedTo(sheet: Sheet | null): Selection[] {
  if (sheet?.kind === "enterprise") return sheet.value.parcels.map(({ code }) => ({ kind: "parcel", code }));
  if (sheet?.kind === "need")
    return wouldDo(sheet.value).map(({ id }) => ({ kind: "offer", code: String(id) }));
  return [];
}

/** The workshops that nothing speaks against. */
const wouldDo = ({ offers }: NeedDetail) =>
  offers.flatMap(({ fits, offer }) => (Object.values(fits).includes("no") ? [] : [offer]));

function around(...points: [number, number][]): Bounds | null {
  const [lons, lats] = [points.map(([lon]) => lon), points.map(([, lat]) => lat)];
  if (points.length === 0) return null;
  return [
    Math.min(...lons) - AROUND_POINT,
    Math.min(...lats) - AROUND_POINT,
    Math.max(...lons) + AROUND_POINT,
    Math.max(...lats) + AROUND_POINT,
  ];
}
