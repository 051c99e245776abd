import type { Sortable } from "../../drawer/sorting.ts";
import type { DrawerWords } from "../words/zh/drawer.ts";

/** Columns of the list: which order of the server each stands for, and which way people want it first. */

export type Column = Sortable & {
  name: keyof DrawerWords["table"]["columns"];
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
