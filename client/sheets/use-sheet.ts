import type { Feature } from "geojson";
import type { DistrictSheet, EnterpriseSheet, ParcelSheet, ParkSheet } from "../../domain/api/sheets.ts";
import type { NeedDetail, OfferDetail } from "../../domain/api/workshops.ts";
import { placeOf } from "../map/subjects.ts";
import { type Answer, useAnswer } from "../state/answers.ts";
import type { Selection } from "../state/view.ts";

/** Everything about the selected thing, whichever kind it is. */
export type Sheet =
  | { kind: "district"; value: DistrictSheet }
  | { kind: "park"; value: ParkSheet }
  | { kind: "parcel"; value: ParcelSheet }
  | { kind: "enterprise"; value: EnterpriseSheet }
  | { kind: "offer"; value: OfferDetail }
  | { kind: "need"; value: NeedDetail }
  | { kind: "feature"; value: Feature };

const PATHS = {
  district: "/api/districts/",
  park: "/api/parks/",
  parcel: "/api/parcels/",
  enterprise: "/api/enterprises/",
  offer: "/api/workshops/offers/",
  need: "/api/workshops/needs/",
} as const;

function pathOf(selection: Selection): string {
  if (selection.kind !== "feature") return PATHS[selection.kind] + encodeURIComponent(selection.code);
  const { layer, code } = placeOf(selection);
  return `/ogc/collections/${encodeURIComponent(layer)}/items/${encodeURIComponent(code)}`;
}

export function useSheet(selection: Selection | null): Answer<Sheet> {
  const answer = useAnswer<Sheet["value"]>(selection && pathOf(selection));
  if (!selection || answer.state !== "ready") return answer as Exclude<typeof answer, { state: "ready" }>;
  return { state: "ready", value: { kind: selection.kind, value: answer.value } as Sheet };
}
