/** How the head of a column sorts: which order of the server it stands for, and which way people want it first. */

export type Sortable = {
  /** Spelled as the server's `sort`; null where it has no such order. */
  sort: string | null;
  first: "ascending" | "descending";
};
export type Direction = "ascending" | "descending" | "none";

export function directionOf({ sort }: Pick<Sortable, "sort">, current: string): Direction {
  if (sort === null || current.replace(/^-/, "") !== sort) return "none";
  return current.startsWith("-") ? "descending" : "ascending";
}

/** What a press on a column's head sorts by: its own way first, then the other. */
export function pressed(column: Sortable, current: string): string {
  const now = directionOf(column, current);
  const next = now === "none" ? column.first : now === "ascending" ? "descending" : "ascending";
  return next === "descending" ? `-${column.sort}` : `${column.sort}`;
}
