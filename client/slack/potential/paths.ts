import type { FindingKind } from "../../../domain/screening/facts.ts";
import type { SlackView } from "../state.ts";

/** The parcels that matter most, as the server is asked for them. */

type Narrowed = Pick<SlackView, "kinds" | "unfound" | "districts" | "q" | "potentialSort">;

/** `none` stands for land that the screening found nothing on. */
export const potentialKinds = ({
  kinds,
  unfound,
}: Pick<SlackView, "kinds" | "unfound">): (FindingKind | "none")[] =>
  unfound ? [...kinds, "none"] : [...kinds];

function selectionOf(view: Narrowed): URLSearchParams {
  const query = new URLSearchParams();
  const kinds = potentialKinds(view);
  if (kinds.length > 0) query.set("kind", kinds.join());
  if (view.districts.length > 0) query.set("district", view.districts.join());
  if (view.q.trim()) query.set("q", view.q.trim());
  query.set("sort", view.potentialSort);
  return query;
}

/** Ends in a parameter, so that pages of it can be asked for. */
export const potentialPath = (view: Narrowed): string => `/api/screening/potential?${selectionOf(view)}`;

/** The first hundred of them for a spreadsheet. */
export function potentialListPath(view: Narrowed, f: "csv" | "xlsx"): string {
  const query = selectionOf(view);
  query.set("f", f);
  return `/api/screening/potential/list?${query}`;
}
