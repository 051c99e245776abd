/**
 * The tables that answers are made of; the database counts their changes (migration 008). Accounts, what they did and what
 * the program keeps for itself are not among them.
 */
export const DATA_TABLES = [
  "district",
  "district_year",
  "park",
  "parcel",
  "enterprise",
  "enterprise_year",
  "occupation",
  "rating_scheme",
  "rating_run",
  "rating",
  "parcel_rating",
  "park_rating",
  "rating_response",
  "allocation_policy",
  "land_transfer",
  "policy_document",
  "target",
  "indicator",
  "cluster",
  "cooperation_link",
  "platform",
  "policy_tool",
  "screening_run",
  "finding",
  "scattered_group",
  "potential",
  "case",
  "case_event",
  "case_file",
  "workshop",
  "workshop_need",
  "workshop_pairing",
  "scenario",
  "target_actual",
  "plan_task",
  "english_name",
] as const;

export type DataTable = (typeof DATA_TABLES)[number];
