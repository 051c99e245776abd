import type { SlackView } from "../state.ts";

/** Groups of scattered land, as the server is asked for them. */

/** Ends in a parameter, so that pages of it can be asked for. */
export function groupsPath({ districts, groupSort }: Pick<SlackView, "districts" | "groupSort">): string {
  const query = new URLSearchParams();
  if (districts.length > 0) query.set("district", districts.join());
  query.set("sort", groupSort);
  return `/api/screening/groups?${query}`;
}

export const groupPath = (code: string): string => `/api/screening/groups/${encodeURIComponent(code)}`;
