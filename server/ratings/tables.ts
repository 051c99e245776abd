import type { DataTable } from "../db/tables.ts";

/** What answers about ratings are made of: a change of one of these tables is a new version of the answer. */

export const LIST_TABLES = [
  "rating_run",
  "rating",
  "enterprise",
  "park",
  "district",
] as const satisfies DataTable[];

export const COLUMN_TABLES = [
  ...LIST_TABLES,
  "rating_scheme",
  "parcel_rating",
  "parcel",
  "occupation",
] as const satisfies DataTable[];
