import type { DrawerWords } from "../words/zh/drawer.ts";

/** Columns of the list: which order of the server each stands for, and which way people want it first. */

export type Column = {
  name: keyof DrawerWords["table"]["columns"];
  /** Spelled as the server's `sort`; null where it has no such order. */
  sort: string | null;
  first: "ascending" | "descending";
  numeric: boolean;
};

const column = (
  name: Column["name"],
  sort: string | null,
  first: Column["first"] = "ascending",
  numeric = false,
): Column => ({ name, sort, first, numeric });

export const COLUMNS: readonly Column[] = [
  column("rank", "rank", "ascending", true),
  column("grade", "grade"),
  column("previous", null),
  column("name", "name"),
  column("district", "district"),
  column("park", null),
  column("industry", null),
  column("land_mu", "land_mu", "descending", true),
  column("tax_per_mu", "tax_per_mu", "descending", true),
  column("revenue_per_mu", "revenue_per_mu", "descending", true),
  column("score", "score", "descending", true),
];

/** Only while terms are changed. */
export const TRIAL: Column = column("trial", null);

export function directionOf({ sort }: Column, current: string): "ascending" | "descending" | "none" {
  if (sort === null || current.replace(/^-/, "") !== sort) return "none";
  return current.startsWith("-") ? "descending" : "ascending";
}

/** What a press on a column's head sorts by: its own way first, then the other. */
export function pressed(column: Column, current: string): string {
  const now = directionOf(column, current);
  const next = now === "none" ? column.first : now === "ascending" ? "descending" : "ascending";
  return next === "descending" ? `-${column.sort}` : `${column.sort}`;
}
