import type { HeadColumn } from "../../drawer/table-head.tsx";
import type { DrawerWords } from "../words/zh/drawer.ts";

/** Columns of the lists: text rises first, figures and moments fall first where they say so. */
export const columnIn =
  ({ columns }: DrawerWords) =>
  (
    id: keyof DrawerWords["columns"],
    sort: string | null = null,
    first: HeadColumn["first"] = "ascending",
    numeric = false,
    unit?: string,
  ): HeadColumn => ({ id, name: columns[id], unit, sort, first, numeric });
