import type { DistrictSheet, EnterpriseSheet, ParcelSheet, ParkSheet } from "../../domain/api/sheets.ts";
import { type Answer, useAnswer } from "../state/answers.ts";
import type { Selection } from "../state/view.ts";

/** Everything about the selected thing, whichever kind it is. */
export type Sheet =
  | { kind: "district"; value: DistrictSheet }
  | { kind: "park"; value: ParkSheet }
  | { kind: "parcel"; value: ParcelSheet }
  | { kind: "enterprise"; value: EnterpriseSheet };

const PATHS = {
  district: "/api/districts/",
  park: "/api/parks/",
  parcel: "/api/parcels/",
  enterprise: "/api/enterprises/",
} as const;

export function useSheet(selection: Selection | null): Answer<Sheet> {
  const answer = useAnswer<Sheet["value"]>(
    selection && PATHS[selection.kind] + encodeURIComponent(selection.code),
  );
  if (!selection || answer.state !== "ready") return answer as Exclude<typeof answer, { state: "ready" }>;
  return { state: "ready", value: { kind: selection.kind, value: answer.value } as Sheet };
}
