import type { HeadColumn } from "../../drawer/table-head.tsx";

/** Columns of the lists: text rises first, figures and moments fall first where they say so. */
export const columnIn =
  <Id extends string>({ columns }: { columns: Readonly<Record<Id, string>> }) =>
  (
    id: Id,
    sort: string | null = null,
    first: HeadColumn["first"] = "ascending",
    numeric = false,
    unit?: string,
  ): HeadColumn => ({ id, name: columns[id], unit, sort, first, numeric });
