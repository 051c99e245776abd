import type { DataTable } from "../db/tables.ts";

/** What a screening reads, and so what makes it out of date when it changes. */
export const SCREENED_TABLES: readonly DataTable[] = [
  "parcel",
  "park",
  "rating_run",
  "rating",
  "parcel_rating",
];
