import type { SlackView } from "../state.ts";

/** What progress asks the server for. Of all filters it knows kinds and districts. */

type Narrowed = Pick<SlackView, "kinds" | "districts">;

function pathOf({ kinds, districts }: Narrowed, f?: "csv" | "xlsx"): string {
  const query = new URLSearchParams();
  if (kinds.length > 0) query.set("kind", kinds.join());
  if (districts.length > 0) query.set("district", districts.join());
  if (f) query.set("f", f);
  return query.size > 0 ? `/api/cases/summary?${query}` : "/api/cases/summary";
}

/** The table keeps every district, for comparison and as the way to another one. */
export const tablePath = ({ kinds }: Narrowed): string => pathOf({ kinds, districts: [] });
export const trendPath = (view: Narrowed): string => pathOf(view);
export const progressSheetPath = (view: Narrowed, f: "csv" | "xlsx"): string => pathOf(view, f);

export const AGENDA = "/api/cases/agenda";
